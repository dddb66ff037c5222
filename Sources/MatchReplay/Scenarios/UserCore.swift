/// Another core altogether, from a `core.json`.
public struct UserCore: Scenario {
    public var id: String { "user_core:\(name)" }
    public var summary: String { "The core \(core.name) \(core.algorithmVersion) in place of the present one" }
    /// As it was given on the command line.
    public let name: String
    public let core: RankingCore

    public init(name: String, core: RankingCore) {
        self.name = name
        self.core = core
    }

    public func apply(_ input: ReplayInput) throws(ScenarioError) -> ReplayInput {
        var changed = input
        changed.core = core
        return changed
    }
}
