import Mustache

/// Escapes text for HTML, byte by byte.
///
/// swift-mustache escapes whole `Character`s, so that `"` followed by a combining mark passes as another character and can close
/// an attribute. Bytes have no such neighbours: in UTF-8 the five dangerous characters are always one byte each.
enum HTMLEscape {
    static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            case UInt8(ascii: "'"): bytes += "&#39;".utf8
            // Control characters have no meaning on a page and may hide others.
            case 0..<9, 11, 12, 14..<32, 127: bytes += "\u{FFFD}".utf8
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// The content type that the loader puts before every template.
struct ByteEscapedHTML: MustacheContentType {
    static let name = "FairnessAuditHTML"
    static var pragma: String { "{{% CONTENT_TYPE:\(name)}}" }

    func escapeText(_ text: String) -> String { HTMLEscape.escaped(text) }
}
