import GRDB

/// How well participants hide among each other in the file: k-anonymity over the quasi-identifiers that are left.
public enum SnapshotAnonymity {
    public static let quasiIdentifiers = ["age_band", "gender", "municipality", "education_level"]
    /// Of a sealed snapshot, where the municipality is gone and the language of the test counts; of somebody tested in more languages, all of them together.
    public static let sealedQuasiIdentifiers = ["age_band", "gender", "education_level", "test_language"]

    static func quasiIdentifiers(sealed: Bool) -> [String] { sealed ? sealedQuasiIdentifiers : quasiIdentifiers }

    /// The smallest class of participants with equal quasi-identifiers (unknown counts as a value), and how many stand alone.
    static func measure(in db: Database, sealed: Bool) throws -> (k: Int, unique: Int) {
        let columns = quasiIdentifiers(sealed: sealed).joined(separator: ", ")
        let people =
            sealed
            ? """
            participant LEFT JOIN (
                SELECT participant_id, GROUP_CONCAT(test_language) AS test_language
                FROM (SELECT DISTINCT participant_id, test_language FROM assessment ORDER BY participant_id, test_language)
                GROUP BY participant_id) USING (participant_id)
            """ : "participant"
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT COALESCE(MIN(n), 0) AS k, COALESCE(SUM(n = 1), 0) AS alone
                FROM (SELECT COUNT(*) AS n FROM \(people) GROUP BY \(columns))
                """)
        return (row?["k"] ?? 0, row?["alone"] ?? 0)
    }
}
