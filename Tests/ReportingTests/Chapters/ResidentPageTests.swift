import Audit
import Foundation
import Testing

@testable import Reporting

@Suite("The page for residents")
struct ResidentPageTests {
    /// Words that a letter to residents does without; `bias` and `fair` promise what no audit can.
    private static let forbidden: [Language: [String]] = [
        .nl: ["dispariteit", "significant", "interval", "bias", "eerlijk", "cohort", "percentage", "%", "p-waarde", "steekproef", "algoritme", "onbevooroordeeld"],
        .en: ["disparity", "significant", "interval", "bias", "fair", "cohort", "percentage", "%", "p-value", "sample", "algorithm"],
    ]

    private func page(_ fixture: ReportFixture, _ language: Language) throws -> ReportDocument {
        var report = try fixture.report()
        report.edition = .resident
        return ReportComposer(report: report, words: Words(book: try TemplateLibrary().phrasebook(language))).compose()
    }

    private func sentences(_ document: ReportDocument) -> [String] {
        let texts = document.lede + document.sections.flatMap { section in
            section.blocks.flatMap { block -> [String] in
                switch block {
                case .paragraph(let text): [text]
                case .bullets(let items): items
                default: []
                }
            }
        }
        return texts.flatMap(split)
    }

    /// Ends of sentences: a point between two digits is none.
    private func split(_ text: String) -> [String] {
        text.split(separator: /[.?!](?:\s|$)/).map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    private func longest(_ sentences: [String]) -> (words: Int, sentence: String) {
        sentences.map { ($0.split(separator: " ").count, $0) }.max { $0.0 < $1.0 } ?? (0, "")
    }

    @Test("No sentence has more than fifteen words, and none uses a word of the trade", arguments: Language.allCases)
    func plain(_ language: Language) throws {
        for fixture in ReportFixture.allCases where fixture != .hostile && fixture != .longNames {
            let sentences = sentences(try page(fixture, language))
            #expect(sentences.count >= 8)
            let longest = longest(sentences)
            #expect(longest.words <= 15, "\(fixture): \(longest.sentence)")
            for word in Self.forbidden[language] ?? [] {
                for sentence in sentences { #expect(!sentence.lowercased().contains(word), "\(word): \(sentence)") }
            }
        }
    }

    /// Also those that no fixture needs.
    @Test("Every sentence that it can say is as short", arguments: Language.allCases)
    func phrases(_ language: Language) throws {
        let phrases = try TemplateLibrary().phrasebook(language).phrases.filter { $0.key.hasPrefix("resident.") }
        #expect(phrases.count > 40)
        for (key, phrase) in phrases {
            // A name or number that is filled in counts as one word.
            for sentence in split(phrase) {
                #expect(sentence.split(separator: " ").count <= 15, "\(key)")
                for word in Self.forbidden[language] ?? [] { #expect(!sentence.lowercased().contains(word), "\(key): \(word)") }
            }
        }
    }

    @Test("The count sees a sentence that is too long")
    func sees() {
        let long = "Dit is een zin die met zoveel woorden is geschreven dat niemand hem in één keer begrijpt. Kort."
        #expect(longest(split(long)).words > 15)
        #expect(split("Bij hen 6,5 van de 100. Bij anderen 4.5 van de 100.").count == 2)
    }

    @Test("It names the same groups as the whole report, and no number beside so many of a hundred")
    func sameFindings() throws {
        let document = try page(.usual, .nl)
        let headings = document.sections.flatMap(\.blocks).compactMap { block in if case .heading(let text) = block { text } else { nil } }
        #expect(headings.contains("Mensen die de toets in het Arabisch maken"))
        #expect(document.tally.isEmpty)
        #expect(document.sections.map(\.title) == ["Wat hebben we gevonden?", "Wat weten we niet?", "Wat doet de gemeente?", "Wat kunt u doen?"])
    }

    @Test("Where nothing was shown it does not say that there is nothing")
    func nothingShown() throws {
        let quiet = try ReportFixture.allCases.filter { fixture in
            try !fixture.report().findings.contains { $0.verdict == .disparity && $0.isAdverse }
        }
        #expect(!quiet.isEmpty)
        for fixture in quiet {
            let sentences = sentences(try page(fixture, .nl))
            #expect(sentences.contains("We konden geen groot verschil aantonen"))
            #expect(sentences.contains("Dat betekent niet dat er geen verschil is"))
        }
    }
}
