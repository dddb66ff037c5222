import Testing
import Metrics

@Suite struct BiasAwareTreeTests {
    /// Two clouds far apart: one cut separates them, whatever the order of the people.
    @Test(arguments: 1...20)
    func separatesTwoClouds(_ seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        var people = (0..<60).map { person in
            (features: [person % 2 == 0 ? 0.0 : 10 + random.normal(), random.normal()], outcome: person % 2 == 0 ? 0.2 : 0.8 + 0.1 * random.normal())
        }
        random.shuffle(&people)
        let tree = BiasAwareTree(
            features: people.map(\.features), outcomes: people.map(\.outcome), members: Array(people.indices), cuts: 1, minimumSize: 5)
        #expect(tree.leaves.count == 2)
        let sides = Dictionary(grouping: people) { tree.leaf(of: $0.features) }
        #expect(sides.values.allSatisfy { side in Set(side.map { $0.features[0] > 5 }).count == 1 })
    }

    @Test func aCutThatLeavesTooFewIsNotMade() {
        let features: [[Double]] = (0..<20).map { [$0 == 0 ? 100 : Double($0) / 100] }
        let tree = BiasAwareTree(features: features, outcomes: (0..<20).map(Double.init), members: Array(0..<20), cuts: 3, minimumSize: 5)
        #expect(tree.leaves.count == 1)
    }

    @Test func peopleWhoAreAllAlikeAreOneCluster() {
        let features = [[Double]](repeating: [1, 2], count: 30)
        let tree = BiasAwareTree(features: features, outcomes: (0..<30).map(Double.init), members: Array(0..<30), cuts: 3, minimumSize: 2)
        #expect(tree.leaves.count == 1 && tree.leaf(of: [5, 5]) == 0)
    }
}
