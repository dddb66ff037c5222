import Metrics

/// One comparison of the family under random signs, and under a harm planted on top of them.
struct FlippedGroup: Sendable {
    let rule: GateRule
    private let own: FlippedPart
    /// Everybody else with a value, where the group is judged against everybody.
    private let rest: FlippedPart?

    init(_ judged: JudgedChange, in all: GateChanges) {
        let measure = all.measures[judged.measure]
        rule = judged.rule
        let population = measure.population
        let largest = measure.isShare ? 1 : population.reduce(0) { max($0, abs(measure.change(of: $1))) }
        own = FlippedPart(people: judged.group.members, changes: judged.group.changes, largest: largest)
        guard measure.isCentred else {
            rest = nil
            return
        }
        let inGroup = Set(judged.group.members)
        let others = population.filter { !inGroup.contains($0) }
        rest = FlippedPart(people: others, changes: others.map { measure.change(of: $0) }, largest: largest)
    }

    /// What a harm of this true size adds to each member's change. Against everybody, the group's own share of everybody moves along.
    func shift(forHarm size: Double) -> Double {
        guard let rest else { return size }
        return size * Double(own.people.count + rest.people.count) / Double(rest.people.count)
    }

    func replicates(_ signs: SignBlock) -> Replicates {
        Replicates(group: self, own: own.sums(signs), rest: rest?.sums(signs))
    }

    /// The comparison in each replicate of a block.
    struct Replicates {
        fileprivate let group: FlippedGroup
        fileprivate let own: FlippedPart.SignedSums
        fileprivate let rest: FlippedPart.SignedSums?

        /// - Parameter shift: added to every member's change.
        func statistic(_ replicate: Int, shift: Double = 0) -> (any PairedChange)? {
            guard let others = group.rest, let rest else { return group.own.statistic(own, replicate, shift: shift) }
            if let mine = group.own.moments(own, replicate), let theirs = others.moments(rest, replicate) {
                return try? CentredMeanChange(group: mine.shifted(by: shift), rest: theirs)
            }
            guard let mine = group.own.statistic(own, replicate, shift: shift), let theirs = others.statistic(rest, replicate) else { return nil }
            return CentredFewChanges(group: mine, rest: theirs)
        }
    }
}
