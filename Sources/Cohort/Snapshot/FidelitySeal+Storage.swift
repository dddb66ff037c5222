import Crypto
import Foundation
import GRDB

extension FidelitySeal {
    /// Everything that a sealed file says about itself. The rows of people and places are covered through `manifest_relation`, which holds their digests.
    private static let covered: [(name: String, key: String)] = [
        ("manifest", "key"), ("manifest_relation", "name"), ("manifest_transformation", "column_name"), ("manifest_unrecognised", "column_name"),
        ("scaling_constant", "side, scale_code"), ("seal", "core_sha256"), ("seal_group", "attribute, group_name"),
    ]

    /// The last thing that is saved, because its digest covers the rest of the file.
    func save(in db: Database) throws {
        try SnapshotSchema.createSeal(in: db)
        try db.execute(
            sql: "INSERT INTO seal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                coreSHA256, coreName, coreVersion, runs, exact, movement.gates, movement.findings, movement.moved, movement.largestChange,
            ])
        for count in byGroup {
            try db.execute(sql: "INSERT INTO seal_group VALUES (?, ?, ?, ?)", arguments: [count.attribute, count.group, count.runs, count.exact])
        }
        try db.execute(sql: "INSERT INTO seal_digest VALUES (?)", arguments: [Self.digest(in: db)])
    }

    /// - Returns: the seal and its digest; `nil` when a part is missing or the digest is another one. It is a digest, not a signature: it notices
    ///   a slip or a hand in the file, not somebody who writes a new digest as well.
    static func read(from db: Database) throws -> (seal: FidelitySeal, digest: String)? {
        guard try db.tableExists("seal"), try db.tableExists("seal_group"), try db.tableExists("seal_digest"),
            try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM seal") == 1, let row = try Row.fetchOne(db, sql: "SELECT * FROM seal")
        else { return nil }
        let digest = try digest(in: db)
        guard try String.fetchAll(db, sql: "SELECT sha256 FROM seal_digest") == [digest] else { return nil }
        let groups = try Row.fetchAll(db, sql: "SELECT * FROM seal_group ORDER BY attribute, group_name").map {
            GroupCount(attribute: $0["attribute"], group: $0["group_name"], runs: $0["runs"], exact: $0["exact"])
        }
        let seal = FidelitySeal(
            coreSHA256: row["core_sha256"], coreName: row["core_name"], coreVersion: row["core_version"], runs: row["runs"], exact: row["exact"],
            byGroup: groups,
            movement: Movement(
                gates: row["movement_gates"], findings: row["movement_findings"], moved: row["movement_moved"],
                largestChange: row["movement_largest_change"]))
        return (seal, digest)
    }

    private static func digest(in db: Database) throws -> String {
        var hash = SHA256()
        for table in covered { hash.update(data: Data((table.name + (try SnapshotDigest.table(table, in: db).digest)).utf8)) }
        return hash.finalize().map { String(format: "%02x", $0) }.joined()
    }
}
