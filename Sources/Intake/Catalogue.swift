import Postgres

/// What a database offers in the contract's schema, as its own catalogue says. No row is read for it.
struct Catalogue {
    struct Column {
        let name: String
        /// As PostgreSQL spells it: `character varying(40)`.
        let type: String
        let canRead: Bool
    }

    struct Relation {
        let name: String
        var columns: [Column]
        /// The role holds INSERT, UPDATE, DELETE or TRUNCATE on it, or owns it.
        let canWrite: Bool

        func column(_ name: String) -> Column? { columns.first { $0.name == name } }
    }

    let schema: String
    let schemaExists: Bool
    let canUseSchema: Bool
    let canCreateInSchema: Bool
    let isSuperuser: Bool
    let relations: [Relation]

    init(_ connection: borrowing Connection, schema: String) throws(PostgresError) {
        let purpose = "reading the catalogue of schema \(schema)"
        let rights = try connection.query(
            """
            SELECT n.oid IS NOT NULL, has_schema_privilege(n.oid, 'USAGE'), has_schema_privilege(n.oid, 'CREATE'), r.rolsuper
            FROM pg_roles r LEFT JOIN pg_namespace n ON n.nspname = \(schema) WHERE r.rolname = current_user
            """, purpose: purpose)
        let flags = rights.rows.first ?? []
        func flag(_ index: Int) -> Bool { flags.indices.contains(index) && flags[index] == "t" }

        // Tables, views, materialised views, foreign and partitioned tables: whatever can be selected from.
        let found = try connection.query(
            """
            SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                   has_column_privilege(c.oid, a.attnum, 'SELECT'),
                   has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE') OR has_any_column_privilege(c.oid, 'INSERT, UPDATE')
                       OR pg_has_role(c.relowner, 'USAGE')
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE n.nspname = \(schema) AND c.relkind IN ('r', 'v', 'm', 'f', 'p')
            ORDER BY c.relname, a.attnum
            """, purpose: purpose)
        var relations: [Relation] = []
        for row in found.rows {
            guard let name = row[0] else { continue }
            if relations.last?.name != name { relations.append(Relation(name: name, columns: [], canWrite: row[4] == "t")) }
            if let column = row[1] {
                relations[relations.count - 1].columns.append(Column(name: column, type: row[2] ?? "", canRead: row[3] == "t"))
            }
        }
        self.schema = schema
        schemaExists = flag(0)
        canUseSchema = flag(1)
        canCreateInSchema = flag(2)
        isSuperuser = flag(3)
        self.relations = relations
    }

    func relation(_ name: String) -> Relation? { relations.first { $0.name == name } }

    func offers(_ relation: ContractRelation) -> Bool { self.relation(relation.name) != nil }

    /// `relation` or `relation.column` for everything that the contract does not have.
    var outsideContract: [String] {
        relations.flatMap { offered -> [String] in
            guard let known = Contract.relation(offered.name) else { return [offered.name] }
            return offered.columns.filter { known.column($0.name) == nil }.map { "\(offered.name).\($0.name)" }
        }
    }

    /// `relation` or `relation.column` for what cannot be missed. An optional relation that is offered must be whole.
    var missingRequired: [String] {
        Contract.relations.flatMap { relation -> [String] in
            guard let offered = self.relation(relation.name) else { return relation.isRequired ? [relation.name] : [] }
            return relation.columns.filter { $0.isRequired && offered.column($0.name) == nil }.map { "\(relation.name).\($0.name)" }
        }
    }

    /// Relations of the contract that are offered, but that the role may not read in full.
    var unreadable: [String] {
        Contract.relations.compactMap { self.relation($0.name) }
            .filter { !$0.columns.allSatisfy(\.canRead) || !canUseSchema }.map(\.name)
    }

    /// What the manifest says of each relation.
    func missingOptionalColumns(of relation: ContractRelation) -> [ContractColumn] {
        guard let offered = self.relation(relation.name) else { return [] }
        return relation.columns.filter { !$0.isRequired && offered.column($0.name) == nil }
    }
}
