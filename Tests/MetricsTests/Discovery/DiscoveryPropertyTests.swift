import Testing
import Metrics

@Suite struct DiscoveryPropertyTests {
    /// Who tests and who proposes must not depend on where a person stands in the file. Planted: halves by position.
    @Test func reorderingParticipantsMovesNobodyToTheOtherHalf() throws {
        typealias Split = ([UInt64]) -> (discovery: [Int], test: [Int])
        let real: Split = { keys in
            let split = SplitSample(keys: keys, seed: 7)
            return (split.discovery, split.test)
        }
        let byPosition: Split = { keys in (keys.indices.filter { $0 % 2 == 0 }, keys.indices.filter { $0 % 2 == 1 }) }
        try Property.check(
            "split sample: reordering", cases: 20_000, subject: real, planted: byPosition,
            generate: { random in
                let keys = (0..<(1 + random.index(below: 12))).map { _ in random.next() }
                var shuffled = keys
                random.shuffle(&shuffled)
                return (keys, shuffled)
            },
            interesting: { $0.0 != $0.1 },
            holds: { example, split in
                let (before, after) = (split(example.0), split(example.1))
                return Set(before.test.map { example.0[$0] }) == Set(after.test.map { example.1[$0] })
                    && before.discovery.count + before.test.count == example.0.count
            })
    }

    /// A group that is part of another has all its people. Planted: "any condition" instead of "every condition".
    @Test func everyMemberMeetsEveryCondition() throws {
        typealias Enumerate = ([[Int]], SplitSample) -> [(subgroup: Subgroup, isMember: [Bool])]
        let real: Enumerate = { Subgroup.all(attributes: $0, depth: 2, minimumSize: 2, split: $1) }
        let anyCondition: Enumerate = { attributes, split in
            real(attributes, split).map { found in
                (found.subgroup, found.isMember.indices.map { person in
                    found.subgroup.conditions.contains { attributes[$0.attribute][person] == $0.value }
                })
            }
        }
        try Property.check(
            "subgroups: members meet every condition", cases: 3_000, subject: real, planted: anyCondition,
            generate: { random in
                let count = 12 + random.index(below: 20)
                let attributes = (0..<3).map { _ in (0..<count).map { _ in random.index(below: 4) - 1 } }
                return (attributes, SplitSample(keys: (0..<count).map { _ in random.next() }, seed: 3))
            },
            interesting: { example in real(example.0, example.1).contains { $0.subgroup.conditions.count == 2 } },
            holds: { example, enumerate in
                enumerate(example.0, example.1).allSatisfy { found in
                    found.isMember.indices.allSatisfy { person in
                        found.isMember[person]
                            == found.subgroup.conditions.allSatisfy { example.0[$0.attribute][person] == $0.value }
                    }
                }
            })
    }

    /// A held-out comparison that is undefined never becomes a discovery. Planted: undefined counted as p = 0.
    @Test func theUndefinedIsNeverADiscovery() throws {
        typealias Count = ([Double], [Bool]) -> Int
        let real: Count = { outcomes, isMember in
            let test = HeldOutTest(test: Array(outcomes.indices), outcomes: outcomes, bounded: true, falseDiscoveryRate: 0.1)
            return ((try? test.findings([(difference: 1, isMember: isMember)])) ?? []).count { $0?.isDiscovery == true }
        }
        let planted: Count = { outcomes, isMember in
            isMember.contains(true) && isMember.contains(false) ? real(outcomes, isMember) : 1
        }
        try Property.check(
            "held-out test: undefined never passes", cases: 20_000, subject: real, planted: planted,
            generate: { random in
                let count = 1 + random.index(below: 8)
                let side = random.index(below: 3)
                return (
                    (0..<count).map { _ in random.uniform() < 0.5 ? 0.0 : 1.0 },
                    (0..<count).map { _ in side == 0 ? false : side == 1 ? true : random.uniform() < 0.5 })
            },
            interesting: { !$0.1.contains(true) || !$0.1.contains(false) },
            holds: { example, count in
                (example.1.contains(true) && example.1.contains(false)) || count(example.0, example.1) == 0
            })
    }
}
