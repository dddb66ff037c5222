import Gate
import Testing

@testable import Reporting

@Suite("The gate in a terminal")
struct GateTerminalTests {
    private static let library = Result { try TemplateLibrary() }

    private func lines(_ fixture: GateFixture, _ language: Language = .nl) throws -> [String] {
        try GateTerminal.lines(fixture.report, language: language, library: Self.library.get())
    }

    @Test("The verdict is the first sentence after the release, in words that promise nothing", arguments: [
        (GateFixture.passed, "Niets blokkeert release 2.4.", "Nothing blocks release 2.4."),
        (.blockedByHarm, "Release 2.4 is geblokkeerd, door aangetoond nadeel voor toetstaal Tigrinya en één vraag waarbij nadeel niet is uit te sluiten (toetstaal Oekraïens).",
            "Release 2.4 is blocked, by harm shown for test language Tigrinya and one question in which harm could not be excluded (test language Ukrainian)."),
        (.blockedByInvariant, "Release 2.4 is geblokkeerd, door 2 gebroken regels (‘alleen plekken die bestaan en actief zijn’ en ‘geen plek buiten iemands langste reistijd’).",
            "Release 2.4 is blocked, by 2 broken rules (‘only places that exist and are active’ and ‘no place beyond somebody's longest journey’)."),
        (.blockedByFidelity, "Release 2.4 is geblokkeerd, door een huidige versie die de vastgelegde lijsten niet naspeelt.",
            "Release 2.4 is blocked, by a current version that does not reproduce the recorded lists."),
        (.notSettled, "Release 2.4 wordt tegengehouden, door 2 vragen waarbij nadeel niet is uit te sluiten (toetstaal Tigrinya).",
            "Release 2.4 is held back, by 2 questions in which harm could not be excluded (test language Tigrinya)."),
    ])
    func verdict(_ fixture: GateFixture, _ dutch: String, _ english: String) throws {
        #expect(try lines(fixture)[1] == dutch)
        #expect(try lines(fixture, .en)[1] == english)
    }

    @Test("A gate that is blind, accepted something or could not settle something says so at the top")
    func top() throws {
        #expect(try lines(.blind).prefix(6).contains { $0.contains("is deze poort blind") && $0.contains("Tigrinya") })
        #expect(try lines(.overridden).prefix(6).contains("2 bevindingen die zouden blokkeren, over toetstaal Tigrinya en toetstaal Oekraïens, zijn met naam en reden aanvaard."))
        #expect(try lines(.notSettled).prefix(6).contains("Waar het niet vast te stellen is, was de kleinste verslechtering die deze poort kon zien 0,66 tot 0,83 standaardafwijking en 16,4 tot 20,8 van de 100."))
        #expect(try lines(.nothingMeasurable).prefix(6).contains { $0.contains("zegt deze poort niets") })
    }

    @Test("Nothing in a name can move the cursor or command a build server", arguments: Language.allCases)
    func hostile(_ language: Language) throws {
        for line in try lines(.hostile, language) {
            #expect(!line.unicodeScalars.contains { $0.properties.generalCategory == .control })
            #expect(!line.contains("##"))
            #expect(!line.hasPrefix("::") && !line.contains("\u{202E}"))
        }
    }

    @Test("Lines that would be commands are not", arguments: [
        ("::error::x", "· ::error::x"), (" \u{85}::set-env", "·   ::set-env"), ("a ##vso[x]", "a # #vso[x]"), ("###[x]", "# # #[x]"), ("a\u{1B}[2Jb\r\nc", "a[2Jb  c"), ("é ☃", "é ☃"),
    ])
    func plain(_ text: String, _ expected: String) { #expect(LogText.plain(text) == expected) }
}
