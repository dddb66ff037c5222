import Cohort
import Intake
import MatchReplay

/// A municipality that does not exist, with 713 participants, 300 workplaces and the year 2026: everything follows from the seed.
///
/// Attributes are drawn apart from true scores, so that no group truly differs unless that is planted; what is planted is known.
/// The keys look like keys of people, and belong to nobody.
public struct DemonstrationMunicipality: Sendable {
    public let seed: UInt64
    public let planted: Set<PlantedEffect>
    public let records: DemonstrationRecords
    /// The year of the demonstration: what was known on its last day.
    public let period: Period

    /// How many places of each list production logs.
    static let loggedPlaces = 25

    public init(seed: UInt64, planted: Set<PlantedEffect>) throws {
        guard let period = Period(from: Calendar.first, to: Calendar.last) else { throw DemonstrationError.noPeriod }
        self.seed = seed
        self.planted = planted
        self.period = period
        var year = try Year(seed: seed, planted: planted)
        for resident in Population.residents(seed: seed, planted: planted) { try year.live(resident) }
        records = year.records
    }
}
