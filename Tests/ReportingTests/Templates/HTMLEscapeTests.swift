import Testing

@testable import Reporting

@Suite("Escaping by bytes")
struct HTMLEscapeTests {
    @Test("The five signs, also when a combining mark follows", arguments: [
        ("<b>&\"'", "&lt;b&gt;&amp;&quot;&#39;"), ("x\"\u{301} y", "x&quot;\u{301} y"), ("<\u{338}", "&lt;\u{338}"), ("'\u{20E3}", "&#39;\u{20E3}"),
        ("é ☃ 👩‍👩‍👧", "é ☃ 👩‍👩‍👧"), ("a\u{0}b\u{1B}", "a\u{FFFD}b\u{FFFD}"), ("a\nb\tc", "a\nb\tc"), ("", ""),
    ])
    func escaped(_ text: String, _ expected: String) { #expect(Array(HTMLEscape.escaped(text).utf8) == Array(expected.utf8)) }

    @Test("No byte of markup is left, whatever stands beside it")
    func nothingLeft() {
        for sign in ["<", ">", "\"", "'"] {
            for mark in ["\u{300}", "\u{301}", "\u{338}", "\u{20E3}", "\u{FE0F}", "\u{200D}", "\u{E0100}"] {
                #expect(!HTMLEscape.escaped("a" + sign + mark).utf8.contains(sign.utf8.first ?? 0))
            }
        }
    }
}
