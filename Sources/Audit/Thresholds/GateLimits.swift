import Cohort

/// The limits of the gate: how much worse a candidate algorithm may make a group's lists, and what is done when that cannot be told.
public struct GateLimits: Sendable, Equatable {
    /// By indicator id; every indicator of `GateLimits.indicatorIDs` has an entry.
    public let indicators: [String: HarmLimits]
    /// Questions that may block. Everything else is a scan, which warns.
    public let questions: [Thresholds.PrimaryQuestion]
    /// For a primary question about a group of at least `analysis.minimumGroup`.
    public let notSettled: Limit<Policy>
    /// The same for a group below it.
    public let smallGroup: Limit<Policy>
    /// A group whose lists change by so much more than the cohort's is a warning; share of the first places.
    public let churn: Limit<Double>
    /// Of the cohort this share has a best place within tau, under the baseline: the frozen meaning of "a fitting place" (M5).
    public let fittingShare: Limit<Double>
    /// What no list may pass by.
    public let requiredLimits: Limit<[RequiredLimit]>
    /// The core approved at the last annual audit; `nil` until one is.
    public let anchor: Limit<Anchor?>
    /// Sign flips that the controls are made of.
    public let controls: Limit<Int>

    public struct HarmLimits: Sendable, Equatable {
        /// Non-inferiority margin m: a mean change for the worse below this is small.
        public let margin: Limit<Double>
        /// Signal size s: a mean change of at least this matters.
        public let signal: Limit<Double>
    }

    public enum Policy: String, Codable, Sendable, CaseIterable {
        case block
        case warn
    }

    public enum RequiredLimit: String, Codable, Sendable, CaseIterable {
        /// What the place asks of the body, and the participant is known not to be able to do.
        case abilities
        /// The participant's longest journey.
        case travel
        /// The participant's hours.
        case hours
    }

    public struct Anchor: Sendable, Equatable {
        /// Relative to the folder of thresholds.json.
        public let file: String
        public let sha256: String
        public let approvedOn: Day
        public let approvedBy: String
    }

    /// What may block is harm. In the order of the report.
    public static let indicatorIDs = ["M1", "M2", "M3", "M5", "M29"]
}
