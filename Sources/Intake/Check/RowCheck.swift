import Postgres

/// The rows of the relations that are offered whole, counted. No value is kept or told, only how many and where.
struct RowCheck {
    let source: ContractSource
    var report: CheckReport
    /// Relations whose rows can all be read as the contract's types; only these are compared with each other.
    private var sound: Set<String> = []

    init(source: ContractSource, report: CheckReport) {
        self.source = source
        self.report = report
    }

    mutating func run(_ connection: borrowing Connection) throws {
        for relation in Contract.relations where isWhole(relation) {
            guard try countRows(of: relation, connection) else { continue }
            sound.insert(relation.name)
            try countDuplicates(of: relation, connection)
            try countUnknownCodes(of: relation, connection)
        }
        for relation in Contract.relations where sound.contains(relation.name) {
            for reference in relation.references where sound.contains(reference.relation) {
                try countOrphans(of: relation, reference, connection)
            }
        }
        try checkCoherence(connection)
    }

    func isSound(_ relations: ContractRelation...) -> Bool { relations.allSatisfy { sound.contains($0.name) } }

    /// Offered, readable, and with every required column.
    private func isWhole(_ relation: ContractRelation) -> Bool {
        guard let offered = source.catalogue.relation(relation.name) else { return false }
        return !source.catalogue.unreadable.contains(relation.name)
            && relation.columns.allSatisfy { !$0.isRequired || offered.column($0.name) != nil }
    }

    func count(_ query: Query, _ connection: borrowing Connection, of relation: ContractRelation) throws -> Int {
        let result = try connection.query(query, purpose: "checking \(relation.name)")
        return result.count == 0 ? 0 : Int(result[0, 0] ?? "") ?? 0
    }

    /// One pass over the relation: how many rows, which days, NULL and NaN where there should be none.
    /// - Returns: whether every value could be read as the contract's type.
    private mutating func countRows(of relation: ContractRelation, _ connection: borrowing Connection) throws -> Bool {
        let days = relation.columns.first { $0.isRequired && ($0.type == .date || $0.type == .timestampWithTimeZone) }
        let name = { (column: ContractColumn) in Query.quote(identifier: column.name) }
        // Counting a column makes the server read it as our type; counting rows alone would not.
        var parts = ["count(*)"]
        parts += relation.columns.map { "count(\(name($0)))" }
        parts += relation.columns.map { Self.isNumber($0) ? "count(*) FILTER (WHERE \(name($0)) IN ('NaN', 'Infinity', '-Infinity'))" : "0" }
        parts += days.map { ["min(\(name($0)))::date", "max(\(name($0)))::date"] } ?? []
        let values: [String?]
        do {
            let query: Query = "SELECT \(unsafeSQL: parts.joined(separator: ", ")) FROM \(source.rows(relation))"
            values = try trying(connection) { connection in
                try connection.query(query, purpose: "checking \(relation.name)").rows.first ?? []
            }
        } catch PostgresError.valueDoesNotFit(_, let condition) {
            try nameColumnsThatDoNotCast(of: relation, condition, connection)
            return false
        }

        let counts = values.map { $0.flatMap { Int($0) } ?? 0 }
        let total = counts[0]
        for (index, column) in relation.columns.enumerated() {
            let place = "\(relation.name).\(column.name)"
            if !column.isNullable, total > counts[1 + index] {
                report.find(
                    .nullInRequired, place, "\(total - counts[1 + index]) of \(total) rows have no value",
                    "The contract requires one: fill it in the view, or leave the rows out.")
            }
            let notFinite = counts[1 + relation.columns.count + index]
            if notFinite > 0 {
                report.find(.notFinite, place, "\(notFinite) values are NaN or infinite", "Make them NULL (not measured) in the view; capture stops on them.")
            }
        }
        if total == 0 && relation.isRequired {
            report.find(.noRows, relation.name, "has no rows", "Nothing can be measured without them; see whether the view selects what it should.")
        }
        if let index = report.relations.firstIndex(where: { $0.name == relation.name }) {
            report.relations[index].rowCount = total
            if days != nil { (report.relations[index].firstDay, report.relations[index].lastDay) = (values[values.count - 2], values[values.count - 1]) }
        }
        return true
    }

