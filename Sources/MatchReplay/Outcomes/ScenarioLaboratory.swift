import Cohort

/// One snapshot and core under many scenarios: the baseline is made once, each scenario is held beside it.
public struct ScenarioLaboratory: Sendable {
    /// Lists are made this deep where the comparison of the first k needs less: rank-biased overlap looks further down.
    static let usualTop = 25

    private let input: ReplayInput
    private let baseline: LatestLists
    private let labels: [[Attribute: String]]
    private let depth: Int
    private let top: Int
    private let threads: Int

    /// - Parameter depth: k, how many places count as what a person is shown first.
    public init(_ input: ReplayInput, depth: Int, threads: Int) throws(ReplayError) {
        self.input = input
        self.depth = depth
        self.threads = threads
        top = max(Self.usualTop, depth)
        baseline = try LatestLists(input, top: top, threads: threads)
        labels = OutcomeTable.labels(of: baseline, in: input.snapshot)
    }

    public func outcome(of scenario: any Scenario) throws(ScenarioError) -> OutcomeTable {
        let changed = try scenario.apply(input)
        let lists: LatestLists
        do {
            lists = try LatestLists(changed, top: top, threads: threads)
        } catch {
            throw .cannotRank(error)
        }
        let comparison = ListComparison(
            workplaces: input.snapshot.workplaces, depth: depth, hasSameUnit: input.hasSameDistanceUnit(as: changed))
        let outcomes = ParticipantOutcome.all(baseline: baseline, scenario: lists, recorded: input.snapshot.lists, comparison: comparison)
        return OutcomeTable(outcomes, labels: labels)
    }
}
