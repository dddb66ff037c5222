import Testing

@testable import Audit
@testable import Reporting

@Suite("Titles of trends")
struct TrendTitlesTests {
    /// Per group a letter per quarter: `d` disparity, `f` one in favour, `s` signal, `i` not settled, `w` withheld, `u` unavailable, `-` no row.
    private func title(_ groups: [String: String], _ language: Language = .nl) throws -> String {
        var table = ReportFixture.chartTable("1.1")
        let count = groups.values.map(\.count).max() ?? 0
        table.rows = (0..<count).flatMap { quarter in
            groups.sorted { $0.key < $1.key }.compactMap { code, letters -> [ReportTable.Cell]? in
                let letter = Array(letters)[quarter]
                let verdicts: [Character: String] = ["d": "disparity", "f": "disparity", "s": "signal", "i": "inconclusive", "w": "withheld", "u": "unavailable"]
                guard let verdict = verdicts[letter] else { return nil }
                let value: [ReportTable.Cell] = letter == "w" || letter == "u" ? [.none, .none, .none] : (letter == "f" ? [-0.18, -0.26, -0.1] : [0.18, 0.1, 0.26]).map { .number($0) }
                return [.text("2026-Q\(quarter + 1)"), .text(code)] + value + [.number(0.08), .text(verdict), .number(1)]
            }
        }
        let composer = ReportComposer(report: try ReportFixture.usual.charted(), words: Words(book: try TemplateLibrary().phrasebook(language)))
        let title = try #require(composer.trend(table)).title
        #expect(composer.words.holes.keys.isEmpty, "\(composer.words.holes.keys)")
        return title
    }

    @Test("A quarter that is not shown makes the length of a streak unknown", arguments: [
        (["ar": "iddd"], "Arabisch: 3 kwartalen op rij een verschil of signaal in het nadeel"),
        (["ar": "dddd"], "Arabisch: 4 kwartalen op rij een verschil of signaal in het nadeel"),
        (["ar": "dwds"], "Arabisch: ten minste 2 kwartalen op rij een verschil of signaal in het nadeel"),
        (["ar": "d-dd", "nl": "wiii", "en": "wiii"], "Arabisch: ten minste 2 kwartalen op rij een verschil of signaal in het nadeel"),
        (["ar": "dudd", "ti": "iidd"], "Arabisch en Tigrinya: ten minste 2 kwartalen op rij een verschil of signaal in het nadeel"),
    ])
    func streaks(_ groups: [String: String], _ title: String) throws {
        #expect(try self.title(groups) == title)
    }

    @Test("That there was nothing in the quarter before is said only of a quarter that is shown", arguments: [
        (["ar": "ddid"], "Arabisch: in het laatste kwartaal een verschil of signaal in het nadeel, in het kwartaal ervoor niet"),
        (["ar": "ddwd"], "Arabisch: in het laatste kwartaal een verschil of signaal in het nadeel, in het kwartaal ervoor niet getoond"),
        (["ar": "ddwd", "ti": "iiid"], "Arabisch en Tigrinya: in het laatste kwartaal een verschil of signaal in het nadeel, in het kwartaal ervoor niet gevonden of niet getoond"),
        (["ar": "d"], "Arabisch: in het laatste kwartaal een verschil of signaal in het nadeel"),
    ])
    func before(_ groups: [String: String], _ title: String) throws {
        #expect(try self.title(groups) == title)
    }

    @Test("A group that is not shown now is not told to have nothing now", arguments: [
        (["ar": "ddii", "ti": "iiii"], "Toetstaal: in het laatste kwartaal geen verschil of signaal in het nadeel gevonden, eerder wel; dat zegt niet dat er nu geen verschil is"),
        (["ar": "dddw", "ti": "iiii"], "Arabisch: eerder een verschil of signaal in het nadeel; in het laatste kwartaal niet getoond, dus of het er nog is, is niet te zeggen"),
        (["ar": "dddw", "ti": "sdii"], "Toetstaal: eerder een verschil of signaal in het nadeel; nu bij de getoonde groepen niet gevonden (Arabisch: niet getoond)"),
        (["ar": "iiii", "ti": "iiii"], "Toetstaal: in 4 kwartalen is geen verschil of signaal in het nadeel gevonden; dat zegt niet dat het er niet is"),
        (["ar": "iiiw", "ti": "iwii"], "Toetstaal: in 4 kwartalen, voor zover getoond, geen verschil of signaal in het nadeel gevonden; dat zegt niet dat het er niet is"),
    ])
    func now(_ groups: [String: String], _ title: String) throws {
        #expect(try self.title(groups) == title)
    }

    @Test("Of two groups the one that is not compared has what the other has, the other way round", arguments: [
        (["ar": "dd--", "nl": "--if"], "Arabisch: in het laatste kwartaal een verschil of signaal in het nadeel, in het kwartaal ervoor niet"),
        (["ar": "-d-d", "nl": "i-f-"], "Arabisch: 3 kwartalen op rij een verschil of signaal in het nadeel"),
        (["ar": "ddd-", "nl": "---i"], "Toetstaal: in het laatste kwartaal geen verschil of signaal in het nadeel gevonden, eerder wel; dat zegt niet dat er nu geen verschil is"),
        (["ar": "dd-d", "nl": "--w-"], "Arabisch: in het laatste kwartaal een verschil of signaal in het nadeel, in het kwartaal ervoor niet getoond"),
    ])
    func twoGroups(_ groups: [String: String], _ title: String) throws {
        #expect(try self.title(groups) == title)
    }

    @Test("In English the same is said", arguments: [
        (["ar": "dwds"], "Arabic: a difference or signal to their disadvantage at least 2 quarters in a row"),
        (["ar": "ddwd"], "Arabic: a difference or signal to their disadvantage in the last quarter, not shown in the one before"),
        (["ar": "dddw", "ti": "iiii"], "Arabic: earlier a difference or signal to their disadvantage; not shown in the last quarter, so whether it is still there cannot be said"),
    ])
    func english(_ groups: [String: String], _ title: String) throws {
        #expect(try self.title(groups, .en) == title)
    }
}
