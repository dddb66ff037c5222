import Cohort
import Foundation
import GRDB
import Testing

@Suite struct SnapshotFileTests {
    static func pseudonym(_ number: UInt64) -> Pseudonym { Pseudonym(high: number &* 0x9E37_79B9_7F4A_7C15, low: number) }
    static let day = Day(number: 20_454)

    static func withFile<R>(_ body: (String) throws -> R) throws -> R {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("snapshot-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder.appendingPathComponent("a.sqlite").path)
    }

    static func manifest() throws -> SnapshotManifest {
        SnapshotManifest(
            contractVersion: "1", toolVersion: "test", period: try #require(Period(from: day, to: day + 30)), timeZone: "Europe/Amsterdam",
            ageBandBounds: [27, 45], linkable: false, transformations: ["participant.birth_year": "age band"], unrecognised: ["participant.gender": 2],
            relations: ["participant": .init(offered: true, missingColumns: ["left_on"]), "choice": .init(offered: false)])
    }

    @discardableResult
    static func write(_ path: String, people: Int = 12, overwrite: Bool = false) throws -> SnapshotManifest {
        try SnapshotWriter.write(to: path, overwrite: overwrite) { try fill($0, people: people) }
    }

    static func fill(_ writer: SnapshotWriter, people: Int) throws -> SnapshotManifest {
        try writer.add(Scale(scaleCode: "s", component: "capacity", labelNl: "s", labelEn: "s", minimum: 0, maximum: 10, languageFree: false))
        try writer.add(Workplace(workplaceId: "w1", workKind: "paid", activeFrom: day))
        try writer.add(Workplace(workplaceId: "w2", workKind: "paid", activeFrom: day))
        for (place, target) in [("w1", 2.0), ("w2", 6.0)] {
            try writer.add(IdealProfileEntry(workplaceId: place, profileVariant: "", scaleCode: "s", target: target, weight: 1))
        }
        for number in (1...UInt64(people)).reversed() {
            var participant = Participant(participantId: pseudonym(number))
            participant.gender = number % 2 == 0 ? "female" : nil
            participant.targetGroupRegister = number % 3 == 0
            participant.firstRunOn = day + Int(number)
            try writer.add(participant)
            try writer.add(Assessment(assessmentId: pseudonym(100 + number), participantId: pseudonym(number), testLanguage: "nl"))
            try writer.add(AssessmentScore(assessmentId: pseudonym(100 + number), scaleCode: "s", score: Double(number)))
            try writer.add(
                MatchRun(
                    matchRunId: pseudonym(200 + number), participantId: pseudonym(number), assessmentId: pseudonym(100 + number),
                    algorithmVersion: "1", executedOn: day, sequence: 1))
            try writer.add(MatchResult(matchRunId: pseudonym(200 + number), rank: 2, workplaceId: "w1", distance: nil))
            try writer.add(MatchResult(matchRunId: pseudonym(200 + number), rank: 1, workplaceId: "w2", distance: 0.5))
        }
        return try manifest()
    }

    /// Several connections read the same value, and find the same damage.
    @Test(arguments: [1, 2, 7]) func anyNumberOfThreadsReadsTheSame(threads: Int) throws {
        try Self.withFile { path in
            try Self.write(path)
            let one = try Snapshot.read(from: path), snapshot = try Snapshot.read(from: path, threads: threads)
            #expect(snapshot.digest == one.digest && snapshot.participants == one.participants && snapshot.scores == one.scores)
            #expect(snapshot.lists == one.lists && snapshot.runs == one.runs && snapshot.assessments == one.assessments)
            let without = try Snapshot.read(from: path, leavingOut: ["assessment_score", "match_result"], threads: threads)
            #expect(without.digest == one.digest && without.scores.isEmpty && without.lists.allSatisfy(\.workplaces.isEmpty))
            // Text where a number belongs: found by its digest before a row is used.
            try DatabaseQueue(path: path).write { try $0.execute(sql: "UPDATE match_result SET distance = 'none' WHERE rank = 2") }
            #expect(throws: SnapshotError.damaged(path: path, what: "the rows of match_result do not match the manifest")) {
                try Snapshot.read(from: path, threads: threads)
            }
        }
    }

