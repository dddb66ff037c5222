import Foundation

extension Double {
    /// The nearest number with 10 significant decimal digits: what `audit.json` and every other result file prints.
    /// Differences beyond that are the machine's, not the cohort's.
    public var reported: Double {
        guard isFinite, self != 0 else { return self == 0 ? 0 : self }
        return Double(String(format: "%.9e", self)) ?? self
    }

    /// `nil` for an unbounded end.
    public var reportedBound: Double? { isFinite ? reported : nil }
}
