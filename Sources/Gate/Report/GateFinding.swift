import Audit

/// One question about one group: the candidate against the baseline, or against the anchor, on the same people.
public struct GateFinding: Codable, Sendable, Equatable {
    /// `<indicator>.<attribute>.<group>@<against>`: what overrides name.
    public var id: String
    public var against: Against
    public var indicator: String
    public var metric: String
    /// `everybody` for the whole cohort.
    public var attribute: String
    public var group: String
    public var family: ReportFinding.Family

    /// People with a value under both cores; `nil` = withheld.
    @ExplicitNull public var n: Int?
    /// Mean over these people under the core that the candidate is held against, and under the candidate.
    @ExplicitNull public var referenceValue: Double?
    @ExplicitNull public var candidateValue: Double?
    /// The state after the change: this group's mean minus that of the other shown groups, under the candidate; `nil` without others.
    @ExplicitNull public var candidateGap: Double?
    /// Mean change d, positive = worse for the group.
    @ExplicitNull public var change: Double?
    /// Standard deviation of the changes over these people.
    @ExplicitNull public var deviation: Double?
    /// Holm-adjusted one-sided lower limit L, with its level; scan: unadjusted at 95 %.
    @ExplicitNull public var lower: Double?
    @ExplicitNull public var lowerLevel: Double?
    /// Unadjusted one-sided upper 95 % limit U.
    @ExplicitNull public var upper: Double?
    /// One-sided, against no change for the worse.
    @ExplicitNull public var p: Double?
    /// Holm over the primary findings, Benjamini-Hochberg over the scan.
    @ExplicitNull public var pAdjusted: Double?
    public var margin: Double
    public var signal: Double
    /// The smallest true change for the worse that this gate would block with probability 80 %.
    @ExplicitNull public var minimumDetectable: Double?
    /// `paired_t`, `few_changes`, `difference_in_differences`, `identical_lists`; `nil` without a number.
    @ExplicitNull public var method: String?
    public var verdict: Verdict
    /// Why there is no number, or why it cannot be settled.
    @ExplicitNull public var reason: String?
    public var consequence: Consequence
    /// Id of the override that lets it pass.
    @ExplicitNull public var overriddenBy: String?

    public enum Against: String, Codable, Sendable, CaseIterable {
        case baseline
        case anchor
    }

    public enum Verdict: String, Codable, Sendable, CaseIterable {
        /// Shown to be smaller than the margin.
        case cleared
        /// Harm shown.
        case blocked
        /// Neither.
        case notSettled = "not_settled"
        /// A disclosure rule forbids showing it.
        case withheld
        case unavailable
    }

    public enum Consequence: String, Codable, Sendable {
        case none
        case warns
        case blocks
    }
}
