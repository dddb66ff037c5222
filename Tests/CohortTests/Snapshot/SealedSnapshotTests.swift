import Cohort
import Foundation
import GRDB
import Testing

@Suite struct SealedSnapshotTests {
    private static let seal = FidelitySeal(
        coreSHA256: "abc", coreName: "ik-zoek", coreVersion: "2.3", runs: 12, exact: 11,
        byGroup: [.init(attribute: "gender", group: "female", runs: 6, exact: 6), .init(attribute: "test_language", group: "nl", runs: 12, exact: 11)],
        movement: .init(gates: 7, findings: 90, moved: 2, largestChange: 0.25))

    /// The town of `SnapshotFileTests`, sealed, with scores that were changed and scaling constants that were not.
    private static func withSealed(_ body: (_ path: String, _ captured: Snapshot) throws -> Void) throws {
        try SnapshotFileTests.withFile { path in
            let plain = path + ".plain"
            try SnapshotFileTests.write(plain)
            let captured = try Snapshot.read(from: plain)
            try FileManager.default.removeItem(atPath: plain)
            var sealed = captured
            sealed.manifest.seal = seal
            for index in sealed.scores.indices { sealed.scores[index].score = 3 }
            try SnapshotWriter.write(sealed: sealed, to: path) { _ in }
            try body(path, captured)
        }
    }

    @Test func whatIsSealedComesBackWithTheConstantsOfTheCapture() throws {
        try Self.withSealed { path, captured in
            let read = try Snapshot.read(from: path)
            #expect(read.manifest.seal == Self.seal)
            #expect(read.scaling == captured.scaling && read.scaling.participants["s"]?.mean == 6.5)
            #expect(read.scores.allSatisfy { $0.score == 3 })
            #expect(read.lists == captured.lists && read.runs == captured.runs && read.participants == captured.participants)
            #expect(read.digest != captured.digest && read.digest.count == 64)
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        }
    }

    /// A reader that knows version 1 alone refuses the file by its number; an ordinary file keeps that number and has no table of a seal.
    @Test func onlyASealedFileIsOfTheNewerVersion() throws {
        func version(_ path: String) throws -> (Int?, Bool) {
            try DatabaseQueue(path: path).read { (try Int.fetchOne($0, sql: "PRAGMA user_version"), try $0.tableExists("seal")) }
        }
        try Self.withSealed { path, _ in
            let (number, hasSeal) = try version(path)
            #expect(number == 2 && hasSeal)
        }
        try SnapshotFileTests.withFile { path in
            try SnapshotFileTests.write(path)
            let (number, hasSeal) = try version(path)
            #expect(number == 1 && !hasSeal)
            #expect(try Snapshot.read(from: path).manifest.seal == nil)
        }
    }

    private struct Stop: Error, Equatable {
        let k: Int
        let unique: Int
    }

    /// k is measured in the file, over the language of the test and not over the municipality.
    @Test func theLanguageOfTheTestCountsInTheClassesOfASealedFile() throws {
        try Self.withSealed { path, captured in
            let manifest = try Snapshot.read(from: path).manifest
            #expect(manifest.achievedK == 6)
            var sealed = captured
            sealed.manifest.seal = Self.seal
            sealed.assessments[0].testLanguage = "ar"
            for index in sealed.participants.indices { sealed.participants[index].municipality = "GM000\(index % 10)" }
            let spread = sealed
            let error = #expect(throws: Stop.self) {
                try SnapshotWriter.write(sealed: spread, to: path + ".other") { throw Stop(k: $0.achievedK, unique: $0.uniqueParticipants) }
            }
            #expect(error == Stop(k: 1, unique: 1))
            #expect(!FileManager.default.fileExists(atPath: path + ".other"), "what a check throws leaves no file")
        }
    }

    static let hands = [
        "UPDATE seal SET exact = 12", "UPDATE seal SET core_sha256 = 'def'", "UPDATE seal SET movement_moved = 0", "DELETE FROM seal",
        "INSERT INTO seal VALUES ('def', '', '', 1, 1, 0, 0, 0, 0)", "UPDATE seal_group SET exact = 12 WHERE attribute = 'test_language'",
        "DELETE FROM seal_group WHERE attribute = 'gender'", "INSERT INTO seal_group VALUES ('gender', 'male', 6, 6)",
        "UPDATE seal_digest SET sha256 = 'x'", "DELETE FROM seal_digest", "DROP TABLE seal_group", "DROP TABLE seal_digest",
        // What the seal covers besides itself.
        "UPDATE scaling_constant SET mean = 5 WHERE side = 'participants'", "UPDATE manifest SET value = '9' WHERE key = 'achieved_k'",
        "UPDATE manifest_relation SET offered = 1", "UPDATE manifest_transformation SET transformation = 'none'",
        // As an ordinary one it would be measured as if its people were as captured.
        "PRAGMA user_version = 1", "UPDATE assessment_score SET score = 4",
    ]

    @Test(arguments: hands)
    func aHandInASealedFileIsDamage(sql: String) throws {
        try Self.withSealed { path, _ in
            try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: sql) }
            let error = #expect(throws: SnapshotError.self) { try Snapshot.read(from: path) }
            guard case .damaged = error else { Issue.record("\(String(describing: error))"); return }
        }
    }

    @Test func anOrdinaryFileDoesNotBecomeASealedOneByItsNumber() throws {
        try SnapshotFileTests.withFile { path in
            try SnapshotFileTests.write(path)
            try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 2") }
            #expect(throws: SnapshotError.damaged(path: path, what: "its seal is incomplete, or was changed after it was made")) {
                try Snapshot.read(from: path)
            }
        }
    }

    @Test func aSnapshotInMemoryIsTheOneThatAFileHolds() throws {
        try SnapshotFileTests.withFile { path in
            try SnapshotFileTests.write(path)
            let file = try Snapshot.read(from: path)
            try FileManager.default.removeItem(atPath: path)
            let memory = try SnapshotWriter.inMemory { try SnapshotFileTests.fill($0, people: 12) }
            #expect(memory.digest == file.digest && memory.manifest == file.manifest && memory.scaling == file.scaling && memory.lists == file.lists)
            #expect(throws: SnapshotError.duplicateKey(relation: "participant")) {
                try SnapshotWriter.inMemory { writer in
                    try writer.add(Participant(participantId: SnapshotFileTests.pseudonym(1)))
                    try writer.add(Participant(participantId: SnapshotFileTests.pseudonym(1)))
                    return try SnapshotFileTests.manifest()
                }
            }
        }
    }
}
