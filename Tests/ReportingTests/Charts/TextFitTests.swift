import Testing

@testable import Reporting

@Suite("Text in drawings is broken by its width")
struct TextFitTests {
    private func lines(_ text: String, _ width: Double, most: Int = 4) -> [String] { TextFit.lines(text, width: width, size: 12, most: most) }

    @Test("Words stand together while they fit, and nothing is lost or added")
    func words() {
        #expect(lines("Nederlands", 200) == ["Nederlands"])
        #expect(lines("een twee drie", TextFit.width("een twee", size: 12)) == ["een twee", "drie"])
        #expect(lines("  een \n twee ", 200) == ["een twee"])
        #expect(lines("", 200) == [""])
    }

    @Test("A word longer than a line is broken with a hyphen, in lines that fit", arguments: [30.0, 60, 100])
    func longWord(_ width: Double) {
        let word = "verblijfsstatusonbekend"
        let broken = lines(word, width, most: 40)
        #expect(broken.count > 1 && broken.allSatisfy { TextFit.width($0, size: 12) <= width })
        #expect(broken.dropLast().allSatisfy { $0.hasSuffix("-") })
        #expect(broken.dropLast().map { $0.dropLast() }.joined() + broken[broken.count - 1] == word)
    }

    @Test("What does not fit in the lines there are ends in an ellipsis, however long it is")
    func cut() {
        let cut = lines(String(repeating: "Langenaam", count: 100_000), 60, most: 3)
        #expect(cut.count == 3 && cut[2].hasSuffix("…") && cut.allSatisfy { TextFit.width($0, size: 12) <= 60 })
        #expect(lines(String(repeating: "a b ", count: 100_000), 60, most: 2).count == 2)
        #expect(lines("een twee drie vier", 30, most: 1) == ["ee…"])
    }

    @Test("A character wider than the line stands there whole, with the marks over it")
    func wide() {
        #expect(lines("W", 1) == ["W"])
        #expect(lines("WW", 1) == ["W-", "W"])
        #expect(lines("e\u{301}\u{302}", 5) == ["e\u{301}\u{302}"])
    }
}
