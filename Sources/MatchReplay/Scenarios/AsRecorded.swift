/// Nothing different: the baseline, and the check that a scenario of nothing changes nothing.
public struct AsRecorded: Scenario {
    public let id = "as_recorded"
    public let summary = "The lists as the core makes them today"

    public init() {}

    public func apply(_ input: ReplayInput) throws(ScenarioError) -> ReplayInput { input }
}
