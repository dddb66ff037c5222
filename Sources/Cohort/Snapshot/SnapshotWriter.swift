import Foundation
import GRDB

/// Writes one snapshot file: under a temporary name beside its destination, renamed when it is whole.
///
/// Whatever goes wrong in `fill`, no file is left, and nothing that was there is lost.
public struct SnapshotWriter {
    private let db: Database
    private let lists: ListInsertion
    private let insertRun: Statement
    private let insertScore: Statement

    /// - Parameters:
    ///   - scaling: `nil` = computed over the rows that were added.
    ///   - check: sees the manifest with counts, digests and k; what it throws leaves no file.
    ///   - fill: adds the rows and returns the manifest as the intake knows it.
    /// - Returns: the manifest with counts, digests and k.
    @discardableResult
    public static func write(
        to path: String, overwrite: Bool = false, scaling: ScalingConstants? = nil, check: (SnapshotManifest) throws -> Void = { _ in },
        _ fill: (SnapshotWriter) throws -> SnapshotManifest
    ) throws -> SnapshotManifest {
        let files = FileManager.default
        guard overwrite || !files.fileExists(atPath: path) else { throw SnapshotError.exists(path: path) }
        let temporary = path + ".part-\(ProcessInfo.processInfo.processIdentifier)"
        defer { for suffix in ["", "-journal", "-wal", "-shm"] { try? files.removeItem(atPath: temporary + suffix) } }

        let manifest = try naming(path) {
            // What leaves production is pseudonymous, not anonymous: only its owner may read the file, from its first byte on.
            let descriptor = open(temporary, O_CREAT | O_EXCL | O_WRONLY, 0o600)
            guard descriptor >= 0 else { throw SnapshotError.cannotWrite(path: path, cause: String(cString: strerror(errno))) }
            close(descriptor)
            let queue = try DatabaseQueue(path: temporary, configuration: configuration)
            let manifest = try queue.inDatabase { db in
                let manifest = try complete(db, scaling: scaling, check: check, fill)
                // Pages are laid out in key order, so that not even their order tells the order of production.
                try db.execute(sql: "VACUUM")
                return manifest
            }
            try queue.close()
            return manifest
        }
        // rename(2) replaces in one step: a reader sees the old file or the new one, never half of one.
        guard rename(temporary, path) == 0 else {
            throw SnapshotError.cannotWrite(path: path, cause: String(cString: strerror(errno)))
        }
        return manifest
    }

    /// Fills a database in memory and reads it back: nothing reaches a disk, so that there is nothing to remove, whatever happens.
    public static func inMemory(_ fill: (SnapshotWriter) throws -> SnapshotManifest) throws -> Snapshot {
        try naming("memory") {
            try DatabaseQueue(configuration: configuration).inDatabase { db in
                try db.execute(sql: "PRAGMA temp_store = MEMORY")
                _ = try complete(db, scaling: nil, check: { _ in }, fill)
                return try Snapshot.load(from: db, path: "the capture", isSealed: false)
            }
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        // A snapshot is rebuilt rather than recovered, so it needs no journal; foreign keys are the intake's to check.
        configuration.foreignKeysEnabled = false
        // When the intake fails the transaction stays open and the file is thrown away; GRDB would take that for a programming error.
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536")
        }
        return configuration
    }

    private static func complete(
        _ db: Database, scaling: ScalingConstants?, check: (SnapshotManifest) throws -> Void, _ fill: (SnapshotWriter) throws -> SnapshotManifest
    ) throws -> SnapshotManifest {
        try SnapshotSchema.create(in: db)
        try db.execute(sql: "BEGIN")
        var manifest = try fill(SnapshotWriter(db))
        try (scaling ?? ScalingConstants.compute(in: db)).save(in: db)
        for table in SnapshotSchema.tables {
            let found = try SnapshotDigest.table(table, in: db)
            manifest.relations[table.name, default: .init(offered: false)].rowCount = found.rows
            manifest.relations[table.name]?.digest = found.digest
        }
        (manifest.achievedK, manifest.uniqueParticipants) = try SnapshotAnonymity.measure(in: db, sealed: manifest.seal != nil)
        try check(manifest)
        try manifest.save(in: db)
        try manifest.seal?.save(in: db)
        try db.execute(sql: "COMMIT")
        return manifest
    }

    /// SQLite's errors in words that name the file and no value.
    private static func naming<R>(_ path: String, _ body: () throws -> R) throws -> R {
        do {
            return try body()
        } catch let error as DatabaseError {
            if error.extendedResultCode == .SQLITE_CONSTRAINT_PRIMARYKEY {
                throw SnapshotError.duplicateKey(relation: Self.relation(in: error))
            }
            throw SnapshotError.cannotWrite(path: path, cause: error.message ?? "SQLite error \(error.resultCode.rawValue)")
        }
    }

    /// SQLite says "UNIQUE constraint failed: table.column, ...": names, no values.
    private static func relation(in error: DatabaseError) -> String {
        let names = (error.message ?? "").split(separator: " ").last(where: { $0.contains(".") })
        return names?.split(separator: ".").first.map(String.init) ?? "(unknown)"
    }

    private init(_ db: Database) throws {
        self.db = db
        lists = try ListInsertion(db)
        insertRun = try db.makeStatement(sql: "INSERT INTO match_run VALUES (?, ?, ?, ?, ?, ?)")
        insertScore = try db.makeStatement(sql: "INSERT INTO assessment_score VALUES (?, ?, ?, ?)")
    }

    /// Adds one row of any relation.
    public func add(_ row: some SnapshotRow) throws { try row.insert(db) }

    // Lists, runs and scores are nearly all of a snapshot, so they have a way of their own that does not look at property names.

    public func add(_ run: MatchRun) throws {
        try insertRun.execute(
            arguments: [
                run.matchRunId, run.participantId, run.assessmentId, run.algorithmVersion, run.executedOn, run.sequence,
            ])
    }

    public func add(_ score: AssessmentScore) throws {
        try insertScore.execute(arguments: [score.assessmentId, score.scaleCode, score.score, score.standardError])
    }

    public func add(_ result: MatchResult) throws { try lists.insert(result) }
}
