import Metrics

/// One comparison of the family under random signs, and under a harm planted on top of them.
struct FlippedGroup: Sendable {
    let rule: GateRule
    private let own: FlippedPart
    /// Everybody else with a value, where the group is judged against everybody.
    private let rest: FlippedPart?
    private let fewLimits = FewLimits()

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

        /// The comparison with a harm of this true size planted in the group.
        func statistic(_ replicate: Int, harm: Double = 0) -> (any PairedChange)? {
            let shift = group.shift(forHarm: harm)
            guard let others = group.rest, let rest else { return group.own.statistic(own, replicate, shift: shift) }
            if let mine = group.own.moments(own, replicate), let theirs = others.moments(rest, replicate) {
                return try? CentredMeanChange(group: mine.shifted(by: shift), rest: theirs)
            }
            guard let mine = group.own.statistic(own, replicate, shift: shift), let theirs = others.statistic(rest, replicate) else { return nil }
            return CentredFewChanges(group: mine, rest: theirs)
        }

        /// Whether the lower limit lies above `value`. For means by the tail of the shifted statistic, which says the same and is quick.
        func isAbove(_ value: Double, _ replicate: Int, harm: Double, level: Double) -> Bool {
            guard let statistic = statistic(replicate, harm: harm), statistic.estimate > value else { return false }
            if let few = statistic as? FewChanges { return group.fewLimits.lower(few, level: level) > value }
            if statistic is CentredFewChanges { return statistic.lower(level: level) > value }
            guard let beyond = self.statistic(replicate, harm: harm - value) else { return false }
            return beyond.pAboveZero < 1 - level
        }

        /// Whether the upper limit lies below `value`.
        func isBelow(_ value: Double, _ replicate: Int, harm: Double, level: Double) -> Bool {
            guard let statistic = statistic(replicate, harm: harm), statistic.estimate < value else { return false }
            if statistic is FewChanges || statistic is CentredFewChanges { return statistic.upper(level: level) < value }
            guard let beyond = self.statistic(replicate, harm: harm - value) else { return false }
            return beyond.pBelowZero < 1 - level
        }

        /// p against no change for the worse; 1 where no step at this level could reject it.
        func p(_ replicate: Int, alpha: Double) -> Double {
            guard isAbove(0, replicate, harm: 0, level: 1 - alpha) else { return 1 }
            return statistic(replicate)?.pAboveZero ?? 1
        }

        func isBlocked(_ replicate: Int, harm: Double, level: Double) -> Bool {
            guard let statistic = statistic(replicate, harm: harm) else { return false }
            let (rule, estimate) = (group.rule, statistic.estimate)
            return rule.isHarm(
                estimate: estimate, excludesNone: isAbove(0, replicate, harm: harm, level: level),
                // Above the margin and below the signal size it takes more than excluding no change.
                excludesMargin: rule.signal > rule.margin && isAbove(rule.margin, replicate, harm: harm, level: level))
        }
    }
}
