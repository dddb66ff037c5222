import Cohort
import Intake

/// Somebody who does not exist, with what the audit may know and what it may not: the true scores.
package struct Resident {
    /// Of all years of a town; random draws about this person are numbered by it.
    let number: Int
    let language: String
    let mode: String
    /// In the year of the first list, whether or not the register has a year of birth.
    package let age: Int
    let record: ParticipantRecord
    /// By scale code, in T-points; nobody's test ever shows these.
    let trueScores: [String: Double]
    let intakeOn: Day
    let firstRunOn: Day
    let counsellor: Int

    package var key: String { record.participantId }
    /// Whose advice is followed blindly, and whose placements end early, when that is planted. Neither band is the smallest: a few people
    /// whose age is not known take the smallest band out of sight with them.
    var isFollowedBlindly: Bool { (45...54).contains(age) }
    var endsEarly: Bool { (27...44).contains(age) }
    var isOlder: Bool { age >= 55 }
}
