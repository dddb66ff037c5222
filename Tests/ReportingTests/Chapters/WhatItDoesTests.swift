import Testing

@testable import Audit
@testable import Reporting

@Suite("Chapters 2 and 3")
struct WhatItDoesTests {
    private func chapter(_ id: String, _ about: AuditReport.SystemDescription?, _ language: Language = .nl) throws -> String {
        var report = try ReportFixture.usual.report()
        report.about = about
        var document = try HTMLFormat().document(report, language: language, library: try TemplateLibrary())
        document.sections = document.sections.filter { $0.id == id }
        return MarkdownFormat().render(document).replacing("\\", with: "")
    }

    @Test("What the organisation wrote is told, step by step, with the chapter that looks at it")
    func told() throws {
        let text = try chapter("hoofdstuk-2", .fixture(filledIn: true))
        for words in [
            "Wat doet Ik zoek?", "Zoekt plekken bij mensen.", "713 mensen", "1. Profiel | Inwoner", "1. Plek melden | Werkgever", "2. Vergelijken | Computer | Vergelijken gebeurt. | hoofdstuk 6",
            "Donker: dat doet de computer alleen (vergelijken).", "hoog risico, besloten op 1 mei 2026 door: college", "https://algoritmes.overheid.nl/voorbeeld",
        ] { #expect(text.contains(words), "\(words)\n\(text)") }
        #expect(!text.contains("niet ingevuld"))
    }

    @Test("What nobody wrote down is said to be missing, never made up", arguments: [nil, AuditReport.SystemDescription.fixture(filledIn: false)])
    func missing(_ about: AuditReport.SystemDescription?) throws {
        let does = try chapter("hoofdstuk-2", about)
        #expect(does.contains("De gemeente heeft nog niet opgeschreven wat Ik zoek doet.") && does.contains("De stappen zijn niet ingevuld."))
        #expect(does.ranges(of: ": niet ingevuld").count == 2)
        let lawful = try chapter("hoofdstuk-3", about)
        #expect(lawful.ranges(of: ": niet ingevuld").count == 5)
    }

    @Test("The ground, the data, the rules for small numbers")
    func lawful() throws {
        let text = try chapter("hoofdstuk-3", .fixture(filledIn: true))
        for words in [
            "**Grondslag**: artikel 6, lid 1, onder e, AVG", "DPIA 2026-14, 2 maart 2026", "**IAMA (mensenrechten en algoritmes)**: niet ingevuld", "**Bewaartermijn**: twee jaar",
            "| Deelnemers | participant_id | birth_year | – |", "| Toetstaal | Een toets in een andere taal. |", "Nee. Gezondheid, afkomst en geloof",
            "minder dan 10 mensen krijgt geen cijfer", "minstens 7 mogelijkheden", "minder dan 30 mensen krijgt hooguit een signaal",
        ] { #expect(text.contains(words), "\(words)\n\(text)") }
        #expect(!text.contains("artikel 4a"))
    }

    @Test("A special category is told with its record and all six conditions")
    func special() throws {
        let text = try chapter("hoofdstuk-3", .fixture(filledIn: true, special: true))
        for words in ["Ja: doelgroep", "Wie wordt gekozen? | functionaris<br>2 januari 2026 | 31 december 2026", "artikel 4a van de AI-verordening"] {
            #expect(text.contains(words), "\(words)\n\(text)")
        }
        #expect(text.ranges(of: "| niet ingevuld: ").count == 6)
    }

    @Test("Treatments of columns are told in words; one that is not known as it was written", arguments: [
        ("pseudonym: HMAC-SHA256, 16 bytes", Treatment.Kind.replaced, "vervangen door een code (HMAC-SHA256); de sleutel staat er niet bij"),
        ("day only; the time of day is not written", .coarser, "alleen de dag, niet de tijd"), ("unknown unless 1...5", .checked, "nagekeken; toegestaan: 1 tot en met 5; al het andere wordt ‘onbekend’"),
        ("unknown unless one line of at most 80 characters", .checked, "nagekeken; toegestaan: één regel van hooguit 80 tekens; al het andere wordt ‘onbekend’"),
        ("something new", .coarser, "something new"),
    ])
    func treatments(_ text: String, _ kind: Treatment.Kind, _ told: String) throws {
        #expect(Treatment(text).kind == kind)
        #expect(Words(book: try TemplateLibrary().phrasebook(.nl)).treatment(text) == told)
    }
}
