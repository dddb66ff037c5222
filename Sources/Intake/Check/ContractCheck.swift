import Postgres

/// Whether a database fulfils the contract. It reads only: the catalogue first, and rows only when nothing outside the contract is offered.
public enum ContractCheck {
    /// - Throws: `PostgresError` when the server goes away or refuses something that is not about the contract.
    public static func run(_ connection: borrowing Connection, schema: String = Contract.defaultSchema) throws -> CheckReport {
        try connection.readOnlySession { connection in
            let catalogue = try Catalogue(connection, schema: schema)
            var report = CheckReport(server: connection.server, schema: schema)
            describeOffer(catalogue, in: &report)
            describeRights(catalogue, in: &report)
            guard report.status != .outsideContract else { return report }

            var rows = RowCheck(source: ContractSource(catalogue: catalogue), report: report)
            try rows.run(connection)
            return rows.report
        }
    }

    private static func describeOffer(_ catalogue: Catalogue, in report: inout CheckReport) {
        guard catalogue.schemaExists else {
            report.find(
                .missingRequired, catalogue.schema, "there is no schema of this name",
                "Make it, with the contract's views in it: fairness-audit check --contract prints the contract as SQL.")
            return
        }
        for place in catalogue.outsideContract {
            report.find(
                .outsideContract, place, "is not in the contract",
                "Take it out of schema \(catalogue.schema): what is not needed is not offered.")
        }
        for relation in Contract.relations { describe(relation, in: catalogue, &report) }
    }

    private static func describe(_ relation: ContractRelation, in catalogue: Catalogue, _ report: inout CheckReport) {
        guard let offered = catalogue.relation(relation.name) else {
            report.relations.append(.init(name: relation.name, isRequired: relation.isRequired, state: .missing))
            if relation.isRequired {
                report.find(.missingRequired, relation.name, "is missing", "Offer it as a view over your own tables; nothing can be measured without it.")
            } else {
                report.find(
                    .unavailable, relation.name, "is not offered, so unavailable: \(relation.neededFor.joined(separator: ", "))",
                    "Offer it if your organisation records it.")
            }
            return
        }
        let isReadable = !catalogue.unreadable.contains(relation.name)
        var entry = CheckReport.Relation(name: relation.name, isRequired: relation.isRequired, state: isReadable ? .offered : .unreadable)
        if !isReadable {
            report.find(
                .unreadable, relation.name, "the role may not SELECT from it",
                "GRANT USAGE ON SCHEMA \(catalogue.schema) and GRANT SELECT ON \(catalogue.schema).\(relation.name) to the role.")
        }
        for column in relation.columns {
            if let found = offered.column(column.name) {
                if found.type != column.type.rawValue {
                    entry.casts.append(.init(column: column.name, from: found.type, to: column.type.rawValue))
                }
                continue
            }
            entry.missingColumns.append(column.name)
            let place = "\(relation.name).\(column.name)"
            if column.isRequired {
                report.find(.missingRequired, place, "is missing", "Add the column to the view, as \(column.type.rawValue).")
            } else if !column.neededFor.isEmpty {
                report.find(
                    .unavailable, place, "is not offered, so unavailable: \(column.neededFor.joined(separator: ", "))",
                    "Add the column to the view if your organisation records it.")
            }
        }
        report.relations.append(entry)
    }

    private static func describeRights(_ catalogue: Catalogue, in report: inout CheckReport) {
        let advice = "It should not: give the audit a role of its own with SELECT on schema \(catalogue.schema) and nothing more."
        if catalogue.isSuperuser { report.find(.canWrite, catalogue.schema, "the role is a superuser and can write everything", advice) }
        if catalogue.canCreateInSchema { report.find(.canWrite, catalogue.schema, "the role can create objects in the schema", advice) }
        let writable = catalogue.relations.filter(\.canWrite).map(\.name)
        if !writable.isEmpty {
            report.find(.canWrite, catalogue.schema, "the role can write to \(writable.joined(separator: ", "))", advice)
        }
    }
}
