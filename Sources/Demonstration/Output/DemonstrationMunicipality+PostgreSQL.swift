import Intake
import Postgres

extension DemonstrationMunicipality {
    /// Creates the contract's tables that the system has in a new schema and fills them, in one transaction: whole, or not at all.
    /// - Throws: ``DemonstrationError/schemaExists(schema:server:)``, or what the server says.
    public func load(into connection: borrowing Connection, schema: String = Contract.defaultSchema) throws {
        let purpose = "loading the demonstration"
        let found = try connection.query("SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = \(schema)", purpose: purpose)
        guard found.count == 0 else { throw DemonstrationError.schemaExists(schema: schema, server: connection.server) }
        try connection.query("BEGIN", purpose: purpose)
        do {
            for statement in Contract.ddl(schema: schema, of: Contract.relations.filter(system.offers)).split(separator: ";")
                .map({ $0.trimmingPrefix(while: \.isWhitespace) }) where !statement.isEmpty {
                try connection.query("\(unsafeSQL: String(statement))", purpose: purpose)
            }
            try insert(records.participants, into: connection, schema)
            try insert(records.scales, into: connection, schema)
            try insert(records.assessments, into: connection, schema)
            try insert(records.scores, into: connection, schema)
            try insert(records.workplaces, into: connection, schema)
            try insert(records.profiles, into: connection, schema)
            try insert(records.runs, into: connection, schema)
            try insert(records.results, into: connection, schema)
            try insert(records.choices, into: connection, schema)
            try insert(records.placements, into: connection, schema)
            try insert(records.feedback, into: connection, schema)
            try insert(records.invitations, into: connection, schema)
            try insert(records.abilities, into: connection, schema)
            try insert(records.demands, into: connection, schema)
            try insert(records.travelTimes, into: connection, schema)
            try insert(records.contacts, into: connection, schema)
            try connection.query("COMMIT", purpose: purpose)
        } catch {
            // The first error is the one to tell.
            _ = try? connection.query("ROLLBACK", purpose: purpose)
            throw error
        }
    }

    /// One statement per relation: each column is bound as one array, and the server takes the arrays apart.
    private func insert<Record: ContractRow>(_ rows: [Record], into connection: borrowing Connection, _ schema: String) throws {
        guard let relation = Contract.relation(Record.relation), let first = rows.first else { return }
        let columns = first.fields.map(\.column)
        var arrays = [String](repeating: "", count: columns.count)
        for row in rows {
            for (index, field) in row.fields.enumerated() {
                arrays[index] += (arrays[index].isEmpty ? "{" : ",") + Self.element(field.text)
            }
        }
        var query = Query.StringInterpolation(literalCapacity: 0, interpolationCount: columns.count)
        let names = columns.map(Query.quote(identifier:)).joined(separator: ", ")
        query.appendLiteral("INSERT INTO \(Query.quote(identifier: schema)).\(Query.quote(identifier: relation.name)) (\(names)) SELECT * FROM unnest(")
        for (index, column) in columns.enumerated() {
            query.appendLiteral(index == 0 ? "" : ", ")
            query.appendInterpolation(arrays[index] + "}")
            query.appendLiteral("::\(relation.column(column)?.type.rawValue ?? "text")[]")
        }
        query.appendLiteral(")")
        try connection.query(Query(stringInterpolation: query), purpose: "loading relation \(relation.name) of the demonstration")
    }

    /// One element of PostgreSQL's array text.
    private static func element(_ text: String?) -> String {
        guard let text else { return "NULL" }
        return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
