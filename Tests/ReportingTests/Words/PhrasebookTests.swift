import Foundation
import Testing

@testable import Reporting

@Suite("Phrasebooks")
struct PhrasebookTests {
    private func phrases(_ language: Language) throws -> [String: String] {
        let library = try TemplateLibrary()
        return try library.phrasebook(language).phrases
    }

    @Test("Every language has every phrase, with the same places to fill in")
    func sameKeys() throws {
        let dutch = try phrases(.nl)
        for language in Language.allCases {
            let other = try phrases(language)
            #expect(Set(other.keys) == Set(dutch.keys))
            for (key, phrase) in dutch {
                let places = Phrasebook.arguments(of: phrase)
                #expect(Phrasebook.arguments(of: other[key] ?? "") == places, "\(key) in \(language)")
                #expect(other[key]?.isEmpty == false, "\(key) in \(language)")
            }
        }
    }

    @Test("Words that promise too much are in no phrase", arguments: Language.allCases)
    func forbiddenWords(_ language: Language) throws {
        let forbidden = ["geen bias", "eerlijk", "debias", "unbiased", "bias-free", "fair ", "no bias", "discrimineert", "discriminates"]
        for (key, phrase) in try phrases(language) {
            for word in forbidden { #expect(!(phrase.lowercased() + " ").contains(word), "\(key)") }
        }
    }

    @Test("A name from the data that looks like a place to fill in stays what it is")
    func bracesInNames() throws {
        let words = Words(book: try TemplateLibrary().phrasebook(.nl))
        #expect(words.text("title", ["system": "{count} {{title}}"]) == "{count} {{title}}: wie krijgt welk advies?")
        #expect(words.holes.keys.isEmpty)
    }

    @Test("A missing phrase or argument is remembered")
    func holes() throws {
        let words = Words(book: try TemplateLibrary().phrasebook(.nl))
        _ = words.text("no.such.phrase")
        _ = words.text("title")
        #expect(words.holes.keys == ["no.such.phrase", "title {system}"])
    }

    @Test("Columns with a configured number in their key have words")
    func columns() {
        #expect(Phrasebook.columnKeys.contains("placed"))
        #expect(Phrasebook.knowsColumn("day_activity_top5"))
        #expect(Phrasebook.knowsColumn("mean_distance_10"))
        #expect(!Phrasebook.knowsColumn("something_else"))
    }
}
