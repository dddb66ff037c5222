import Cohort
import Intake

/// Somebody who does not exist, with what the audit may know and what it may not: the true scores.
package struct Resident {
    let number: Int
    let language: String
    let mode: String
    /// In 2026, whether or not the register has a year of birth.
    package let age: Int
    let record: ParticipantRecord
    /// By scale code, in T-points; nobody's test ever shows these.
    let trueScores: [String: Double]
    let firstRunOn: Day
    let counsellor: Int

    package var key: String { record.participantId }
    var isSteered: Bool { age >= 55 }
}
