import Foundation

@testable import Audit

/// Summaries of invented organisations, written by hand.
enum PoolFixture {
    static let description = AuditReport.IndicatorDescription(
        indicator: "M16", metric: "placed_within_horizon", chapter: "outcomes", name: .init(nl: "Geplaatst", en: "Placed"),
        question: .init(nl: "Vindt iedereen even vaak een plek?", en: "Does everybody find a place as often?"), definition: .init(nl: "Deel", en: "Share"),
        less: .init(nl: "minder vaak", en: "less often"), more: .init(nl: "vaker", en: "more often"), unit: "per_100", adverse: "lower", headline: true)

    static func definitions(primary: [String] = ["M16 gender"], coarser: [String: [String: String]] = [:]) -> SummaryDefinitions {
        SummaryDefinitions(
            contractVersion: "1", system: "Ik zoek", cycle: .init(name: "2026-Q4", from: "2026-01-01", to: "2026-12-31", alpha: 0.05, q: 0.10),
            horizonDays: 180, minimumGroup: 30, minimumCell: 10, minimumUncertainty: 3, coarser: coarser, primary: primary,
            questions: ["M16 placed_within_horizon": .init(description: description, margin: 0.10, signal: 0.10, stratum: "none")])
    }

    /// - Parameter groups: code, people, people with the event.
    static func counts(_ grouping: String, _ groups: [(String, Int, Int)], folded: Set<String> = []) -> AuditSummary.Table {
        .init(
            indicator: "M16", metric: "placed_within_horizon", grouping: grouping, kind: .counts, stratum: "none", cap: nil, margin: 0.10, signal: 0.10,
            cells: groups.map { .init(group: $0.0, isFolded: folded.contains($0.0), people: $0.1, sum: Double($0.2), sumOfSquares: nil) }, pairs: [])
    }

    static func moments(_ grouping: String, _ groups: [(String, [Double])]) -> AuditSummary.Table {
        .init(
            indicator: "M16", metric: "placed_within_horizon", grouping: grouping, kind: .moments, stratum: "none", cap: nil, margin: 0.10, signal: 0.10,
            cells: groups.map { group, values in
                .init(
                    group: group, isFolded: false, people: values.count, sum: values.reduce(0, +), sumOfSquares: values.reduce(0) { $0 + $1 * $1 })
            }, pairs: [])
    }

    static func summary(
        _ tables: [(String, [AuditSummary.Table])], definitions: SummaryDefinitions = definitions()
    ) throws -> AuditSummary {
        AuditSummary(
            schemaVersion: AuditSummary.currentSchemaVersion, definitions: definitions, definitionsDigest: try definitions.digest(),
            organisations: tables.map { name, tables in
                .init(
                    organisation: name, tool: .init(name: "fairness-audit", version: "test"), core: .init(name: "core", version: "1", sha256: "00"),
                    participants: 200, tables: tables, withheld: [], unavailable: [])
            }.sorted { $0.organisation < $1.organisation })
    }
}
