/// Text for XML 1.0, where some characters may not stand at all, not even escaped.
enum XMLEscape {
    /// For the text of an element. Line ends stay; `>` is escaped, so that `]]>` cannot appear.
    static func text(_ text: String) -> String { HTMLEscape.escaped(allowed(text)) }

    /// For an attribute: one line, because a parser would make it one.
    static func attribute(_ text: String) -> String {
        HTMLEscape.escaped(allowed(text)).replacing("\r\n", with: " ").replacing("\n", with: " ").replacing("\r", with: " ").replacing("\t", with: " ")
    }

    /// The characters that XML 1.0 allows (section 2.2); the others become a replacement character.
    private static func allowed(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x9, 0xA, 0xD, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: scalars.append(scalar)
            default: scalars.append("\u{FFFD}")
            }
        }
        return String(scalars)
    }
}
