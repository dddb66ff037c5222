import Metrics

/// The whole family of a gate under random signs, judged as the gate judges it.
struct FlippedFamily: Sendable {
    let groups: [FlippedGroup]
    private let alpha: Double

    init(_ judgement: GateJudgement) {
        groups = judgement.family.map { FlippedGroup(judgement.judged[$0], in: judgement.changes) }
        alpha = judgement.alpha
    }

    /// Counts over the replicates of one block.
    struct Tally: Sendable {
        var blocked = 0
        /// Parallel to `groups`.
        var blockedHarms: [Int]
        var clearedHarms: [Int]
    }

    func tally(_ signs: SignBlock, count: Int) -> Tally {
        let replicates = groups.map { $0.replicates(signs) }
        var tally = Tally(blockedHarms: groups.map { _ in 0 }, clearedHarms: groups.map { _ in 0 })
        for replicate in 0..<count {
            let statistics = replicates.map { $0.statistic(replicate) }
            let steps = HolmSteps(pValues: statistics.map(p), alpha: alpha)
            if groups.indices.contains(where: { isBlocked(statistics[$0], groups[$0].rule, level: steps.level(of: $0)) }) { tally.blocked += 1 }
            for index in groups.indices {
                let (group, rule) = (replicates[index], groups[index].rule)
                let harmed = group.statistic(replicate, shift: groups[index].shift(forHarm: 2 * rule.margin))
                if isBlocked(harmed, rule, level: steps.levelIfRejected(index)) { tally.blockedHarms[index] += 1 }
                let atMargin = group.statistic(replicate, shift: groups[index].shift(forHarm: rule.margin))
                if let atMargin, atMargin.upper(level: GateRule.clearingLevel) < rule.margin { tally.clearedHarms[index] += 1 }
            }
        }
        return tally
    }

    /// A comparison that no step could reject needs no p of its own.
    private func p(_ statistic: (any PairedChange)?) -> Double {
        guard let statistic, statistic.estimate > 0, statistic.lower(level: 1 - alpha) > 0 else { return 1 }
        return statistic.pAboveZero
    }

    private func isBlocked(_ statistic: (any PairedChange)?, _ rule: GateRule, level: Double?) -> Bool {
        guard let statistic, let level, statistic.estimate > 0 else { return false }
        let lower = statistic.lower(level: level)
        return rule.isHarm(estimate: statistic.estimate, excludesNone: lower > 0, excludesMargin: lower > rule.margin)
    }
}

/// Holm's steps of one replicate, for the comparisons as they are and for one of them with a harm in it.
struct HolmSteps {
    private let pValues: [Double]
    private let alpha: Double
    /// p of those below alpha, ascending: others can be rejected at no step.
    private let ascending: [(p: Double, index: Int)]

    init(pValues: [Double], alpha: Double) {
        self.pValues = pValues
        self.alpha = alpha
        ascending = pValues.indices.filter { pValues[$0] <= alpha }.map { (pValues[$0], $0) }.sorted { $0.p < $1.p }
    }

    /// The level of the step at which this comparison is rejected; `nil` = it is not.
    func level(of index: Int) -> Double? {
        let step = rejected(without: nil).firstIndex(of: index)
        return step.map { 1 - alpha / Double(pValues.count - $0) }
    }

    /// The level at which this comparison is decided when it has a harm and all others are as they are: that of the step after all others
    /// that are rejected. Were its p below one of theirs it would be rejected at an earlier step and so at this one too.
    func levelIfRejected(_ index: Int) -> Double? {
        1 - alpha / Double(pValues.count - rejected(without: index).count)
    }

    /// Indices of the rejected, in order of p.
    private func rejected(without left: Int?) -> [Int] {
        var indices: [Int] = []
        for (p, index) in ascending where index != left {
            guard p <= alpha / Double(pValues.count - indices.count) else { break }
            indices.append(index)
        }
        return indices
    }
}
