import Foundation
import Gate
import Testing

@testable import Reporting

@Suite("Every surface of a gate says the same", .serialized)
struct GateContractTests {
    enum Surface: String, CaseIterable { case json, page, markdown, terminal, junit, sarif, github, azure }

    private static let library = Result { try TemplateLibrary() }

    /// Where the surfaces part from the report; `planted` replaces the report that one of them is made from.
    private func differences(_ reports: [GateReport], _ language: Language, planted: (surface: Surface, report: GateReport)? = nil) throws -> [String] {
        let library = try Self.library.get()
        func source(_ surface: Surface, _ report: GateReport) -> GateReport { planted?.surface == surface ? planted?.report ?? report : report }
        // The browser is slow to start, and a bug planted elsewhere cannot show on the page.
        let pages: [Browser.Reading?] = try planted.map { $0.surface != .page } == true
            ? Array(repeating: nil, count: reports.count) : Browser.read(reports.map { try GatePage.render(source(.page, $0), language: language, library: library) })
        return try zip(reports, pages).flatMap { report, page in
            let words = Words(book: try library.phrasebook(language))
            let reader = GateSurfaces(language: language, idsByRow: ids(report, words), words: words)
            let files = Dictionary(uniqueKeysWithValues: try [Surface.markdown, .junit, .sarif].map { surface in
                let names = [Surface.markdown: "gate.md", .junit: "gate.junit.xml", .sarif: "gate.sarif"]
                let all = try GateFiles(source(surface, report), language: language, library: library).all
                return (surface, all.first { $0.name == names[surface] }?.data ?? Data())
            })
            var differences: [String] = []
            func compare(_ surface: Surface, _ told: Told, _ expected: Told, _ ids: Set<String>) {
                if told.verdict != expected.verdict { differences.append("\(surface): \(told.verdict) is not \(expected.verdict)") }
                if told.blocking != expected.blocking { differences.append("\(surface): \(told.blocking) block, not \(expected.blocking)") }
                if let counts = told.counts, counts != expected.counts { differences.append("\(surface): counts \(counts)") }
                for id in ids.union(told.findings.keys).sorted() where told.findings[id].map({ same($0, expected.findings[id]) }) != true {
                    differences.append("\(surface): \(id) is \(String(describing: told.findings[id])), not \(String(describing: expected.findings[id]))")
                }
            }
            let expected = expected(report, words, language), all = Set(expected.findings.keys)
            var titled = expected
            titled.verdict = words.text("gate.title.\(report.verdict.rawValue)", ["release": report.release.name])
            titled.blocking = min(1, expected.blocking)
            var spoken = expected
            spoken.blocking = titled.blocking
            if let page { compare(.page, try reader.page(page), titled, all) }
            compare(.markdown, try reader.markdown(String(decoding: files[.markdown] ?? Data(), as: UTF8.self)), titled, all)
            compare(.terminal, try reader.terminal(GateTerminal.lines(source(.terminal, report), language: language, library: library)), spoken, all)
            compare(.junit, try reader.junit(files[.junit] ?? Data()), expected, all)
            compare(.sarif, try reader.sarif(files[.sarif] ?? Data()), expected, all)
            // Remarks are for what somebody should look at: what is below the margin has none, and Azure has no notices.
            let looked = report.findings.filter { all.contains($0.id) && $0.verdict != .cleared }
            compare(.github, try reader.github(GateAnnotations.github(source(.github, report), language: language, library: library)), expected, Set(looked.map(\.id)))
            let loud = looked.filter { report.blockedBy.contains($0.id) || report.warnings.contains($0.id) || $0.overriddenBy != nil }
            var onAzure = expected
            if report.verdict == .passed { onAzure.verdict = "passed" }
            compare(.azure, try reader.azure(GateAnnotations.azure(source(.azure, report), language: language, library: library)), onAzure, Set(loud.map(\.id)))
            if try GateReport(json: source(.json, report).json()) != report { differences.append("json: another report") }
            return differences
        }
    }

    /// A word may be followed by its reason.
    private func same(_ told: Told.Row, _ expected: Told.Row?) -> Bool {
        guard var expected, told.verdict.lowercased().hasPrefix(expected.verdict.lowercased()) else { return false }
        expected.verdict = told.verdict
        return told == expected
    }

