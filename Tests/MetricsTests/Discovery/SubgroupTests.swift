import Testing
import Metrics

@Suite struct SubgroupTests {
    private func conditions(_ pairs: (Int, Int)...) -> Subgroup {
        Subgroup(conditions: pairs.map { .init(attribute: $0.0, value: $0.1) })
    }

    @Test func orderOfConditionsDoesNotMatter() {
        #expect(conditions((1, 2), (0, 3)) == conditions((0, 3), (1, 2)))
    }

    @Test func moreConditionsArePartOfFewer() {
        #expect(conditions((0, 3), (1, 2)).isPart(of: conditions((1, 2))))
        #expect(!conditions((1, 2)).isPart(of: conditions((0, 3), (1, 2))))
        #expect(!conditions((0, 3), (1, 2)).isPart(of: conditions((1, 1))))
        #expect(!conditions((1, 2)).isPart(of: conditions((1, 2))))
    }

    /// Against a plain double loop over all pairs of values.
    @Test func findsExactlyTheLargeCombinations() {
        let people = SimulatedPeople(seed: 5, count: 400, shift: 0)
        let split = SplitSample(keys: people.keys, seed: 5)
        let found = Subgroup.all(attributes: people.attributes, depth: 2, minimumSize: 15, split: split)
        var expected: Set<Subgroup> = []
        func consider(_ group: Subgroup) {
            let members = people.keys.indices.filter { person in
                group.conditions.allSatisfy { people.attributes[$0.attribute][person] == $0.value }
            }
            let others = people.keys.indices.filter { !members.contains($0) }
            let sizes = [members, others].flatMap { side in [split.test, split.discovery].map { half in half.count { side.contains($0) } } }
            if sizes.allSatisfy({ $0 >= 15 }) { expected.insert(group) }
        }
        for first in 0..<4 {
            for value in 0..<5 {
                consider(conditions((first, value)))
                for second in 0..<4 where second > first {
                    for other in 0..<5 { consider(conditions((first, value), (second, other))) }
                }
            }
        }
        #expect(Set(found.map(\.subgroup)) == expected && found.count == expected.count)
        #expect(expected.count > 30)
    }

    @Test func theSamePeopleUnderTwoNamesAreOneGroup() {
        let codes = (0..<200).map { $0 % 2 }
        let split = SplitSample(keys: (0..<200).map(UInt64.init), seed: 1)
        let found = Subgroup.all(attributes: [codes, codes], depth: 2, minimumSize: 5, split: split)
        #expect(found.map(\.subgroup.conditions.count) == [1, 1])
    }

    @Test func theUnknownAndEverybodyAreNoGroups() {
        let unknown = [Int](repeating: -1, count: 100)
        let same = [Int](repeating: 3, count: 100)
        let split = SplitSample(keys: (0..<100).map(UInt64.init), seed: 1)
        #expect(Subgroup.all(attributes: [unknown, same], depth: 2, minimumSize: 2, split: split).isEmpty)
    }
}
