import Cohort
import Foundation
import Testing

@testable import Gate

@Suite struct GateRecordsTests {
    func withFolder<R>(_ body: (String) throws -> R) throws -> R {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gate-records-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try body(folder)
    }

    func files(_ folder: String) throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }

    @Test func aRecordThatIsNotThereYetIsEmptyAndBegunByTheFirstGate() throws {
        try withFolder { folder in
            let folder = folder + "/a/record"
            let records = try GateRecords(folder: folder)
            #expect(records.all.isEmpty)
            #expect(records.attempts(ofRelease: "2026.11") == 0)
            #expect(throws: GateRecordError.noFolder(path: folder)) { try GateRecords(folder: folder, mustExist: true) }
            let path = try records.write(GateReportFixture.report())
            #expect(path == folder + "/2026.11.1.json")
            #expect(try files(folder) == ["2026.11.1.json"])
        }
    }

    @Test func givesBackWhatWasWrittenInOrderOfTime() throws {
        try withFolder { folder in
            let reports = [
                GateReportFixture.report(release: "b", on: "2026-10-02", attempt: 1, verdict: .blocked, blockedBy: ["fidelity"]),
                GateReportFixture.report(release: "b", on: "2026-10-02", attempt: 2), GateReportFixture.report(release: "a", on: "2026-11-01"),
            ]
            for report in reports.reversed() { try GateRecords(folder: folder).write(report) }
            try Data("for people".utf8).write(to: URL(fileURLWithPath: folder + "/README.md"))
            let records = try GateRecords(folder: folder, mustExist: true)
            #expect(records.all == reports)
            #expect(records.attempts(ofRelease: "b") == 2)
            #expect(records.attempts(ofRelease: "a") == 1)
            let data = try #require(FileManager.default.contents(atPath: folder + "/b.2.json"))
            #expect(data == (try reports[1].json()))
            #expect(records.records[1].sha256 == Fingerprint.sha256(of: data))
        }
    }

    /// A record that was lost must not let an attempt be counted a second time.
    @Test func countsFromTheHighestAttempt() throws {
        try withFolder { folder in
            try GateRecords(folder: folder).write(GateReportFixture.report(attempt: 3))
            #expect(try GateRecords(folder: folder).attempts(ofRelease: "2026.11") == 3)
        }
    }

    @Test func neverReplacesARecord() throws {
        try withFolder { folder in
            let records = try GateRecords(folder: folder)
            let path = try records.write(GateReportFixture.report(verdict: .blocked))
            let before = FileManager.default.contents(atPath: path)
            #expect(throws: GateRecordError.alreadyThere(path: path)) { try records.write(GateReportFixture.report()) }
            #expect(FileManager.default.contents(atPath: path) == before)
            #expect(try files(folder) == ["2026.11.1.json"])
        }
    }

    @Test(arguments: [
        ("{", "it is not a whole gate.json"), (#"{"schemaVersion": 1}"#, "it is not a whole gate.json"), ("", "it is not a whole gate.json"),
    ])
    func namesTheFileThatCannotBeRead(content: String, problem: String) throws {
        try withFolder { folder in
            try GateRecords(folder: folder).write(GateReportFixture.report())
            try Data(content.utf8).write(to: URL(fileURLWithPath: folder + "/broken.json"))
            #expect(throws: GateRecordError.cannotRead(path: folder + "/broken.json", problem: problem)) { try GateRecords(folder: folder) }
        }
    }

    @Test func rejectsAnotherSchemaVersionAndAGateWithoutAttempt() throws {
        for change in [{ $0.schemaVersion = 2 }, { $0.release.attempt = nil }, { $0.release.on = "yesterday" }] as [(inout GateReport) -> Void] {
            try withFolder { folder in
                var report = GateReportFixture.report()
                change(&report)
                try report.json().write(to: URL(fileURLWithPath: folder + "/other.json"))
                let error = try #require(throws: GateRecordError.self) { try GateRecords(folder: folder) }
                #expect("\(error)".contains("other.json"))
            }
        }
    }

    @Test func rejectsTwoFilesWithTheSameGate() throws {
        try withFolder { folder in
            let path = try GateRecords(folder: folder).write(GateReportFixture.report())
            try FileManager.default.copyItem(atPath: path, toPath: folder + "/copy.json")
            #expect(throws: GateRecordError.sameGate(path: folder + "/copy.json", other: path)) { try GateRecords(folder: folder) }
        }
    }

    @Test func saysWhenTheFolderIsAFile() throws {
        try withFolder { folder in
            let file = folder + "/file"
            try Data().write(to: URL(fileURLWithPath: file))
            #expect(throws: GateRecordError.noFolder(path: file)) { try GateRecords(folder: file) }
        }
    }
}

@Suite struct RecordNameTests {
    @Test(arguments: [
        ("2026.11", "2026.11.1.json"), ("../../etc/passwd", "%2E.%2F..%2Fetc%2Fpasswd.1.json"), ("..", "%2E..1.json"), (".", "%2E.1.json"),
        ("release/2026 11", "release%2F2026%2011.1.json"), ("100%", "100%25.1.json"), ("é", "%C3%A9.1.json"), ("a\u{0}b\n", "a%00b%0A.1.json"),
    ])
    func staysInTheFolder(release: String, name: String) { #expect(RecordName.file(release: release, attempt: 1) == name) }

    /// Names that a careless rule would make equal.
    @Test func twoReleasesNeverShareAFile() {
        let long = String(repeating: "a", count: 300)
        let releases = [
            "a", "a.1", "a/1", "a%2F1", "a 1", "a_1", "a-1", "a%1", "a%251", ".a", "%2Ea", "..", ".", "é", "e\u{301}", "%C3%A9", long, long + "b",
            long + "/", String(long.prefix(100)) + "~" + Fingerprint.sha256(of: Data(long.utf8)),
        ]
        let names = releases.flatMap { release in [1, 2, 11].map { RecordName.file(release: release, attempt: $0) } }
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.utf8.count <= 255 && !$0.contains("/") && !$0.hasPrefix(".") })
    }
}
