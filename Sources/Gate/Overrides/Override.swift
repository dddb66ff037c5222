import Cohort

/// A named person's decision that exact findings about one candidate may pass, for a while.
///
/// It does not say that the harm is not there: the findings stay in the report, with the name beside them.
public struct Override: Sendable, Equatable {
    public let id: String
    /// Who decided, by name, and in which role.
    public let approver: String
    public let role: String
    public let reason: String
    /// In force from this day...
    public let approvedOn: Day
    /// ...up to and including this one.
    public let expires: Day
    /// SHA-256 of the candidate core that it was written for; another byte is another candidate.
    public let candidate: String
    /// Exact ids such as `M2.test_language.ar@baseline`; never empty, none twice.
    public let findings: [String]

    /// An override stands for a year at most; then somebody decides again.
    public static let longestDays = 366

    /// - Parameter candidate: SHA-256 of the core that is judged.
    public func state(on day: Day, candidate: String) -> GateReport.AppliedOverride.State {
        if candidate != self.candidate { return .otherCandidate }
        if day < approvedOn { return .notYet }
        return day <= expires ? .inForce : .expired
    }
}
