import Audit
import Cohort
import Metrics

/// One group of one measure: the changes of its people, and what they give.
struct GroupChange: Sendable {
    /// Index in `GateChanges.measures`.
    let measure: Int
    /// `nil` = the whole cohort.
    let attribute: Attribute?
    let group: String
    /// Indices of people with a value under both cores.
    let members: [Int]
    /// Parallel to `members`; positive = worse.
    let changes: [Double]
    let statistic: Outcome
    /// Means over the members under the two cores, and the candidate's minus that of the other shown groups.
    let referenceValue: Double
    let candidateValue: Double
    let candidateGap: Double?
    let deviation: Double?

    enum Outcome: Sendable {
        /// The cores gave everybody the same lists.
        case identical
        case measured(any PairedChange)
        case undefined(String)
    }

    /// - Parameters:
    ///   - population: everybody with a value under both cores.
    ///   - others: members of the other shown groups.
    init(_ changes: GateChanges, measure index: Int, attribute: Attribute?, group: String, members: [Int], population: [Int], others: [Int]) {
        let measure = changes.measures[index]
        self.measure = index
        self.attribute = attribute
        self.group = group
        self.members = members
        self.changes = members.map { measure.change(of: $0) }
        referenceValue = Self.mean(members) { measure.reference[$0] }
        candidateValue = Self.mean(members, measure.after)
        candidateGap = others.isEmpty ? nil : candidateValue - Self.mean(others, measure.after)
        deviation = (try? Summary(self.changes))?.sampleDeviation
        if measure.isIdentical {
            statistic = .identical
        } else {
            do throws(Undefined) {
                statistic = .measured(try Self.statistic(measure, self.changes, members: members, population: population))
            } catch {
                statistic = .undefined(error == .tooFewObservations(needed: 2) ? "nobody_to_compare_with" : "undefined:\(error)")
            }
        }
    }

    private static func statistic(
        _ measure: GateChanges.Measure, _ own: [Double], members: [Int], population: [Int]
    ) throws(Undefined) -> any PairedChange {
        // A share can change by 1; another figure by no more than anybody's did in this cohort.
        let largest = measure.isShare ? 1 : population.reduce(0) { max($0, abs(measure.change(of: $1))) }
        guard measure.isCentred else { return try mean(own, largest: largest) }
        let inGroup = Set(members)
        let rest = population.filter { !inGroup.contains($0) }.map { measure.change(of: $0) }
        guard rest.count > 1, own.count > 1 else { throw .tooFewObservations(needed: 2) }
        if hasFewChanges(own) || hasFewChanges(rest) {
            return CentredFewChanges(group: try mean(own, largest: largest), rest: try mean(rest, largest: largest))
        }
        return try CentredMeanChange(group: ChangeSums(own), rest: ChangeSums(rest))
    }

    private static func mean(_ changes: [Double], largest: Double) throws(Undefined) -> any PairedChange {
        guard hasFewChanges(changes) else { return try PairedMeanChange(ChangeSums(changes)) }
        let commonest = Commonest(changes)?.value ?? 0
        return try FewChanges(changes, largest: largest + abs(commonest))
    }

    static func hasFewChanges(_ changes: [Double]) -> Bool {
        changes.count - (Commonest(changes)?.count ?? 0) < FewChanges.limit
    }

    private static func mean(_ members: [Int], _ value: (Int) -> Double?) -> Double {
        CompensatedSum(members.compactMap(value)).value / Double(members.count)
    }
}
