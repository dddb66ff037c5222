import Foundation
import GRDB

/// A snapshot file, read a part of the people at a time: what the replay of those people needs, and nothing else of them.
///
/// A shard is a snapshot in itself: some people in order of pseudonym, with their tests, lists, abilities and journeys; all places; and the scaling
/// constants of the whole. Choices, placements, feedback, invitations and contacts are not in it, because no list depends on them.
public struct SnapshotShards: Sendable {
    public let count: Int
    private let file: SnapshotFile
    /// The first participant of every shard but the first.
    private let bounds: [Pseudonym]
    private let manifest: SnapshotManifest
    private let scaling: ScalingConstants
    private let scales: [Scale]
    private let workplaces: [Workplace]
    private let profiles: [IdealProfileEntry]
    private let demands: [WorkplaceDemand]

    /// Pages and digests of the file are not checked again: whoever divides a snapshot has read it.
    public init(_ path: String, count: Int) throws {
        let file = try SnapshotFile.open(path)
        self.file = file
        self.count = max(1, count)
        (manifest, scaling) = try file.read { db in
            _ = try SnapshotFile.version(of: db, path: path)
            guard let manifest = try SnapshotManifest(from: db) else { throw SnapshotError.damaged(path: path, what: "its manifest is incomplete") }
            return (manifest, try ScalingConstants(from: db))
        }
        (scales, workplaces, profiles, demands) = try file.read { db in
            (
                try Scale.order(sql: "scale_code").fetchAll(db), try Workplace.order(sql: "workplace_id").fetchAll(db),
                try IdealProfileEntry.order(sql: "workplace_id, profile_variant, scale_code").fetchAll(db),
                try WorkplaceDemand.order(sql: "workplace_id").fetchAll(db)
            )
        }
        let people = try file.read { db in try Pseudonym.fetchAll(db, sql: "SELECT participant_id FROM participant ORDER BY participant_id") }
        let shards = max(1, count)
        bounds = people.isEmpty ? [] : (1..<shards).map { people[min(people.count - 1, people.count * $0 / shards)] }
        // The file is in order of assessment and run; without a way from people to theirs every shard would read all of it.
        try file.beside { db in
            for (table, key) in [("assessment", "assessment_id"), ("match_run", "match_run_id")] {
                try db.execute(sql: """
                    CREATE TEMP TABLE of_\(table) (participant_id BLOB NOT NULL, \(key) BLOB NOT NULL, PRIMARY KEY (participant_id, \(key))) WITHOUT ROWID;
                    INSERT INTO of_\(table) SELECT participant_id, \(key) FROM \(table) ORDER BY participant_id, \(key);
                    """)
            }
        }
    }

    /// - Parameter index: from 0.
    public func shard(_ index: Int) throws -> Snapshot {
        let (low, high) = limits(index)
        return try file.beside { db in
            func own<Row: SnapshotRow>(_ order: String) throws -> [Row] {
                try Row.fetchAll(
                    db, sql: "SELECT * FROM \(Row.databaseTableName) WHERE participant_id >= ? AND participant_id < ? ORDER BY \(order)",
                    arguments: [low, high])
            }
            func through<Rows: RangeReplaceableCollection>(_ key: String, order: String) throws -> Rows where Rows.Element: SnapshotRow {
                let table = key == "assessment_id" ? "of_assessment" : "of_match_run"
                return try Rows(
                    Rows.Element.fetchCursor(
                        db,
                        sql: """
                            SELECT t.* FROM temp.\(table) k JOIN \(Rows.Element.databaseTableName) t ON t.\(key) = k.\(key)
                            WHERE k.participant_id >= ? AND k.participant_id < ? ORDER BY \(order)
                            """, arguments: [low, high]))
            }
            let runs: [MatchRun] = try through("match_run_id", order: "t.match_run_id")
            let lists = try SnapshotRows.lists(
                of: runs, over: workplaces, in: db, path: file.path,
                rows: SQLRequest(
                    sql: """
                        SELECT t.match_run_id, t.workplace_id, t.distance FROM temp.of_match_run k JOIN match_result t ON t.match_run_id = k.match_run_id
                        WHERE k.participant_id >= ? AND k.participant_id < ? ORDER BY t.match_run_id, t.rank
                        """, arguments: [low, high]))
            return Snapshot(
                manifest: manifest, scaling: scaling, participants: try own("participant_id"), scales: scales,
                assessments: try through("assessment_id", order: "t.assessment_id"),
                scores: try through("assessment_id", order: "t.assessment_id, t.scale_code"), workplaces: workplaces,
                profiles: profiles, runs: runs, lists: lists, choices: [], placements: [], feedback: [], invitations: [],
                abilities: try own("participant_id"), demands: demands, travelTimes: try own("participant_id, workplace_id"), contacts: [],
                digest: "")
        }
    }

    /// Blobs sort as pseudonyms do. An empty one lies before all of them, and one of seventeen bytes of ones after.
    private func limits(_ index: Int) -> (low: DatabaseValue, high: DatabaseValue) {
        let first = Data(), last = Data(repeating: 0xFF, count: 17)
        guard !bounds.isEmpty else { return (first.databaseValue, (index == 0 ? last : first).databaseValue) }
        return (
            index == 0 ? first.databaseValue : bounds[index - 1].databaseValue,
            index == count - 1 ? last.databaseValue : bounds[index].databaseValue
        )
    }
}
