import Cohort
import MatchReplay
import Metrics

/// Would this gate have blocked no change, and would it have seen a harm?
///
/// Null control: baseline and candidate are swapped per participant at random, so that the true change is zero for every group while the
/// sizes of the changes stay what they are. Positive control: on top of that, a harm of twice the margin (and of the margin) is planted in
/// one group of one question at a time. Each replicate is judged by the rule of the gate, Holm over the whole family included.
package struct GateControls: Sendable, Equatable {
    package let flips: Int
    /// Share of replicates without a true change in which something is blocked; `nil` when nothing could be.
    package let falseBlocks: Double?
    /// Parallel to the family of the judgement.
    package let harms: [Harm]

    package struct Harm: Sendable, Equatable {
        package let blockedAtTwiceMargin: Double
        package let clearedAtMargin: Double
    }

    /// A gate that blocks less than this share of harms of twice the margin says that it is blind.
    package static let blindBelow = 0.8

    /// - Parameter seed: of the signs; with each participant's key it settles them, for any number of threads.
    package init(_ judgement: GateJudgement, flips: Int, seed: UInt64, threads: Int) {
        self.flips = flips
        let family = FlippedFamily(judgement)
        guard !family.groups.isEmpty else {
            (falseBlocks, harms) = (nil, [])
            return
        }
        let blocks = (flips + SignBlock.width - 1) / SignBlock.width
        let tallies = parallelMap(count: blocks, threads: threads) { block in
            family.tally(SignBlock(keys: judgement.changes.keys, seed: seed, block: block), count: min(SignBlock.width, flips - block * SignBlock.width))
        }
        var blocked = 0
        var planted = [Int](repeating: 0, count: family.groups.count), cleared = planted
        for tally in tallies {
            blocked += tally.blocked
            for index in planted.indices {
                planted[index] += tally.blockedHarms[index]
                cleared[index] += tally.clearedHarms[index]
            }
        }
        falseBlocks = Double(blocked) / Double(flips)
        harms = planted.indices.map {
            Harm(blockedAtTwiceMargin: Double(planted[$0]) / Double(flips), clearedAtMargin: Double(cleared[$0]) / Double(flips))
        }
    }
}
