/// Why an audit could not be made. Never a value from a row.
public enum AuditError: Error, Equatable, CustomStringConvertible {
    /// The period that was asked for lies outside what the snapshot holds.
    case outsideSnapshot(asked: String, held: String)
    /// Nobody had a match run in the judged period.
    case nobody(period: String)
    /// The core, or the snapshot with it, cannot be replayed.
    case replay(String)
    /// A disclosure rule was broken on the way to the report; nothing was written.
    case disclosure(rule: String, place: String)
    case statistics(String)
    /// A value that cannot be written as JSON.
    case encoding(String)
    /// The words of people are about another report, or about a finding that is not in it.
    case assessments(String, next: String)
    /// The record under which a special category of personal data was used has run out.
    case expired(attribute: String, on: String)

    public var description: String {
        switch self {
        case .outsideSnapshot(let asked, let held):
            "The audit of \(asked) was not made: the snapshot holds \(held). Capture a snapshot that covers the period, or choose a period inside it."
        case .nobody(let period):
            "The audit of \(period) was not made: nobody has a match run in it. Check --cycle or --from and --to against the period of the data."
        case .replay(let what):
            "The lists could not be replayed: \(what)"
        case .disclosure(let rule, let place):
            "The report was not written: rule \"\(rule)\" of disclosure control was broken at \(place). This is a defect of the tool; please report it, without data."
        case .assessments(let what, let next):
            "The report was not made with these assessments: \(what). \(next)."
        case .statistics(let what):
            "The audit could not be judged: \(what)"
        case .encoding(let what):
            "The result could not be written as JSON (\(what)). This is a defect of the tool; please report it, without data."
        case .expired(let attribute, let day):
            "The audit was not made: the record that allows the use of \(attribute) ran out on \(day). Renew it under \"specialCategories\" in the system's file with a new approval, or take \(attribute) out of \"attributes\"."
        }
    }
}
