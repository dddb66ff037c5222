import Audit
import Cohort
import Metrics
import Testing

@testable import Gate

/// The controls say what a gate would have done: they agree with judging the flipped and harmed changes themselves.
struct GateControlsTests {
    /// Changes of one figure in a cohort of two languages: of a part of the people, in fifths or smooth, up and down.
    private static func changes(people: Int, moved: Double, smooth: Bool = false, centred: Bool = false) -> GateChanges {
        var random = SeededRandom(seed: 1)
        let reference = (0..<people).map { _ in Double(random.index(below: 5)) / 5 }
        let candidate = reference.map { value in
            guard random.uniform() < moved else { return value }
            return smooth ? value + 0.4 * (random.uniform() - 0.5) : min(1, max(0, value + (random.uniform() < 0.5 ? -0.2 : 0.2)))
        }
        return GateChanges(
            labels: [
                .testLanguage: (0..<people).map { $0 % 3 == 0 ? "ar" : "nl" }, .gender: (0..<people).map { $0 % 2 == 0 ? "female" : "male" },
            ],
            keys: (0..<people).map { UInt64($0) },
            measures: [
                .init(
                    against: .baseline, indicator: centred ? "M1" : "M2", reference: reference, candidate: candidate, isCentred: centred,
                    isShare: !centred)
            ])
    }

    /// The changes under the signs of one replicate, with a harm in one group.
    private static func flipped(_ changes: GateChanges, seed: UInt64, replicate: Int, harm: (members: [Int], shift: Double)? = nil) -> GateChanges {
        let signs = SignBlock(keys: changes.keys, seed: seed, block: replicate / SignBlock.width)
        let harmed = Set(harm?.members ?? [])
        var flipped = changes
        let measure = changes.measures[0]
        flipped.measures[0].reference = measure.reference.map { _ in 0 }
        flipped.measures[0].candidate = measure.reference.indices.map { person in
            let change = measure.change(of: person)
            let turned = signs.words[person] >> UInt64(replicate % SignBlock.width) & 1 == 0 ? change : -change
            return turned + (harmed.contains(person) ? harm?.shift ?? 0 : 0)
        }
        return flipped
    }

    @Test(arguments: [(0.5, false, false), (0.06, false, false), (0.06, true, false), (0.5, true, true)])
    func agreeWithJudgingEachReplicate(moved: Double, smooth: Bool, centred: Bool) throws {
        let changes = Self.changes(people: 150, moved: moved, smooth: smooth, centred: centred)
        let judge = try GateJudge(thresholds: Limits.read())
        let judgement = try judge.judge(changes)
        let flips = 128
        let controls = GateControls(judgement, flips: flips, seed: 7, threads: 2)
        var blocked = 0
        var planted = judgement.family.map { _ in 0 }, cleared = planted
        for replicate in 0..<flips {
            let null = try judge.judge(Self.flipped(changes, seed: 7, replicate: replicate))
            if null.judged.contains(where: { $0.family == .primary && $0.verdict == .blocked }) { blocked += 1 }
            let steps = HolmSteps(pValues: null.family.map { null.judged[$0].p ?? 1 }, alpha: judgement.alpha)
            for (position, index) in judgement.family.enumerated() {
                let group = judgement.judged[index]
                let members = group.group.members
                // Against everybody, the group's own share of everybody moves along.
                let scale = centred ? Double(changes.keys.count) / Double(changes.keys.count - members.count) : 1
                func verdict(_ size: Double) throws -> GateFinding.Verdict {
                    let harmed = try judge.judge(Self.flipped(changes, seed: 7, replicate: replicate, harm: (members, size * scale)))
                    let own = try #require(harmed.judged.first { $0.attribute == group.attribute && $0.name == group.name })
                    guard case .measured(let statistic) = own.group.statistic else { return .unavailable }
                    return group.rule.verdict(
                        estimate: statistic.estimate, lower: statistic.lower(level: steps.levelIfHarmed(position)),
                        upper: statistic.upper(level: GateRule.clearingLevel))
                }
                if try verdict(2 * group.rule.margin) == .blocked { planted[position] += 1 }
                if try verdict(group.rule.margin) == .cleared { cleared[position] += 1 }
            }
        }
        #expect(controls.falseBlocks == Double(blocked) / Double(flips))
        #expect(controls.harms.map(\.blockedAtTwiceMargin) == planted.map { Double($0) / Double(flips) })
        #expect(controls.harms.map(\.clearedAtMargin) == cleared.map { Double($0) / Double(flips) })
        #expect(planted.contains { $0 > 0 }, "a control that never sees a harm says nothing")
    }

    @Test func noFindingThatCouldBlockIsNoShare() throws {
        let judgement = try GateJudge(thresholds: Limits.read()).judge(Self.changes(people: 20, moved: 0.5))
        let controls = GateControls(judgement, flips: 100, seed: 1, threads: 1)
        #expect(judgement.family.isEmpty && controls.falseBlocks == nil && controls.harms.isEmpty)
    }

    @Test func differentSeedsDrawDifferentSigns() {
        let keys = (0..<100).map { UInt64($0) }
        let first = SignBlock(keys: keys, seed: 1, block: 0).words
        #expect(first == SignBlock(keys: keys, seed: 1, block: 0).words)
        #expect(first != SignBlock(keys: keys, seed: 2, block: 0).words && first != SignBlock(keys: keys, seed: 1, block: 1).words)
        // 6,400 fair coins: five standard deviations.
        #expect(abs(first.reduce(0) { $0 + $1.nonzeroBitCount } - 3200) < 200)
    }
}
