import Cohort

/// What lists are made from: the people and places of a snapshot, and a core.
public struct ReplayInput: Sendable {
    public var snapshot: Snapshot
    public var core: RankingCore

    public init(snapshot: Snapshot, core: RankingCore) {
        self.snapshot = snapshot
        self.core = core
    }

    /// Whether a distance under this input and one under the other may be subtracted: the same distance, weights, scaling with the same
    /// constants, and rule for missing scores.
    public func hasSameDistanceUnit(as other: ReplayInput) -> Bool {
        core.distance == other.core.distance && core.weights == other.core.weights && core.scaling == other.core.scaling
            && core.missingValues == other.core.missingValues && snapshot.scaling == other.snapshot.scaling
    }
}
