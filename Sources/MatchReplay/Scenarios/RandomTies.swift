/// Places at the same distance in random order, drawn anew for every list.
public struct RandomTies: Scenario {
    public let id = "random_ties"
    public var summary: String { "Places at the same distance in random order (seed \(seed))" }
    public let seed: UInt64

    public init(seed: UInt64 = 1) { self.seed = seed }

    public func apply(_ input: ReplayInput) throws(ScenarioError) -> ReplayInput {
        var changed = input
        changed.core.ties = .random(seed: seed)
        return changed
    }
}
