import Cohort

/// `thresholds.json`: every limit that turns a number into a judgement, set by people before the first run.
public struct Thresholds: Sendable, Equatable {
    public let system: AuditReport.System
    public let setBy: String
    public let setOn: Day
    public let analysis: Analysis
    public let disclosure: DisclosureLimits
    public let fidelity: FidelityLimits
    /// By indicator id, or `id.metric` where one metric has its own.
    public let indicators: [String: IndicatorLimits]
    public let primaryQuestions: [PrimaryQuestion]
    /// `nil` in a file for reports only.
    public let gate: GateLimits?
    /// SHA-256 of the file's bytes.
    public let sha256: String

    public struct Analysis: Sendable, Equatable {
        /// Below this, a group or its reference gets at most a signal.
        public let minimumGroup: Limit<Int>
        /// Share of people whose group is unknown above which an attribute gets at most a signal.
        public let maximumMissing: Limit<Double>
        /// Family-wise level of a single audit, and of a calendar year.
        public let alpha: Limit<Double>
        /// What each quarter may spend of `alpha`.
        public let quarterlySpending: Limit<[Double]>
        /// False discovery rate of the scan.
        public let scanQ: Limit<Double>
        public let topK: Limit<[Int]>
        /// Which of `topK` is judged first.
        public let listDepth: Limit<Int>
        public let horizonDays: Limit<Int>
        public let minimumAtRisk: Limit<Int>
        /// Share of leavers in a group above which bounds are printed.
        public let leaversForBounds: Limit<Double>
        public let bootstrapReplicates: Limit<Int>
        public let chanceReplicates: Limit<Int>
        public let seed: Limit<Int>
        public let reportValidDays: Limit<Int>
    }

    public struct DisclosureLimits: Sendable, Equatable {
        /// Cells and denominators below this many people are withheld.
        public let minimumCell: Limit<Int>
        /// Public edition: numerators and complements below this are withheld too, zero included.
        public let minimumNumeratorPublic: Limit<Int>
        /// Two figures of nested groups that differ by fewer people than this are not both shown.
        public let differenceGuard: Limit<Int>
        /// A withheld count must be able to take at least this many values for someone who knows all the others.
        public let minimumUncertainty: Limit<Int>
    }

    public struct FidelityLimits: Sendable, Equatable {
        public let overall: Limit<Double>
        public let group: Limit<Double>
    }

    public struct IndicatorLimits: Sendable, Equatable {
        /// A difference inside plus or minus this is small. In the metric's unit.
        public let margin: Limit<Double>
        /// A difference of at least this matters.
        public let signal: Limit<Double>
        /// Rate of the frozen baseline period; `nil` until one is frozen.
        public let baseline: Limit<Double?>
        /// What is held equal in the figure that stands beside the judged one.
        public let beside: Limit<Stratum>
        /// By name, as the indicator declares them.
        public let parameters: [String: Limit<Double>]
    }

    public struct PrimaryQuestion: Sendable, Equatable {
        public let indicator: String
        /// One attribute, or the intersection of two.
        public let grouping: Grouping
        public let rationale: String
    }

    /// At most this many questions may be primary: more would leave none of them any power.
    public static let maximumPrimaryQuestions = 8
}

/// What may be held equal. A stratum is used inside the computation; its values are never printed.
public enum Stratum: String, Sendable, CaseIterable {
    case none
    case runMonth = "run_month"
    case counsellor
    case educationLevel = "education_level"
    case testLanguage = "test_language"
    case ageBand = "age_band"
    case gender
    case benefitDuration = "benefit_duration"
}
