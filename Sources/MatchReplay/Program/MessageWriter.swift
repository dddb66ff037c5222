/// Writes JSON byte by byte: requests are many and small, and their shape is known.
struct MessageWriter {
    private(set) var bytes: [UInt8] = []

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    /// JSON as it stands.
    mutating func raw(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func raw(_ json: [UInt8]) { bytes.append(contentsOf: json) }

    mutating func integer(_ value: Int) {
        guard value >= 0 else {
            bytes.append(contentsOf: String(value).utf8)
            return
        }
        var digits = value, divisor = 1
        while digits >= 10 {
            digits /= 10
            divisor *= 10
        }
        digits = value
        while divisor > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digits / divisor % 10))
            divisor /= 10
        }
    }

    /// The shortest decimal number that is read as the same double. `value` is finite: JSON has no other numbers.
    mutating func number(_ value: Double) {
        bytes.append(contentsOf: value.description.utf8)
    }

    mutating func bool(_ flag: Bool) {
        if flag { raw("true") } else { raw("false") }
    }

    mutating func string(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<0x20:
                raw("\\u00")
                for digit in [byte >> 4, byte & 15] { bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10) }
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func endLine() { bytes.append(UInt8(ascii: "\n")) }
}
