import Cohort

/// One scale does not count: weight 0.
public struct LeaveOutScale: Scenario {
    public var id: String { "leave_out_scale:\(code)" }
    public var summary: String { "Without scale \(code)" }
    public let code: String

    public init(code: String) { self.code = code }

    public func apply(_ input: ReplayInput) throws(ScenarioError) -> ReplayInput {
        let known = input.snapshot.scales.map(\.scaleCode).sorted(by: precedesInBytes)
        guard known.contains(code) else { throw .unknownScale(code: code, known: known) }
        var changed = input
        changed.core.weights.scales[code] = 0
        return changed
    }
}
