import Cohort

/// One component (personality, capacity or competence) does not count: weight 0.
public struct LeaveOutComponent: Scenario {
    public var id: String { "leave_out_component:\(name)" }
    public var summary: String { "Without component \(name)" }
    public let name: String

    public init(name: String) { self.name = name }

    public func apply(_ input: ReplayInput) throws(ScenarioError) -> ReplayInput {
        let known = Set(input.snapshot.scales.map(\.component)).sorted(by: precedesInBytes)
        guard known.contains(name) else { throw .unknownComponent(name: name, known: known) }
        var changed = input
        changed.core.weights.components[name] = 0
        return changed
    }
}
