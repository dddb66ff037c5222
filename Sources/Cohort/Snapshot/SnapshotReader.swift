import Crypto
import Foundation
import GRDB

extension Snapshot {
    /// Reads a snapshot file. It is opened read-only, and its digests are checked before a row is used.
    ///
    /// - Parameter leavingOut: relations whose rows are checked and then left in the file, where a snapshot is too large for what nobody asks.
    public static func read(from path: String, leavingOut: Set<String> = []) throws -> Snapshot {
        try SnapshotFile.open(path).read { db in
            let version = try SnapshotFile.version(of: db, path: path)
            return try load(from: db, path: path, isSealed: version == SnapshotSchema.sealedFormatVersion, leavingOut: leavingOut)
        }
    }
    static func load(from db: Database, path: String, isSealed: Bool, leavingOut: Set<String> = []) throws -> Snapshot {
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
        func rows<Row: SnapshotRow>(_ request: QueryInterfaceRequest<Row>) throws -> [Row] {
            leavingOut.contains(Row.databaseTableName) ? [] : try request.fetchAll(db)
        }
        let workplaces = try Workplace.order(sql: "workplace_id").fetchAll(db)
        let runs = try MatchRun.order(sql: "match_run_id").fetchAll(db)
        return Snapshot(
            manifest: manifest, scaling: try ScalingConstants(from: db),
            participants: try rows(Participant.order(sql: "participant_id")),
            scales: try rows(Scale.order(sql: "scale_code")),
            assessments: try rows(Assessment.order(sql: "assessment_id")),
            scores: try rows(AssessmentScore.order(sql: "assessment_id, scale_code")),
            workplaces: workplaces,
            profiles: try rows(IdealProfileEntry.order(sql: "workplace_id, profile_variant, scale_code")),
            runs: runs,
            lists: leavingOut.contains(MatchResult.databaseTableName)
                ? runs.map { _ in RecordedList(workplaces: [], distances: []) } : try lists(of: runs, over: workplaces, in: db, path: path),
            choices: try rows(Choice.order(sql: "choice_id")),
            placements: try rows(Placement.order(sql: "placement_id")),
            feedback: try rows(Feedback.order(sql: "feedback_id")),
            invitations: try rows(Invitation.order(sql: "participant_id, invited_on")),
            abilities: try rows(ParticipantAbility.order(sql: "participant_id")),
            demands: try rows(WorkplaceDemand.order(sql: "workplace_id")),
            travelTimes: try rows(TravelTime.order(sql: "participant_id, workplace_id")),
            contacts: try rows(EmployerContact.order(sql: "contact_id")),
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

    /// - Parameter rows: of the lists of these runs, in order of run and rank.
    static func lists(
        of runs: [MatchRun], over workplaces: [Workplace], in db: Database, path: String,
        rows: SQLRequest<Row> = "SELECT match_run_id, workplace_id, distance FROM match_result ORDER BY match_run_id, rank"
    ) throws -> [RecordedList] {
        let place = Dictionary(workplaces.enumerated().map { ($1.workplaceId, $0) }, uniquingKeysWith: { first, _ in first })
        // SQLite compares bytes, Swift compares what they mean: two ids could be one to us and two to the database.
        guard place.count == workplaces.count else {
            throw SnapshotError.inconsistent(path: path, what: "two workplace ids differ only in their Unicode form")
        }
        var lists = [RecordedList](repeating: RecordedList(workplaces: [], distances: []), count: runs.count)
        // Both sides are in key order, so one walk joins them.
        var index = 0
        let rows = try rows.fetchCursor(db)
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
