import Cohort

/// What lists are made from: the people and places of a snapshot, and a core.
public struct ReplayInput: Sendable {
    public var snapshot: Snapshot
    public var core: RankingCore
    /// What is known of everybody, where the snapshot holds a part of the people; `nil` = it holds them all.
    public var population: PopulationNorms?

    public init(snapshot: Snapshot, core: RankingCore, population: PopulationNorms? = nil) {
        self.snapshot = snapshot
        self.core = core
        self.population = population
    }

    /// The scales that count in a distance: asked by some ideal profile, with a weight. Others need no norms and are left as they are.
    func countedScales() throws(ScenarioError) -> Set<String> {
        do throws(ReplayError) { return Set(try FrozenCore(core, snapshot: snapshot).scales.map(\.code)) } catch { throw .cannotRank(error) }
    }

    /// Whether a distance under this input and one under the other may be subtracted: the same distance, weights, scaling with the same
    /// constants, and rule for missing scores.
    public func hasSameDistanceUnit(as other: ReplayInput) -> Bool {
        core.distance == other.core.distance && core.weights == other.core.weights && core.scaling == other.core.scaling
            && core.missingValues == other.core.missingValues && snapshot.scaling == other.snapshot.scaling
    }
}
