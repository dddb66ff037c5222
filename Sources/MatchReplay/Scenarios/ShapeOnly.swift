/// Ranks by the shape of profiles alone: 1 - correlation, blind to how high somebody scores overall and how far scores lie apart.
///
/// A common shift of all of somebody's scores changes nothing here, whatever caused it. What the level said truly is lost as well.
public struct ShapeOnly: Scenario {
    public let id = "shape_only"
    public let summary = "Distance by the shape of the profile only (1 - correlation): level and spread do not count"

    public init() {}

    public func apply(_ input: ReplayInput) throws(ScenarioError) -> ReplayInput {
        var changed = input
        changed.core.distance = .correlation
        // What fills in for a missing score is about sums; a correlation takes the scales that are there.
        switch input.core.missingValues {
        case .skipAndRescale, .worst: changed.core.missingValues = .skip
        case .skip, .mean, .excludePlace: break
        }
        return changed
    }
}
