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
            let steps = HolmSteps(pValues: replicates.map { $0.p(replicate, alpha: alpha) }, alpha: alpha)
            if replicates.indices.contains(where: { index in
                steps.level(of: index).map { replicates[index].isBlocked(replicate, harm: 0, level: $0) } ?? false
            }) { tally.blocked += 1 }
            for (index, group) in replicates.enumerated() {
                let margin = groups[index].rule.margin
                if group.isBlocked(replicate, harm: 2 * margin, level: steps.levelIfHarmed(index)) { tally.blockedHarms[index] += 1 }
                if group.isBelow(margin, replicate, harm: margin, level: GateRule.clearingLevel) { tally.clearedHarms[index] += 1 }
            }
        }
        return tally
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
    func levelIfHarmed(_ index: Int) -> Double {
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
