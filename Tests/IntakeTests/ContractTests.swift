import Intake
import TestSupport
import Testing

@Suite struct ContractTests {
    /// Everything information_schema knows of the schema's columns, and the primary keys.
    private func shape(of database: TestDatabase) async throws -> String {
        try await database.run(
            """
            SELECT table_name, ordinal_position, column_name, data_type, is_nullable, coalesce(column_default, '')
            FROM information_schema.columns WHERE table_schema = 'fairness_audit' ORDER BY 1, 2;
            SELECT table_name, column_name, ordinal_position FROM information_schema.key_column_usage
            WHERE table_schema = 'fairness_audit' ORDER BY 1, 3;
            """)
    }

    @Test func `the contract as data is the contract as its authors wrote it`() async throws {
        try await TestDatabase.with { theirs in
            try await theirs.run(TestDatabase.contractSQL())
            try await TestDatabase.with { ours in
                try await ours.run(Contract.ddl())
                let written = try await shape(of: theirs).split(separator: "\n")
                let printed = try await shape(of: ours).split(separator: "\n")
                #expect(written.count > 120)
                #expect(Set(printed).symmetricDifference(written).sorted() == [])
            }
        }
    }

    @Test func `a row only ever names rows of relations before it, or of its own`() {
        var seen: Set<String> = []
        for relation in Contract.relations {
            seen.insert(relation.name)
            for reference in relation.references {
                #expect(seen.contains(reference.relation), "\(relation.name).\(reference.column)")
                #expect(relation.column(reference.column) != nil)
                #expect(Contract.relation(reference.relation)?.key == [reference.key])
            }
            #expect(relation.key.allSatisfy { relation.column($0)?.isRequired == true || relation.column($0)?.defaultSQL != nil })
            #expect(relation.isRequired == relation.neededFor.isEmpty)
        }
    }

    @Test func `every key of a person becomes a pseudonym, and every moment a day`() {
        for relation in Contract.relations {
            for column in relation.columns where column.privacy == .key {
                #expect(column.transformation?.hasPrefix("pseudonym") == true, "\(relation.name).\(column.name)")
            }
            for column in relation.columns where column.type == .timestampWithTimeZone {
                #expect(column.transformation?.hasPrefix("day only") == true, "\(relation.name).\(column.name)")
            }
        }
    }
}
