/// Reads the usual answer, `{"number":1,"places":["a","b"],"distances":[0.5,0.75]}`, in one pass over its bytes.
///
/// Keys may stand in any order and with spaces between. Whatever else a line is, it returns `nil`, and `AnswerLine` reads it with care:
/// the two never read a line differently.
struct QuickAnswer {
    private let line: [UInt8]
    private var position: Int
    private let end: Int

    static func read(_ line: [UInt8], _ range: Range<Int>, places index: PlaceIndex) -> AnswerLine? {
        var reader = QuickAnswer(line: line, position: range.lowerBound, end: range.upperBound)
        return reader.answer(index)
    }

    private init(line: [UInt8], position: Int, end: Int) {
        self.line = line
        self.position = position
        self.end = end
    }

    private mutating func answer(_ index: PlaceIndex) -> AnswerLine? {
        var number: Int?, places: [Int]?, distances: [Double]?
        guard take("{") else { return nil }
        repeat {
            guard let key = plainString(), take(":") else { return nil }
            switch key.count {
            case 6 where number == nil && stands("number", at: key): number = wholeNumber()
            case 6 where places == nil && stands("places", at: key): places = list { $0.place(index) }
            case 9 where distances == nil && stands("distances", at: key): distances = list { $0.double() }
            default: return nil
            }
        } while take(",")
        guard take("}"), let number, let places, let distances else { return nil }
        skipSpace()
        return position == end ? AnswerLine(number: number, places: places, distances: distances) : nil
    }

    private mutating func list<Element>(_ element: (inout QuickAnswer) -> Element?) -> [Element]? {
        guard take("[") else { return nil }
        var items: [Element] = []
        if take("]") { return items }
        items.reserveCapacity(16)
        repeat {
            guard let item = element(&self) else { return nil }
            items.append(item)
        } while take(",")
        return take("]") ? items : nil
    }

    private mutating func place(_ index: PlaceIndex) -> Int? {
        plainString().flatMap { index.index(line.span, $0) }
    }

    /// A text without escapes and control characters; its bytes between the quotes.
    private mutating func plainString() -> Range<Int>? {
        guard take("\"") else { return nil }
        let start = position
        while position < end {
            switch line[position] {
            case UInt8(ascii: "\""):
                position += 1
                return start..<position - 1
            case UInt8(ascii: "\\"), 0..<0x20: return nil
            default: position += 1
            }
        }
        return nil
    }

    private mutating func wholeNumber() -> Int? {
        skipSpace()
        let start = position
        var value = 0
        while let digit = digit(), position - start < 15 {
            value = value * 10 + Int(digit)
            position += 1
        }
        // Neither 007 nor 7.0 nor 7e1: those are for the careful reader.
        guard position > start, position - start == 1 || line[start] != UInt8(ascii: "0"), !continuesNumber else { return nil }
        return value
    }

    private var continuesNumber: Bool {
        position < end && (digit() != nil || [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(line[position]))
    }

    /// A number in JSON's grammar.
    private mutating func double() -> Double? {
        skipSpace()
        let start = position
        let negative = position < end && line[position] == UInt8(ascii: "-")
        if negative { position += 1 }
        let whole = position
        var digits: UInt64 = 0, places = 0
        while let digit = digit() {
            digits = digits &* 10 &+ UInt64(digit)
            position += 1
        }
        let wholeDigits = position - whole
        guard wholeDigits > 0, wholeDigits == 1 || line[whole] != UInt8(ascii: "0") else { return nil }
        if position < end, line[position] == UInt8(ascii: ".") {
            position += 1
            let fraction = position
            while let digit = digit() {
                digits = digits &* 10 &+ UInt64(digit)
                position += 1
            }
            places = position - fraction
            guard places > 0 else { return nil }
        }
        var hasExponent = false
        if position < end, line[position] | 0x20 == UInt8(ascii: "e") {
            hasExponent = true
            position += 1
            if position < end, line[position] == UInt8(ascii: "+") || line[position] == UInt8(ascii: "-") { position += 1 }
            let exponent = position
            while digit() != nil { position += 1 }
            guard position > exponent else { return nil }
        }
        // Clinger (1990): both the digits and the power of ten are doubles, so that one division rounds once.
        if !hasExponent, wholeDigits + places <= 18, digits <= 1 << 53, places <= 18 {
            let value = Double(digits) / Self.powers[places]
            return negative ? -value : value
        }
        return Double(String(decoding: line[start..<position], as: UTF8.self))
    }

    /// 10^0...10^18, each exactly a double.
    private static let powers: [Double] = (0...18).map { (0..<$0).reduce(1.0) { power, _ in power * 10 } }

    private func digit() -> UInt8? {
        guard position < end else { return nil }
        let digit = line[position] &- UInt8(ascii: "0")
        return digit < 10 ? digit : nil
    }

    private func stands(_ word: StaticString, at range: Range<Int>) -> Bool {
        word.withUTF8Buffer { $0.elementsEqual(line[range]) }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard position < end, line[position] == UInt8(truncatingIfNeeded: character.value) else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while position < end, line[position] == 0x20 || line[position] == 0x09 || line[position] == 0x0D { position += 1 }
    }
}
