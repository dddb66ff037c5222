import Cohort

/// One participant on one day, as any core is asked for a list. Nothing in it identifies: `key` only seeds random ties.
public struct ListRequest: Sendable {
    /// As stored, by scale code; a scale that is not there was not measured.
    public var scores: [String: Double]
    /// BCP 47 tag.
    public var testLanguage: String
    public var day: Day
    public var hoursAvailable: Int?
    public var travelMaxMinutes: Int?
    /// By workplace id; what is not there is unknown.
    public var travelMinutes: [String: Int]
    public var ability: ParticipantAbility?
    public var key: UInt64

    public init(
        scores: [String: Double], testLanguage: String, day: Day, hoursAvailable: Int? = nil, travelMaxMinutes: Int? = nil,
        travelMinutes: [String: Int] = [:], ability: ParticipantAbility? = nil, key: UInt64 = 0
    ) {
        self.scores = scores
        self.testLanguage = testLanguage
        self.day = day
        self.hoursAvailable = hoursAvailable
        self.travelMaxMinutes = travelMaxMinutes
        self.travelMinutes = travelMinutes
        self.ability = ability
        self.key = key
    }
}
