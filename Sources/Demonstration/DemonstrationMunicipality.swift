import Cohort
import Intake
import MatchReplay

/// A municipality that does not exist, in the quarters that are asked for: everything follows from the seed.
///
/// With Ik zoek it has 713 new participants a year and 300 workplaces in the last one; with HalloWerk about 700 of 950 who are invited, and
/// 120 workplaces. Attributes are drawn apart from true scores, so that no group truly differs unless that is planted; what is planted is
/// known. The keys look like keys of people, and belong to nobody. A year has the same people and places whichever other quarters are made,
/// and the data hold what was known on the last day.
public struct DemonstrationMunicipality: Sendable {
    public let seed: UInt64
    public let system: DemonstrationSystem
    public let planted: Planting
    public let quarters: ClosedRange<Quarter>
    public let records: DemonstrationRecords
    /// From the first day of the first quarter to the last day of the last.
    public let period: Period

    /// - Parameter quarters: among 2024-Q1 to 2026-Q4; the year 2026 unless told otherwise.
    /// - Throws: ``DemonstrationError/noSuchQuarters``.
    public init(
        seed: UInt64, system: DemonstrationSystem = .ikZoek, planted: Planting, quarters: ClosedRange<Quarter> = Quarter.year(2026)
    ) throws {
        let timeline = Timeline(quarters)
        guard Quarter.all.contains(quarters.lowerBound), Quarter.all.contains(quarters.upperBound),
            let period = Period(from: timeline.first, to: timeline.last)
        else { throw DemonstrationError.noSuchQuarters }
        self.seed = seed
        self.system = system
        self.planted = planted
        self.quarters = quarters
        self.period = period
        var town = try Town(seed: system.streams(seed), system: system, planted: planted, timeline: timeline)
        try town.live()
        records = town.records
    }
}
