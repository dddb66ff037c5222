import GRDB

extension SnapshotManifest {
    private static let keyed = "keyed (HMAC-SHA256, 16 bytes): pseudonymous, not anonymous"
    private static let drawn = "drawn at random for this file (16 bytes): pseudonymous, not anonymous"

    func save(in db: Database) throws {
        let values: [(String, String)] = [
            ("contract_version", contractVersion), ("tool_version", toolVersion),
            ("period_from", period.from.iso), ("period_to", period.to.iso), ("time_zone", timeZone),
            ("age_band_bounds", ageBandBounds.map(String.init).joined(separator: ",")),
            ("linkable", linkable ? "yes" : "no"), ("pseudonyms", seal == nil ? Self.keyed : Self.drawn),
            ("achieved_k", String(achievedK)), ("unique_participants", String(uniqueParticipants)),
            ("quasi_identifiers", SnapshotAnonymity.quasiIdentifiers(sealed: seal != nil).joined(separator: ",")),
        ]
        for (key, value) in values {
            try db.execute(sql: "INSERT INTO manifest VALUES (?, ?)", arguments: [key, value])
        }
        for (name, relation) in relations {
            try db.execute(
                sql: "INSERT INTO manifest_relation VALUES (?, ?, ?, ?, ?)",
                arguments: [name, relation.offered, relation.missingColumns.sorted().joined(separator: ","), relation.rowCount, relation.digest])
        }
        for (column, transformation) in transformations {
            try db.execute(sql: "INSERT INTO manifest_transformation VALUES (?, ?)", arguments: [column, transformation])
        }
        for (column, count) in unrecognised {
            try db.execute(sql: "INSERT INTO manifest_unrecognised VALUES (?, ?)", arguments: [column, count])
        }
    }

    /// `nil` when a part of the manifest is missing or cannot be read.
    init?(from db: Database) throws {
        let pairs = try Row.fetchAll(db, sql: "SELECT key, value FROM manifest").map { ($0["key"] as String, $0["value"] as String) }
        let values = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        guard let contractVersion = values["contract_version"], let toolVersion = values["tool_version"],
            let from = values["period_from"].flatMap(Day.init(iso:)), let to = values["period_to"].flatMap(Day.init(iso:)),
            let period = Period(from: from, to: to), let timeZone = values["time_zone"],
            let bounds = values["age_band_bounds"], let linkable = values["linkable"],
            let achievedK = values["achieved_k"].flatMap(Int.init), let unique = values["unique_participants"].flatMap(Int.init)
        else { return nil }

        var relations: [String: Relation] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT * FROM manifest_relation") {
            let missing: String = row["missing_columns"]
            relations[row["name"]] = Relation(
                offered: row["offered"], missingColumns: missing.split(separator: ",").map(String.init),
                rowCount: row["row_count"], digest: row["digest"])
        }
        var transformations: [String: String] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT * FROM manifest_transformation") {
            transformations[row["column_name"]] = row["transformation"]
        }
        var unrecognised: [String: Int] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT * FROM manifest_unrecognised") {
            unrecognised[row["column_name"]] = row["value_count"]
        }
        self.init(
            contractVersion: contractVersion, toolVersion: toolVersion, period: period, timeZone: timeZone,
            ageBandBounds: bounds.split(separator: ",").compactMap { Int($0) }, linkable: linkable == "yes",
            transformations: transformations, unrecognised: unrecognised, relations: relations)
        self.achievedK = achievedK
        self.uniqueParticipants = unique
    }
}
