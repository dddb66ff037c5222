import Cohort
import Intake

/// Somebody who does not exist, with what the audit may know and what it may not: the true scores.
struct Resident {
    let number: Int
    let language: String
    let mode: String
    /// In 2026, whether or not the register has a year of birth.
    let age: Int
    let record: ParticipantRecord
    /// By scale code, in T-points; nobody's test ever shows these.
    let trueScores: [String: Double]
    let firstRunOn: Day
    let counsellor: Int

    var key: String { record.participantId }
    var isSteered: Bool { age >= 55 }
}
