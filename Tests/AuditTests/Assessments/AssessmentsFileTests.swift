import Cohort
import Foundation
import Testing

@testable import Audit

@Suite struct AssessmentsFileTests {
    static func read(_ text: String) throws -> AssessmentsFile { try AssessmentsFile.read(Data(text.utf8), source: "assessments.json") }

    static let right = """
        {"version": 1, "cycle": "2026-Q2", "findings": [
          {"finding": "M2 * gender", "bias": {"text": "Shown", "by": "analyst", "on": "2026-07-01"},
           "justification": {"legitimate": {"text": "Yes", "by": "lawyer", "on": "2026-07-02"}, "necessary": null}},
          {"finding": "M2 share gender female", "desirability": {"text": "No", "by": "college", "on": "2026-07-03"}}
        ], "signOff": {
          "author": {"by": "analyst", "on": "2026-07-01"}, "reviewer": {"by": "quality officer", "on": "2026-07-02"},
          "advice": {"text": "Adjust", "by": "data protection officer", "on": "2026-07-03"},
          "decision": {"outcome": "adjust", "reason": "Too large", "by": "product owner", "on": "2026-07-04"}, "expires": "2026-12-01"
        }}
        """

    @Test func readsWhatIsRight() throws {
        let file = try Self.read(Self.right)
        #expect(file.cycle == "2026-Q2" && file.sha256 == Fingerprint.sha256(of: Data(Self.right.utf8)))
        #expect(file.assessments.map(\.finding) == ["M2 * gender", "M2 share gender female"])
        let first = try #require(file.assessments.first)
        #expect(AssessmentStep.allCases.filter { first.statement($0) != nil } == [.bias, .legitimate])
        #expect(first.justification.legitimate == .init(text: "Yes", by: "lawyer", on: "2026-07-02"))
        #expect(AuditReport.SignOff.Part.allCases.allSatisfy { file.signOff?.has($0) == true })
        #expect(file.signOff?.decision?.outcome == .adjust && file.signOff?.expires == "2026-12-01")
    }

    @Test func readsTheExampleOfTheDemonstration() throws {
        let file = try AssessmentsFile.read(try ProjectFiles.data("assessments.json"), source: "assessments.json")
        let filled = file.assessments.map { entry in AssessmentStep.allCases.count { entry.statement($0) != nil } }
        #expect(filled.contains(6) && filled.contains { $0 < 6 }, "some are complete, others are not")
        #expect(file.signOff?.decision == nil, "a decision is for people")
    }

    struct Change: Sendable, CustomTestStringConvertible {
        let from: String
        let to: String
        let words: [String]
        /// What a schema cannot say.
        var schemaSees = true
        var text: String { AssessmentsFileTests.right.replacing(from, with: to) }
        var testDescription: String { "\(from) -> \(to)" }
    }

    static let wrong: [Change] = [
        Change(from: "\"M2 * gender\"", to: "\"M31 * gender\"", words: ["findings.[0].finding", "\"M31\" is no indicator", "test_language"]),
        Change(from: "\"M2 * gender\"", to: "\"M2 share gender female\"", words: ["findings.[1].finding", "stands twice"], schemaSees: false),
        Change(from: "\"bias\"", to: "\"biass\"", words: ["findings.[0].biass", "did you mean \"bias\"?"]),
        Change(from: "\"legitimate\"", to: "\"legitimit\"", words: ["findings.[0].justification.legitimit", "did you mean \"legitimate\"?"]),
        Change(from: "\"text\": \"Yes\"", to: "\"text\": \" \"", words: ["justification.legitimate.text", "is empty"]),
        Change(from: "\"by\": \"lawyer\"", to: "\"by\": \"a.de.vries@example.org\"", words: ["justification.legitimate.by", "role"]),
        Change(from: "\"on\": \"2026-07-02\"}, \"necessary\"", to: "\"on\": \"2026-02-30\"}, \"necessary\"", words: ["legitimate.on", "a day such as"], schemaSees: false),
        Change(from: "\"quality officer\"", to: "\"Analyst\"", words: ["signOff.reviewer", "\"Analyst\"", "four eyes"], schemaSees: false),
        Change(from: "\"outcome\": \"adjust\"", to: "\"outcome\": \"adjusted\"", words: ["signOff.decision.outcome", "did you mean \"adjust\"?"]),
        Change(from: "\"reason\": \"Too large\", ", to: "", words: ["signOff.decision.reason", "is missing"]),
        Change(from: "\"cycle\": \"2026-Q2\"", to: "\"cycle\": \"2026\"", words: ["cycle", "2026-Q4"]),
        Change(from: "\"version\": 1", to: "\"version\": 2", words: ["version", "only version 1"]),
        Change(from: "\"signOff\"", to: "\"signof\"", words: ["signof", "did you mean \"signOff\"?"]),
    ]

