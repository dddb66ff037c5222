import Metrics

/// One group against the others in several organisations, before it is judged.
struct PooledComparison {
    let question: SummaryDefinitions.Question
    let grouping: String
    let group: String
    let isCoarser: Bool
    let studies: [PooledStudy]

    /// The common effect: by Mantel-Haenszel weights where every organisation gives counts, by inverse variance otherwise.
    func difference() throws(Undefined) -> any GroupDifference {
        let strata = studies.compactMap(\.stratum)
        if strata.count == studies.count { return try MantelHaenszelRiskDifference(strata: strata) }
        return try CommonDifference(studies.map(\.study))
    }

    func effects() throws(Undefined) -> StudyEffects {
        try StudyEffects(estimates: studies.map(\.study.estimate), standardErrors: studies.map(\.study.standardError))
    }

    /// The smallest in force in any of them: no organisation's limit is stretched for another.
    var sizes: Sizes {
        Sizes(margin: studies.map(\.margin).min() ?? question.margin, signal: studies.map(\.signal).min() ?? question.signal)
    }

    var cap: String? { studies.lazy.compactMap(\.cap).first }

    func direction(_ estimate: Double) -> Direction? { Direction(of: estimate, adverse: question.description.adverse) }
}

/// The comparisons of one question over one grouping, from the tables of all organisations.
struct PooledLine {
    let question: SummaryDefinitions.Question
    let grouping: String
    private let tables: [(organisation: String, table: AuditSummary.Table)]
    private let coarser: [String: String]
    let leftOut: [String]

    /// Tables that were made in another way than most cannot be pooled with them; of two ways equally common the first by name.
    init(_ question: SummaryDefinitions.Question, grouping: String, tables: [(organisation: String, table: AuditSummary.Table)], coarser: [String: String]) {
        self.question = question
        self.grouping = grouping
        self.coarser = coarser
        func way(_ table: AuditSummary.Table) -> String { "\(table.kind.rawValue) \(table.stratum)" }
        let ways = Dictionary(grouping: tables) { way($0.table) }
        let usual = ways.keys.sorted().max { (ways[$0] ?? []).count < (ways[$1] ?? []).count || ((ways[$0] ?? []).count == (ways[$1] ?? []).count && $0 > $1) }
        self.tables = tables.filter { way($0.table) == usual }
        leftOut = tables.filter { way($0.table) != usual }.map(\.organisation)
    }

    /// - Parameter left: a group that stands in no reference.
    func comparisons(leavingOut left: String? = nil) -> [PooledComparison] {
        let fine = Set(tables.flatMap { entry in entry.table.cells.filter { !$0.isFolded }.map(\.group) + entry.table.pairs.map(\.group) })
        let parents = Set(tables.flatMap { $0.table.cells.filter(\.isFolded).map(\.group) })
        return fine.union(parents).sorted().map { group in
            comparison(group, isCoarser: parents.contains(group), leavingOut: left)
        }
    }

    func comparison(_ group: String, isCoarser: Bool, leavingOut left: String?) -> PooledComparison {
        let studies = tables.flatMap { organisation, table -> [PooledStudy] in
            if table.kind == .effectiveCounts || table.kind == .estimates {
                return table.pairs.filter { $0.group == group }.map { PooledStudy($0, in: table, organisation: organisation) }
            }
            // Where one organisation had to fold small groups together, all of them are compared as that coarser group.
            func isGroup(_ cell: AuditSummary.Cell) -> Bool {
                isCoarser ? cell.group == group || (!cell.isFolded && coarser[cell.group] == group) : cell.group == group && !cell.isFolded
            }
            var table = table
            table.cells.removeAll { $0.group == left }
            return PooledStudy(table, isGroup: isGroup, organisation: organisation).map { [$0] } ?? []
        }
        return PooledComparison(question: question, grouping: grouping, group: group, isCoarser: isCoarser, studies: studies)
    }

    /// Whether a group can be left out of the references: not where the reference came as it was.
    var canLeaveOut: Bool { tables.contains { !$0.table.cells.isEmpty } }
}
