import Foundation
import Testing

@testable import Audit

/// Each line of both sources resolves to an indicator or a reason.
@Suite struct InventoryTests {
    @Test(arguments: [
        (InventoryLine.Source.huizen, InventoryLine.Kind.positiveEffect, 27), (.huizen, .negativeEffect, 26), (.huizen, .value, 16), (.huizen, .option, 27),
        (.huizen, .stakeholder, 23), (.utrecht, .value, 8),
    ])
    func holdsEveryLineOfItsKind(source: InventoryLine.Source, kind: InventoryLine.Kind, count: Int) {
        #expect(Inventory.lines.count { $0.source == source && $0.kind == kind } == count)
    }

    @Test func idsAreUniqueAndNameTheirLine() {
        let ids = Inventory.lines.map(\.id)
        #expect(Set(ids).count == ids.count)
        for line in Inventory.lines { #expect(line.id.wholeMatch(of: /[HU](\d+)[a-z]?/)?.1 == "\(line.line)") }
    }

    @Test func eachHasAnIndicatorOrAReason() {
        for line in Inventory.lines {
            #expect(!line.indicators.isEmpty || line.reason != nil, "\(line.id)")
            #expect(Set(line.indicators).count == line.indicators.count, "\(line.id)")
            for indicator in line.indicators { #expect(Inventory.indicatorIDs.contains(indicator), "\(line.id) \(indicator)") }
        }
    }

    /// The line that is named says what it is said to say.
    @Test(arguments: InventoryLine.Source.allCases)
    func eachStandsWhereItSays(source: InventoryLine.Source) throws {
        let text = try SharedFiles.lines(source == .huizen ? "sources/huizen-ik-zoek-begeleidingsethiek.txt" : "sources/utrecht-hallowerk-uthiek.txt")
        let lines = Inventory.lines.filter { $0.source == source }
        for line in lines {
            let keyword = try #require(InventoryKeywords.all[line.id], "\(line.id) has no keyword")
            try #require(text.indices.contains(line.line - 1), "\(line.id)")
            #expect(text[line.line - 1].localizedCaseInsensitiveContains(keyword), "\(line.id): \(keyword)")
        }
    }

    @Test func noKeywordIsLeftOver() {
        #expect(Set(InventoryKeywords.all.keys) == Set(Inventory.lines.map(\.id)))
    }

    /// A word that stood on every line would find nothing.
    @Test func keywordsTellLinesApart() throws {
        let text = try SharedFiles.lines("sources/huizen-ik-zoek-begeleidingsethiek.txt")
        for (id, keyword) in InventoryKeywords.all where id.hasPrefix("H") {
            #expect(text.count { $0.localizedCaseInsensitiveContains(keyword) } <= text.count / 10, "\(id): \(keyword)")
        }
    }

    @Test func everyIndicatorAnswersSomethingOrChecksTheTool() {
        for indicator in Inventory.indicatorIDs where !Inventory.toolChecks.contains(indicator) {
            #expect(!Inventory.lines(answeredBy: indicator).isEmpty, "\(indicator)")
        }
    }

    /// Whoever looks an indicator up finds it, and no indicator was made that nobody asked for.
    @Test func theCatalogueHoldsWhatIsNamed() {
        #expect(Set(IndicatorCatalogue.entries.map(\.id)) == Set(Inventory.indicatorIDs))
    }

    /// Every list of the two sources is covered without a gap: no bullet between the first and the last line of a list is missed.
    @Test(arguments: [(InventoryLine.Kind.positiveEffect, 139...165), (.negativeEffect, 169...194), (.stakeholder, 105...127), (.option, 224...272)])
    func coversEveryBullet(kind: InventoryLine.Kind, range: ClosedRange<Int>) throws {
        let text = try SharedFiles.lines("sources/huizen-ik-zoek-begeleidingsethiek.txt")
        let bullets = range.filter { text[$0 - 1].hasPrefix("- ") }
        #expect(Inventory.lines.filter { $0.kind == kind }.map(\.line) == bullets)
    }

    @Test func wordsAreItsOwn() throws {
        let sources = try ["sources/huizen-ik-zoek-begeleidingsethiek.txt", "sources/utrecht-hallowerk-uthiek.txt"].map(SharedFiles.text).joined()
        for line in Inventory.lines {
            #expect(!line.words.nl.isEmpty && !line.words.en.isEmpty)
            // A name or a single term may be the same; a run of four words may not.
            let words = line.words.nl.split(separator: " ")
            for start in words.indices where start + 4 <= words.count {
                #expect(!sources.contains(words[start..<start + 4].joined(separator: " ")), "\(line.id)")
            }
        }
    }

    @Test func reasonsHaveWordsInBothLanguages() {
        #expect(Set(InventoryReason.allCases.map(\.words.nl)).count == InventoryReason.allCases.count)
        #expect(Set(InventoryReason.allCases.map(\.words.en)).count == InventoryReason.allCases.count)
    }

    @Test func onlyOptionsHaveASection() {
        for line in Inventory.lines { #expect((line.section != nil) == (line.kind == .option), "\(line.id)") }
    }
}