    @Test(arguments: wrong)
    func rejectsWhatCouldNotMeanWhatItSays(change: Change) throws {
        try #require(change.text != Self.right)
        let error = try #require(throws: JSONError.self) { try Self.read(change.text) }
        for word in change.words { #expect("\(error)".contains(word), "\(error)") }
    }

    /// The published schema and the reader agree about every file here, as far as a schema can.
    @Test func theSchemaAgrees() throws {
        let example = String(decoding: try ProjectFiles.data("assessments.json"), as: UTF8.self)
        let said = try JSONSchema.accepts([Self.right, example] + Self.wrong.map(\.text), by: "schemas/assessments.schema.json")
        try #require(said.count == 2 + Self.wrong.count)
        #expect(said.prefix(2).allSatisfy { $0 })
        for (change, accepted) in zip(Self.wrong, said.dropFirst(2)) { #expect(accepted == !change.schemaSees, "\(change.testDescription)") }
    }

    // MARK: - In a report

    private static let report = SmallReport(findings: [
        .init(group: "female", effect: 0.2, verdict: .disparity), .init(group: "male", effect: 0.01, verdict: .equivalent, direction: nil),
    ])

    @Test func fillsTheReportThatItIsAbout() throws {
        var report = try Self.report.report()
        let file = try Self.read(Self.right)
        try file.fill(&report)
        #expect(report.assessments == file.assessments && report.signOff == file.signOff && report.inputs.assessments == file.sha256)
        #expect(report.expires == "2026-12-01" && report.cycle.expires == "2027-01-01")
        #expect(!report.isExpired(on: "2026-12-01") && report.isExpired(on: "2026-12-02"))
        #expect(try AuditReport(json: report.json()) == report)
    }

    @Test(arguments: [
        ("\"M2 share gender female\"", "\"M2 share gender femal\"", ["findings.[1].finding", "\"M2 share gender femal\"", "did you mean \"M2 share gender female\"?"]),
        ("\"M2 * gender\"", "\"M3\"", ["findings.[0].finding", "\"M3\" is no finding"]),
        ("\"M2 * gender\"", "\"M2 * gend\"", ["findings.[0].finding", "\"M2 * gend\" is no finding"]),
        ("2026-12-01", "2027-01-02", ["signOff.expires", "2027-01-02 lies after 2027-01-01"]),
    ])
    func rejectsWhatIsNotInTheReport(from: String, to: String, words: [String]) throws {
        var report = try Self.report.report()
        let untouched = report
        let file = try Self.read(Self.right.replacing(from, with: to))
        let error = try #require(throws: AuditError.self) { try file.fill(&report) }
        for word in words { #expect("\(error)".contains(word), "\(error)") }
        #expect(report == untouched)
    }

    @Test func wordsAboutOneReportSayNothingAboutAnother() throws {
        let file = try Self.read(Self.right)
        try file.check(isAbout: try #require(AuditCycle(quarter: "2026-Q2")))
        let error = try #require(throws: AuditError.self) { try file.check(isAbout: try #require(AuditCycle(quarter: "2026-Q3"))) }
        #expect("\(error)".contains("2026-Q2") && "\(error)".contains("2026-Q3"), "\(error)")
        let year = AuditCycle.once(try #require(Period(from: Day(iso: "2026-01-01")!, to: Day(iso: "2026-12-31")!)))
        try Self.read(Self.right.replacing("2026-Q2", with: "2026-01-01/2026-12-31")).check(isAbout: year)
        #expect(throws: AuditError.self) { try Self.read(Self.right.replacing("2026-Q2", with: "2026-01-01/2026-06-30")).check(isAbout: year) }
    }
}
