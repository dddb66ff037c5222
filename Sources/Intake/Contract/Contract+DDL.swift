import Postgres

extension Contract {
    /// The contract as SQL that makes its tables: for tests, for the demonstration, and as a worked example for the views.
    /// - Parameter relations: all of them, unless a database offers fewer.
    public static func ddl(schema: String = defaultSchema, of relations: [ContractRelation] = Contract.relations) -> String {
        let schemaName = Query.quote(identifier: schema)
        let tables = relations.map { relation in
            let columns = relation.columns.map { column in
                var line = "    \(Query.quote(identifier: column.name)) \(column.type.rawValue)"
                if !column.isNullable { line += " NOT NULL" }
                if let value = column.defaultSQL { line += " DEFAULT \(value)" }
                return line
            }
            let key = relation.key.map(Query.quote(identifier:)).joined(separator: ", ")
            let body = (columns + ["    PRIMARY KEY (\(key))"]).joined(separator: ",\n")
            return "CREATE TABLE \(schemaName).\(Query.quote(identifier: relation.name)) (\n\(body)\n);"
        }
        return (["CREATE SCHEMA \(schemaName);"] + tables).joined(separator: "\n\n") + "\n"
    }
}
