/// A what-if: the same people, places and core with one thing different. A plain function from value to value.
///
/// Recorded lists, choices and outcomes are those of the snapshot and are never touched. The scaling constants that were frozen with the
/// snapshot stay as they are, so that nobody's list changes because of somebody else's; only `Rescaled` takes new ones, and says so.
public protocol Scenario: Sendable {
    /// As it is asked for and printed: `shape_only`, `lambda:50`.
    var id: String { get }
    /// One English line.
    var summary: String { get }

    func apply(_ input: ReplayInput) throws(ScenarioError) -> ReplayInput
}