    @Test func whatIsWrittenComesBackInPseudonymOrder() throws {
        try Self.withFile { path in
            let written = try Self.write(path)
            let snapshot = try Snapshot.read(from: path)
            #expect(snapshot.manifest == written)
            #expect(snapshot.participants.count == 12)
            #expect(snapshot.participants.map(\.participantId) == snapshot.participants.map(\.participantId).sorted())
            #expect(snapshot.lists.allSatisfy { $0.workplaces == [1, 0] && $0.distances == [0.5, nil] })
            #expect(snapshot.participants.contains { $0.targetGroupRegister == true && $0.firstRunOn != nil })
            #expect(snapshot.offers("participant") && !snapshot.offers("choice") && !snapshot.offers("left_on", of: "participant"))
            // Scores 1...12: mean 6.5, population variance (144 - 1) / 12. Targets 2 and 6: mean 4, deviation 2.
            let score = try #require(snapshot.scaling.participants["s"])
            #expect(score.mean == 6.5 && abs(score.standardDeviation - (143.0 / 12).squareRoot()) < 1e-12 && score.maximum == 12)
            #expect(snapshot.scaling.workplaces["s"]?.standardDeviation == 2)
            #expect(snapshot.manifest.achievedK == 6)
        }
    }

    @Test func onlyItsOwnerMayReadIt() throws {
        try Self.withFile { path in
            try Self.write(path)
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
    }

    @Test func theSameRowsInAnotherOrderGiveTheSameDigest() throws {
        try Self.withFile { path in
            try Self.write(path)
            let first = try Snapshot.read(from: path).digest
            try Self.write(path, overwrite: true)
            #expect(try Snapshot.read(from: path).digest == first)
            try Self.write(path, people: 13, overwrite: true)
            #expect(try Snapshot.read(from: path).digest != first)
        }
    }

    @Test func anErrorOnTheWayLeavesNothingAndLosesNothing() throws {
        struct Stop: Error {}
        try Self.withFile { path in
            try Self.write(path)
            let before = try Data(contentsOf: URL(fileURLWithPath: path))
            #expect(throws: SnapshotError.exists(path: path)) { try Self.write(path) }
            #expect(throws: Stop.self) {
                try SnapshotWriter.write(to: path, overwrite: true) { writer in
                    try writer.add(Participant(participantId: Self.pseudonym(1)))
                    throw Stop()
                }
            }
            #expect(throws: SnapshotError.duplicateKey(relation: "participant")) {
                try SnapshotWriter.write(to: path, overwrite: true) { writer in
                    try writer.add(Participant(participantId: Self.pseudonym(1)))
                    try writer.add(Participant(participantId: Self.pseudonym(1)))
                    return try Self.manifest()
                }
            }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.sqlite"])
        }
    }

    @Test func aFolderThatIsNotThereIsOneClearError() throws {
        let error = #expect(throws: SnapshotError.self) { try Self.write("/proc/nowhere/a.sqlite") }
        #expect(error?.description.contains("could not be written to /proc/nowhere/a.sqlite") == true)
    }

    /// Cut at every tenth of the file: never read, always said.
    @Test func aTruncatedFileIsNeverMeasured() throws {
        try Self.withFile { path in
            try Self.write(path)
            let whole = try Data(contentsOf: URL(fileURLWithPath: path))
            for tenths in 0..<10 {
                try whole.prefix(whole.count * tenths / 10).write(to: URL(fileURLWithPath: path))
                #expect(throws: SnapshotError.self, "\(tenths) tenths") { try Snapshot.read(from: path) }
            }
        }
    }

    @Test func aFileThatWasChangedIsNeverMeasured() throws {
        try Self.withFile { path in
            try Self.write(path)
            try DatabaseQueue(path: path).write { try $0.execute(sql: "UPDATE participant SET gender = 'male' WHERE gender IS NULL") }
            let error = #expect(throws: SnapshotError.self) { try Snapshot.read(from: path) }
            #expect(error == .damaged(path: path, what: "the rows of participant do not match the manifest"))
        }
    }

    @Test func aNewerFormatIsRefusedByName() throws {
        try Self.withFile { path in
            try Self.write(path)
            try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 99") }
            #expect(throws: SnapshotError.newerVersion(path: path, found: 99, known: 2)) { try Snapshot.read(from: path) }
        }
    }

    @Test func anythingElseIsNoSnapshot() throws {
        try Self.withFile { path in
            #expect(throws: SnapshotError.notFound(path: path)) { try Snapshot.read(from: path) }
            try Data("participant,gender".utf8).write(to: URL(fileURLWithPath: path))
            #expect(throws: SnapshotError.notASnapshot(path: path)) { try Snapshot.read(from: path) }
            try FileManager.default.removeItem(atPath: path)
            try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE participant (a)") }
            #expect(throws: SnapshotError.notASnapshot(path: path)) { try Snapshot.read(from: path) }
        }
    }
}
