import Cohort

/// What is on offer, the same for everybody: places with their ideal profiles, and the scales these are in.
public struct Market: Sendable {
    public var scales: [Scale]
    public var workplaces: [Workplace]
    public var profiles: [IdealProfileEntry]
    public var demands: [WorkplaceDemand]

    public init(scales: [Scale], workplaces: [Workplace], profiles: [IdealProfileEntry], demands: [WorkplaceDemand] = []) {
        self.scales = scales
        self.workplaces = workplaces
        self.profiles = profiles
        self.demands = demands
    }

    public init(_ snapshot: Snapshot) {
        self.init(scales: snapshot.scales, workplaces: snapshot.workplaces, profiles: snapshot.profiles, demands: snapshot.demands)
    }
}
