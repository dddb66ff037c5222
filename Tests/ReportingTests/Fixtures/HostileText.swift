/// What a name from the data can try to be, and the same name without anything that could be read as markup.
enum HostileText {
    static let attempts = [
        "<script>alert(1)</script>",
        "\"\u{301} onmouseover=alert(1) x=\"",
        "'\u{308} autofocus onfocus=alert(1) '",
        "<\u{301}b>&\u{308}lt;i>\u{301}</td></tr></table><h1>",
        "</style></title><!-- ]]> {{organisation}} {count}",
        "\u{202E}omgekeerd\u{2067} \u{200F}\u{5D0}\u{5D1} \u{645}\u{631}\u{62D}\u{628}\u{627}",
        "👩🏽‍🏭🏳️‍🌈 e\u{301}\u{302}\u{303}\u{304}\u{305}",
        "| `a` ``b`` \\| **c** _d_ [k](http://evil.example/) ![p](x) # h",
        "javascript:alert(1) &#60;b&#62; &amp;quot; <a href=x>",
        "\\22 }*{display:none} */ url(//evil.example) @import 'x';",
        "<svg onload=alert(1)><use href=data:x><foreignObject>",
        "~~~\n- q\n> y\n<http://evil.example/> $z$ ::warning:: www.evil.example",
    ]

    /// One attempt per text, always the same one, with the text itself so that different names stay different.
    static func name(_ text: String) -> String { "\(text) \(attempts[text.utf8.reduce(0) { $0 + Int($1) } % attempts.count])" }

    /// The same words, as long, of letters alone. Bars between spaces stay: they part the groups of an intersection.
    static func harmless(_ text: String) -> String {
        let kept = Set(" |".unicodeScalars)
        let own = text.unicodeScalars.count
        let name = Self.name(text).unicodeScalars.enumerated().map { index, scalar -> Unicode.Scalar in
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil) || kept.contains(scalar)
            return index < own || isPlain ? scalar : scalar.properties.isWhitespace ? " " : "o"
        }
        return String(String.UnicodeScalarView(name))
    }

    static let long = String(repeating: "Langenaam", count: 1111) + "!"
}