    private static func isNumber(_ column: ContractColumn) -> Bool { column.type == .doublePrecision || column.type == .real }

    private mutating func nameColumnsThatDoNotCast(
        of relation: ContractRelation, _ condition: String, _ connection: borrowing Connection
    ) throws {
        for column in relation.columns {
            do {
                let query: Query = "SELECT count(\(identifier: column.name)) FROM \(source.rows(relation))"
                _ = try trying(connection) { connection in try connection.query(query, purpose: "checking \(relation.name)").count }
            } catch PostgresError.valueDoesNotFit(_, let condition) {
                report.find(
                    .doesNotCast, "\(relation.name).\(column.name)", "a value cannot be read as \(column.type.rawValue): \(condition)",
                    "Correct the value, or translate it in the view. Values are not shown here.")
            }
        }
    }

    /// Runs a query that may fail without ending the transaction.
    private func trying<R>(_ connection: borrowing Connection, _ body: (borrowing Connection) throws -> R) throws -> R {
        try connection.query("SAVEPOINT attempt", purpose: "checking")
        do {
            return try body(connection)
        } catch {
            try connection.query("ROLLBACK TO SAVEPOINT attempt", purpose: "checking")
            throw error
        }
    }

    private mutating func countDuplicates(of relation: ContractRelation, _ connection: borrowing Connection) throws {
        let key = relation.key.map(Query.quote(identifier:)).joined(separator: ", ")
        let found = try count(
            "SELECT count(*) FROM (SELECT 1 FROM \(source.rows(relation)) GROUP BY \(unsafeSQL: key) HAVING count(*) > 1) AS twice",
            connection, of: relation)
        guard found > 0 else { return }
        report.find(
            .duplicateKeys, relation.name, "\(found) keys (\(relation.key.joined(separator: ", "))) have more than one row",
            "One row per key: mend the view, often a join that multiplies.")
    }

    /// The rule is the one that capture uses, so both count the same. The distinct values are streamed, and forgotten.
    private mutating func countUnknownCodes(of relation: ContractRelation, _ connection: borrowing Connection) throws {
        for column in relation.columns where source.catalogue.relation(relation.name)?.column(column.name) != nil {
            guard let rule = column.rule else { continue }
            var unknown = 0
            let query: Query = """
                SELECT \(identifier: column.name), count(*) FROM \(source.rows(relation))
                WHERE \(identifier: column.name) IS NOT NULL GROUP BY 1
                """
            try connection.copy(query, of: relation.name, columns: [column.name, "count"]) { row in
                let fits = rule.accepts(try row.decode(String.self))
                let rows = Int(try row.decode(Int64.self))
                if !fits { unknown += rows }
            }
            guard unknown > 0 else { continue }
            let effect = column.isNullable ? "They become unknown" : "Capture stops on them"
            report.find(
                .unknownCodes, "\(relation.name).\(column.name)", "\(unknown) values are outside what the contract allows",
                "\(effect). Translate them in the view to \(rule.allowed).")
        }
    }

    private mutating func countOrphans(
        of relation: ContractRelation, _ reference: ContractRelation.Reference, _ connection: borrowing Connection
    ) throws {
        guard let target = Contract.relation(reference.relation) else { return }
        let found = try count(
            """
            SELECT count(*) FROM (SELECT \(identifier: reference.column) AS k FROM \(source.rows(relation))) AS named
            LEFT JOIN (SELECT DISTINCT \(identifier: reference.key) AS k FROM \(source.rows(target))) AS there ON there.k = named.k
            WHERE named.k IS NOT NULL AND there.k IS NULL
            """, connection, of: relation)
        guard found > 0 else { return }
        report.find(
            .orphans, "\(relation.name).\(reference.column)", "\(found) rows name a row that \(reference.relation) does not have",
            "Add the missing rows to \(reference.relation), or leave these rows out.")
    }
}