    /// What a surface should say, made here from the report with nothing of the composer but the words for verdicts.
    private func expected(_ report: GateReport, _ words: Words, _ language: Language) -> Told {
        var rows: [String: Told.Row] = [:]
        for finding in report.findings where finding.family == .primary || report.warnings.contains(finding.id) {
            let unit = finding.indicator == "M1" ? "sd" : "per_100"
            func number(_ value: Double?, _ sign: Bool) -> String { GateSurfaces.printed(value, unit: unit, sign: sign, language: language) }
            let word = finding.family == .scan && finding.verdict == .blocked ? "gate.mark.scan" : "gate.mark.\(finding.verdict.rawValue)"
            rows[finding.id] = Told.Row(
                n: finding.n.map(String.init) ?? "–", change: number(finding.change, true), lower: number(finding.lower, true),
                upper: number(finding.upper, true), mde: number(finding.minimumDetectable, false), verdict: words.text(word))
        }
        let summary = report.summary
        return Told(
            verdict: report.verdict.rawValue, blocking: report.blockedBy.count,
            counts: [summary.blocked, summary.notSettled, summary.cleared, summary.warnings, summary.withheld], findings: rows)
    }

    /// Names of rows as a reader sees them: in the tables, and in the terminal.
    private func ids(_ report: GateReport, _ words: Words) -> [String: String] {
        var ids: [String: String] = [:]
        for finding in report.findings {
            guard let indicator = report.indicators.first(where: { $0.indicator == finding.indicator }) else { continue }
            let heading = words.text("gate.questions.heading", [
                "indicator": finding.indicator, "name": words.pick(indicator.name), "against": words.text("gate.against.\(finding.against.rawValue)"),
                "margin": words.size(finding.margin, unit: indicator.unit),
            ])
            let group = words.group(finding.attribute, finding.group), attribute = words.attribute(finding.attribute)
            let names = finding.attribute == "everybody" ? [words.text("gate.everybody")] : ["\(group) \(attribute)", "\(attribute) \(group)"]
            for name in names { ids["\(heading) / \(name)".lowercased()] = finding.id }
        }
        return ids
    }

    private static let readable = GateFixture.allCases.filter { $0 != .hostile }

    @Test("The same verdict, counts and numbers on all of them", arguments: Language.allCases)
    func agree(_ language: Language) throws {
        let differences = try differences(Self.readable.map(\.report), language)
        #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
    }

    @Test("A surface that tells another number or another verdict is caught", arguments: Surface.allCases)
    func caught(_ surface: Surface) throws {
        let report = GateFixture.blockedByHarm.report
        let place = try #require(report.findings.firstIndex { $0.id == "M2.test_language.ti@baseline" })
        let changes: [(inout GateFinding) -> Void] = [
            { $0.change = ($0.change ?? 0) + 0.01 }, { $0.lower = ($0.lower ?? 0) - 0.01 }, { $0.upper = ($0.upper ?? 0) + 0.01 }, { $0.n = ($0.n ?? 0) + 1 },
            { $0.minimumDetectable = ($0.minimumDetectable ?? 0) + 0.01 },
        ]
        // One number after another would start the browser five times; the page is tried with the first and the last.
        for change in surface == .page ? [changes[0], changes[4]] : changes {
            var planted = report
            change(&planted.findings[place])
            let found = try differences([report], .nl, planted: (surface, planted))
            #expect(!found.isEmpty && found.allSatisfy { $0.hasPrefix("\(surface):") }, "\(found)")
        }
        var passed = report
        passed.verdict = .passed
        passed.exitCode = 0
        passed.blockedBy = []
        #expect(try differences([report], .nl, planted: (surface, passed)).contains { $0.hasPrefix("\(surface):") })
    }

    @Test("Failures in JUnit, and errors in SARIF that nobody accepted, exactly when the gate holds a release back", arguments: GateFixture.allCases)
    func exitCode(_ fixture: GateFixture) throws {
        let report = fixture.report, files = try GateFiles(report, library: Self.library.get()).all
        let junit = String(decoding: files[3].data, as: UTF8.self)
        #expect(junit.contains("<failure ") == (report.exitCode != 0))
        #expect(try GateSurfaces(language: .nl, idsByRow: [:], words: Words(book: Self.library.get().phrasebook(.nl))).sarif(files[4].data).blocking == report.blockedBy.count)
    }

    @Test("What blocks and is of no known kind is on every surface all the same")
    func unknownKind() throws {
        var report = GateFixture.passed.report
        report.blockedBy = ["something.new"]
        report.verdict = .blocked
        report.exitCode = 1
        for file in try GateFiles(report, library: Self.library.get()).all {
            #expect(String(decoding: file.data, as: UTF8.self).contains("something.new"), "\(file.name)")
        }
        #expect(try GateTerminal.lines(report, library: Self.library.get()).contains { $0.contains("something.new") })
        #expect(try GateAnnotations.github(report, library: Self.library.get())[1].contains("something.new"))
    }

    @Test("The same report gives the same bytes")
    func deterministic() throws {
        let report = GateFixture.blockedByHarm.report
        let first = try GateFiles(report, library: TemplateLibrary()).all, second = try GateFiles(report, library: TemplateLibrary()).all
        #expect(first.map(\.data) == second.map(\.data))
        #expect(first.map(\.name) == ["gate.json", "gate.md", "gate.html", "gate.junit.xml", "gate.sarif"])
    }
}
