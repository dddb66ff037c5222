import Cohort
import Metrics

/// One comparison: a metric, a grouping, one of its groups and everybody else who may be shown.
struct Comparison: Sendable {
    /// Index in the list of measured metrics.
    let metric: Int
    let grouping: Grouping
    let group: String
    /// How many people are in the group.
    let count: Int
    /// The groups that it is compared with, and how many people are in them.
    let referenceCodes: Set<String>
    let referenceCount: Int
    /// `rest`, the code of the group that the configuration names, or `none` for a figure over everybody.
    let referenceName: String
    let outcome: Outcome

    enum Outcome: Sendable {
        case withheld(SmallCells.Rule)
        /// A short code, or the reason of an undefined statistic.
        case unavailable(reason: String)
        case measured(Measured)
    }

    /// The difference itself is `ComparisonPlan.difference`.
    struct Measured: Sendable {
        /// Of the figure that is judged.
        let estimate: Double
        let pValue: Double
        /// What else is held equal in a second figure; `nil` when there is nothing to hold.
        let beside: Stratum?
        /// What is held equal in the judged figure.
        let stratum: Stratum
        /// Set when group, reference or attribute is too small or too unknown for more than a signal.
        let smallSample: SmallSample?
        /// Set when this metric can be a signal at most.
        let cap: String?
    }

    struct SmallSample: Sendable {
        /// `below_minimum_group` or `too_many_unknown`.
        let reason: String
        /// p of an exact test.
        let exactP: Double
    }

    var measured: Measured? {
        if case .measured(let measured) = outcome { measured } else { nil }
    }

    /// Whether this comparison is tested: only then it belongs to a family.
    var isTested: Bool { measured.map { $0.smallSample == nil } ?? false }
}
