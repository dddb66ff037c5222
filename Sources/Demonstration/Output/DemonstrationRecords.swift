import Intake

/// Every row of the demonstration as the contract has it, relation by relation. Relations that a system does not have stay empty.
public struct DemonstrationRecords: Sendable, Equatable {
    public internal(set) var participants: [ParticipantRecord] = []
    public internal(set) var scales: [ScaleRecord] = []
    public internal(set) var assessments: [AssessmentRecord] = []
    public internal(set) var scores: [AssessmentScoreRecord] = []
    public internal(set) var workplaces: [WorkplaceRecord] = []
    public internal(set) var profiles: [IdealProfileRecord] = []
    public internal(set) var runs: [MatchRunRecord] = []
    /// One list after another.
    public internal(set) var results: [MatchResultRecord] = []
    public internal(set) var choices: [ChoiceRecord] = []
    public internal(set) var placements: [PlacementRecord] = []
    public internal(set) var feedback: [FeedbackRecord] = []
    public internal(set) var invitations: [InvitationRecord] = []
    public internal(set) var abilities: [ParticipantAbilityRecord] = []
    public internal(set) var demands: [WorkplaceDemandRecord] = []
    public internal(set) var travelTimes: [TravelTimeRecord] = []
    public internal(set) var contacts: [EmployerContactRecord] = []
}
