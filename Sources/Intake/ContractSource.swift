import Cohort
import Postgres

/// The contract's relations as parts of a SELECT: each column cast to the contract's type, what is not offered filled in as unknown.
struct ContractSource {
    let catalogue: Catalogue

    /// `(SELECT "a"::text AS "a", NULL::date AS "b" FROM "fairness_audit"."participant") AS participant`.
    ///
    /// The cast is ours, so that uuid, varchar, numeric and enum columns arrive as what the contract says.
    func rows(_ relation: ContractRelation) -> Query {
        let offered = catalogue.relation(relation.name)
        let columns = relation.columns.map { column in
            let name = Query.quote(identifier: column.name)
            let value = offered?.column(column.name) != nil ? name : column.defaultSQL ?? "NULL"
            return "(\(value))::\(column.type.rawValue) AS \(name)"
        }
        let table = Query.quote(identifier: catalogue.schema) + "." + Query.quote(identifier: relation.name)
        return "(SELECT \(unsafeSQL: columns.joined(separator: ", ")) FROM \(unsafeSQL: table)) AS \(identifier: relation.name)"
    }
}
