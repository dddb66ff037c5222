/// One relation of the contract, a view or a table.
public struct ContractRelation: Sendable {
    /// Columns that name a row of another relation.
    public struct Reference: Sendable {
        public let column: String
        public let relation: String
        /// The key of `relation` that it names.
        public let key: String
    }

    public let name: String
    public let isRequired: Bool
    /// The columns that together are different in every row.
    public let key: [String]
    public let columns: [ContractColumn]
    public let references: [Reference]
    /// What becomes unavailable when an optional relation is missing.
    public let neededFor: [String]

    init(
        _ name: String, required: Bool, key: [String], for neededFor: [String] = [],
        columns: [ContractColumn], references: [(column: String, relation: String, key: String)] = []
    ) {
        self.name = name
        isRequired = required
        self.key = key
        self.columns = columns
        self.references = references.map { Reference(column: $0.column, relation: $0.relation, key: $0.key) }
        self.neededFor = neededFor
    }

    public func column(_ name: String) -> ContractColumn? {
        columns.first { $0.name == name }
    }
}
