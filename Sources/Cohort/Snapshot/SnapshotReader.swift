import Crypto
import Foundation
import GRDB

extension Snapshot {
    /// Reads a snapshot file. It is opened read-only, and its digests are checked before a row is used.
    public static func read(from path: String) throws -> Snapshot {
        guard FileManager.default.fileExists(atPath: path) else { throw SnapshotError.notFound(path: path) }
        var configuration = Configuration()
        configuration.readonly = true
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            return try queue.read { db in
                let version = try checkVersion(of: db, path: path)
                return try load(from: db, path: path, isSealed: version == SnapshotSchema.sealedFormatVersion)
            }
        } catch let error as DatabaseError {
            if error.resultCode == .SQLITE_NOTADB { throw SnapshotError.notASnapshot(path: path) }
            throw SnapshotError.damaged(path: path, what: "SQLite cannot read it")
        }
    }

    private static func checkVersion(of db: Database, path: String) throws -> Int {
        guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == SnapshotSchema.applicationID else {
            throw SnapshotError.notASnapshot(path: path)
        }
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard version <= SnapshotSchema.sealedFormatVersion else {
            throw SnapshotError.newerVersion(path: path, found: version, known: SnapshotSchema.sealedFormatVersion)
        }
        // A file cut off at a page boundary still opens; SQLite knows how many pages there should be.
        guard try String.fetchOne(db, sql: "PRAGMA quick_check") == "ok" else {
            throw SnapshotError.damaged(path: path, what: "pages are missing or broken")
        }
        return version
    }

    static func load(from db: Database, path: String, isSealed: Bool) throws -> Snapshot {
        guard var manifest = try SnapshotManifest(from: db) else {
            throw SnapshotError.damaged(path: path, what: "its manifest is incomplete")
        }
        let sealDigest = try readSeal(into: &manifest, from: db, path: path, isSealed: isSealed)
        var digests = SHA256()
        for (table, key) in SnapshotSchema.tables {
            let (rows, digest) = try SnapshotDigest.table(table, key: key, in: db)
            guard let relation = manifest.relations[table], relation.rowCount == rows, relation.digest == digest else {
                throw SnapshotError.damaged(path: path, what: "the rows of \(table) do not match the manifest")
            }
            digests.update(data: Data((table + digest).utf8))
        }
        if let sealDigest { digests.update(data: Data(("seal" + sealDigest).utf8)) }
        let workplaces = try Workplace.order(sql: "workplace_id").fetchAll(db)
        let runs = try MatchRun.order(sql: "match_run_id").fetchAll(db)
        return Snapshot(
            manifest: manifest, scaling: try ScalingConstants(from: db),
            participants: try Participant.order(sql: "participant_id").fetchAll(db),
            scales: try Scale.order(sql: "scale_code").fetchAll(db),
            assessments: try Assessment.order(sql: "assessment_id").fetchAll(db),
            scores: try AssessmentScore.order(sql: "assessment_id, scale_code").fetchAll(db),
            workplaces: workplaces,
            profiles: try IdealProfileEntry.order(sql: "workplace_id, profile_variant, scale_code").fetchAll(db),
            runs: runs, lists: try lists(of: runs, over: workplaces, in: db, path: path),
            choices: try Choice.order(sql: "choice_id").fetchAll(db),
            placements: try Placement.order(sql: "placement_id").fetchAll(db),
            feedback: try Feedback.order(sql: "feedback_id").fetchAll(db),
            invitations: try Invitation.order(sql: "participant_id, invited_on").fetchAll(db),
            abilities: try ParticipantAbility.order(sql: "participant_id").fetchAll(db),
            demands: try WorkplaceDemand.order(sql: "workplace_id").fetchAll(db),
            travelTimes: try TravelTime.order(sql: "participant_id, workplace_id").fetchAll(db),
            contacts: try EmployerContact.order(sql: "contact_id").fetchAll(db),
            digest: digests.finalize().map { String(format: "%02x", $0) }.joined())
    }

    private static func readSeal(into manifest: inout SnapshotManifest, from db: Database, path: String, isSealed: Bool) throws -> String? {
        guard isSealed else {
            // Whoever lowers the version of a sealed file must not make captured people of jittered ones.
            guard try !db.tableExists("seal") else { throw SnapshotError.damaged(path: path, what: "it has a seal, and says that it has none") }
            return nil
        }
        guard let (seal, digest) = try FidelitySeal.read(from: db) else {
            throw SnapshotError.damaged(path: path, what: "its seal is incomplete, or was changed after it was made")
        }
        manifest.seal = seal
        return digest
    }

    private static func lists(of runs: [MatchRun], over workplaces: [Workplace], in db: Database, path: String) throws -> [RecordedList] {
        let place = Dictionary(workplaces.enumerated().map { ($1.workplaceId, $0) }, uniquingKeysWith: { first, _ in first })
        // SQLite compares bytes, Swift compares what they mean: two ids could be one to us and two to the database.
        guard place.count == workplaces.count else {
            throw SnapshotError.inconsistent(path: path, what: "two workplace ids differ only in their Unicode form")
        }
        var lists = [RecordedList](repeating: RecordedList(workplaces: [], distances: []), count: runs.count)
        // Both sides are in key order, so one walk joins them.
        var index = 0
        let rows = try Row.fetchCursor(
            db, sql: "SELECT match_run_id, workplace_id, distance FROM match_result ORDER BY match_run_id, rank")
        while let row = try rows.next() {
            let run: Pseudonym = row[0]
            while index < runs.count, runs[index].matchRunId < run { index += 1 }
            guard index < runs.count, runs[index].matchRunId == run else {
                throw SnapshotError.inconsistent(path: path, what: "a list has no match run")
            }
            guard let workplace = place[row[1] as String] else {
                throw SnapshotError.inconsistent(path: path, what: "a list names a workplace that relation workplace does not have")
            }
            lists[index].workplaces.append(workplace)
            lists[index].distances.append(row[2])
        }
        return lists
    }
}
