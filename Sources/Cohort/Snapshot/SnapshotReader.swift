import Crypto
import Foundation
import GRDB

extension Snapshot {
    /// Reads a snapshot file. It is opened read-only, and its digests are checked before a row is used.
    ///
    /// - Parameters:
    ///   - leavingOut: relations whose rows are checked and then left in the file, where a snapshot is too large for what nobody asks.
    ///   - threads: each has a connection of its own.
    public static func read(from path: String, leavingOut: Set<String> = [], threads: Int = 1) throws -> Snapshot {
        let file = try SnapshotFile.open(path)
        let version = try file.read { try SnapshotFile.version(of: $0, path: path) }
        // What takes longest begins first. A broken page is told before what follows from it.
        let order = SnapshotSchema.tables.indices.sorted { isLarge($0) && !isLarge($1) }
        let digests = try parallelMap(count: order.count + 1, threads: threads) { step -> SnapshotDigest.OfTable? in
            try SnapshotFile.open(path).read { db in
                if step == 0 {
                    try SnapshotFile.checkPages(of: db, path: path)
                    return nil
                }
                return try SnapshotDigest.table(SnapshotSchema.tables[order[step - 1]], in: db)
            }
        }
        let checked = try file.read { db in
            try CheckedManifest(
                in: db, path: path, isSealed: version == SnapshotSchema.sealedFormatVersion, digests: digests.compactMap { $0 })
        }
        // Scores are half of the rows: they are read beside all others.
        let pieces = try parallelMap(count: 2, threads: threads) { piece -> (rest: Snapshot?, scores: AssessmentScores?) in
            try SnapshotFile.open(path).read { db in
                let reading = SnapshotRows(db: db, path: path, manifest: checked.manifest, leavingOut: leavingOut)
                return piece == 0 ? (try reading.withoutScores(digest: checked.digest), nil) : (nil, try reading.scores())
            }
        }
        guard var snapshot = pieces[0].rest, let scores = pieces[1].scores else { throw SnapshotError.damaged(path: path, what: "SQLite cannot read it") }
        snapshot.scores = scores
        return snapshot
    }

    private static func isLarge(_ table: Int) -> Bool {
        [MatchResult.databaseTableName, AssessmentScore.databaseTableName].contains(SnapshotSchema.tables[table].name)
    }

    /// Of a database that is open already.
    static func load(from db: Database, path: String, isSealed: Bool) throws -> Snapshot {
        let checked = try CheckedManifest(
            in: db, path: path, isSealed: isSealed, digests: try SnapshotSchema.tables.map { try SnapshotDigest.table($0, in: db) })
        let reading = SnapshotRows(db: db, path: path, manifest: checked.manifest, leavingOut: [])
        var snapshot = try reading.withoutScores(digest: checked.digest)
        snapshot.scores = try reading.scores()
        return snapshot
    }
}

/// The manifest of a file whose rows are the ones that it was written with.
private struct CheckedManifest {
    let manifest: SnapshotManifest
    /// Of the whole snapshot.
    let digest: String

    init(in db: Database, path: String, isSealed: Bool, digests: [SnapshotDigest.OfTable]) throws {
        guard var manifest = try SnapshotManifest(from: db) else {
            throw SnapshotError.damaged(path: path, what: "its manifest is incomplete")
        }
        let sealDigest = try Self.readSeal(into: &manifest, from: db, path: path, isSealed: isSealed)
        let byTable = Dictionary(uniqueKeysWithValues: digests.map { ($0.table, $0) })
        var whole = SHA256()
        for (table, _) in SnapshotSchema.tables {
            guard let found = byTable[table], let relation = manifest.relations[table], relation.rowCount == found.rows, relation.digest == found.digest
            else { throw SnapshotError.damaged(path: path, what: "the rows of \(table) do not match the manifest") }
            whole.update(data: Data((table + found.digest).utf8))
        }
        if let sealDigest { whole.update(data: Data(("seal" + sealDigest).utf8)) }
        self.manifest = manifest
        digest = whole.finalize().map { String(format: "%02x", $0) }.joined()
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
}
