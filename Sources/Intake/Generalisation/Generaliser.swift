import Cohort

/// Turns rows of the contract into rows of a snapshot: keys into pseudonyms, ages and durations into bands, moments into days.
///
/// The only memory it has is the pseudonymiser's key and the number of values it did not recognise, by column.
public struct Generaliser {
    public let period: Period
    public let ageBands: AgeBands
    public private(set) var unrecognised: [String: Int] = [:]
    var pseudonymiser: Pseudonymiser

    public init(pseudonymiser: Pseudonymiser, period: Period, ageBands: AgeBands = .standard) {
        self.pseudonymiser = pseudonymiser
        self.period = period
        self.ageBands = ageBands
    }

    mutating func optionalPseudonym(_ kind: Pseudonymiser.Kind, _ key: String?) -> Pseudonym? {
        key.map { pseudonymiser.pseudonym(kind, $0) }
    }

    /// Notes a value that is not passed on.
    mutating func countUnrecognised(_ column: String) {
        unrecognised[column, default: 0] += 1
    }

    /// The code, or nil, counted, when it is not one that may pass.
    mutating func code(_ value: String?, _ rule: CodeRule, _ column: String) -> String? {
        guard let value else { return nil }
        if rule.accepts(value) { return value }
        countUnrecognised(column)
        return nil
    }

    func requiredCode(_ value: String, _ rule: CodeRule, _ column: String) throws(IntakeError) -> String {
        guard rule.accepts(value) else { throw .unknownRequiredCode(column: column, allowed: rule.allowed) }
        return value
    }

    /// The number, or nil, counted, when it is outside what the column can mean.
    mutating func number<N: Comparable>(_ value: N?, in range: ClosedRange<N>, _ column: String) -> N? {
        guard let value else { return nil }
        if range.contains(value) { return value }
        countUnrecognised(column)
        return nil
    }

    /// The day, unless it lies after the period: the snapshot knows what was known on the period's last day.
    func known(_ day: Day?) -> Day? {
        day.flatMap { $0 <= period.to ? $0 : nil }
    }

    func finite(_ value: Double, _ column: String) throws(IntakeError) -> Double {
        guard value.isFinite else { throw .notFinite(column: column) }
        return value
    }
}
