import Cohort
import Testing

@testable import Audit

@Suite struct CatalogueTests {
    @Test func theThirtyQuestionsAreThereOnceEach() {
        #expect(IndicatorCatalogue.entries.map(\.id) == (1...30).map { "M\($0)" })
    }

    /// Whatever a reader of `fairness-audit indicators` is promised is said, in both languages.
    @Test(arguments: IndicatorCatalogue.entries.map(\.id))
    func everyEntryIsWhole(id: String) throws {
        let entry = try #require(IndicatorCatalogue.entries.first { $0.id == id })
        let words = [entry.name, entry.question, entry.definition, entry.verdicts.equivalent, entry.verdicts.disparity, entry.verdicts.inconclusive]
        for text in words.flatMap({ [$0.nl, $0.en] }) + [entry.citation] { #expect(text.count > 3 && !text.hasSuffix(" ")) }
        #expect(entry.question.nl.hasSuffix("?") && entry.question.en.hasSuffix("?"))
        #expect(entry.name.nl != entry.definition.nl)
        for parameter in entry.parameters { #expect(!parameter.source.isEmpty && parameter.value >= 0) }
    }

    /// Limits and questions of both files are about indicators that are judged, and every judged indicator that a system asks has limits.
    @Test(arguments: [("thresholds.json", BuiltInSystem.ikZoek), ("thresholds-hallowerk.json", .halloWerk)])
    func everyJudgedIndicatorHasLimits(file: String, system: BuiltInSystem) throws {
        let limits = try Thresholds.read(ProjectFiles.data(file), source: file)
        let configuration = try system.configuration()
        for entry in IndicatorCatalogue.entries where IndicatorCatalogue.comparesGroups(entry.id) && configuration.asks(entry.id) {
            #expect(limits.indicators[entry.id] != nil, "\(entry.id) has no limits in \(file)")
        }
        for question in limits.primaryQuestions {
            #expect(configuration.asks(question.indicator), "\(question.indicator) is primary and not asked")
            #expect(question.grouping.attributes.allSatisfy { configuration.attribute($0) != nil }, "\(question.grouping.name) is no attribute of \(system.rawValue)")
            #expect(!question.grouping.isIntersection || configuration.intersections.contains(question.grouping))
        }
    }
}
