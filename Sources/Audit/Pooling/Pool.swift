import Metrics

/// Judges several organisations together: summaries, never people.
public enum Pool {
    /// Fewer could compute each other's figures from the pooled ones.
    public static let usualMinimum = 3
    /// p of Cochran's Q at or below which the organisations are printed apart, and nothing is called small.
    static let heterogeneityLimit = 0.10

    /// - Parameter minimum: how many organisations a finding needs to be shown.
    public static func report(_ summary: AuditSummary, minimum: Int = usualMinimum, toolVersion: String) throws(PoolError) -> PooledReport {
        guard summary.organisations.count >= 2 else { throw .alone }
        guard summary.organisations.count >= minimum else { throw .tooFew(summary.organisations.count, minimum: minimum) }
        let lines = lines(summary)
        let findings: [PooledReport.Finding]
        do { findings = try PooledJudge(definitions: summary.definitions, minimum: minimum).findings(lines) } catch { throw .statistics(error.reason) }
        return PooledReport(
            schemaVersion: PooledReport.currentSchemaVersion, tool: .init(name: "fairness-audit", version: toolVersion),
            definitions: summary.definitions, definitionsDigest: summary.definitionsDigest,
            organisations: summary.organisations.map {
                .init(
                    name: $0.organisation, participants: $0.participants, core: $0.core, toolVersion: $0.tool.version,
                    withheld: $0.withheld.count)
            },
            minimumOrganisations: minimum, findings: findings,
            leftOut: lines.flatMap { line in
                line.leftOut.map {
                    .init(
                        organisation: $0, question: SummaryDefinitions.key(line.question.description.indicator, line.question.description.metric),
                        grouping: line.grouping, reason: "other_method")
                }
            },
            summary: count(findings))
    }

    /// Questions in the order of the catalogue, headlines first; groupings in the order in which the organisations name them.
    private static func lines(_ summary: AuditSummary) -> [PooledLine] {
        let place = Dictionary(uniqueKeysWithValues: Catalogue.judged.enumerated().map { ($1.id, $0) })
        let questions = summary.definitions.questions.values.sorted { a, b in
            let (one, two) = (a.description, b.description)
            return (place[one.indicator] ?? .max, one.headline ? 0 : 1, one.metric) < (place[two.indicator] ?? .max, two.headline ? 0 : 1, two.metric)
        }
        return questions.flatMap { question in
            var groupings: [String] = []
            var tables: [String: [(organisation: String, table: AuditSummary.Table)]] = [:]
            for contribution in summary.organisations {
                for table in contribution.tables where table.indicator == question.description.indicator && table.metric == question.description.metric {
                    if tables[table.grouping] == nil { groupings.append(table.grouping) }
                    tables[table.grouping, default: []].append((contribution.organisation, table))
                }
            }
            return groupings.map {
                PooledLine(question, grouping: $0, tables: tables[$0] ?? [], coarser: summary.definitions.coarser[$0] ?? [:])
            }
        }
    }

    private static func count(_ findings: [PooledReport.Finding]) -> PooledReport.Summary {
        let own = findings.filter { $0.mirrorOf == nil }
        func count(_ verdict: Verdict) -> Int { own.count { $0.verdict == verdict } }
        return .init(
            equivalent: count(.equivalent), inconclusive: count(.inconclusive), signal: count(.signal), disparity: count(.disparity),
            withheld: count(.withheld), mirrors: findings.count - own.count,
            adverseDisparities: own.count { $0.verdict == .disparity && $0.direction == .adverse },
            adverseSignals: own.count { $0.verdict == .signal && $0.direction == .adverse },
            heterogeneous: own.count { $0.figures?.heterogeneity.isShown ?? false },
            primaryFamilySize: findings.first { $0.family == .primary }?.familySize ?? 0)
    }
}

/// Why several organisations could not be judged together.
public enum PoolError: Error, Equatable, CustomStringConvertible {
    case alone
    case tooFew(Int, minimum: Int)
    case statistics(String)
    case unknown(String, known: [String])

    public var description: String {
        switch self {
        case .alone:
            "There is one organisation to pool. Name the summaries of several; one organisation's own report is made with run."
        case .tooFew(let count, let minimum):
            """
            \(count) organisations are too few to pool: from a figure of fewer than \(minimum) each could compute another's. Ask more organisations, \
            or give --minimum \(count) when all of them agree that they see each other's figures.
            """
        case .unknown(let name, let known):
            "\(name) is not among the organisations that are pooled. They are: \(known.joined(separator: ", "))."
        case .statistics(let what):
            "The organisations could not be judged together: \(what)"
        }
    }
}
