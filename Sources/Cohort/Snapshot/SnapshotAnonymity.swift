import GRDB

/// How well participants hide among each other in the file: k-anonymity over the quasi-identifiers that are left.
public enum SnapshotAnonymity {
    public static let quasiIdentifiers = ["age_band", "gender", "municipality", "education_level"]

    /// The smallest class of participants with equal quasi-identifiers (unknown counts as a value), and how many stand alone.
    static func measure(in db: Database) throws -> (k: Int, unique: Int) {
        let columns = quasiIdentifiers.joined(separator: ", ")
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT COALESCE(MIN(n), 0) AS k, COALESCE(SUM(n = 1), 0) AS alone
                FROM (SELECT COUNT(*) AS n FROM participant GROUP BY \(columns))
                """)
        return (row?["k"] ?? 0, row?["alone"] ?? 0)
    }
}
