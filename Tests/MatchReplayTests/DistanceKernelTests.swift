import CDistance
import Testing

struct DistanceKernelTests {
    /// Sizes around the widths of the vector units (2, 4, 8), and none at all.
    @Test(arguments: [(1, 1, 1), (3, 7, 5), (2, 8, 16), (5, 33, 3), (4, 301, 16), (2, 0, 4), (2, 5, 0)])
    func everyCloneGivesTheBitsOfAPlainLoop(participants: Int, places: Int, scales: Int) {
        var generator = TestGenerator(seed: UInt64(participants * 1000 + places * 10 + scales))
        func random(_ count: Int) -> [Double] { (0..<count).map { _ in .random(in: -3...3, using: &generator) } }
        let scores = random(participants * scales), targets = random(scales * places)
        let weights = random(scales * places).map { abs($0) }
        let present = (0..<participants * scales).map { _ in Double.random(in: 0...1, using: &generator) < 0.8 ? 1.0 : 0 }

        var expected: [Double] = []
        for i in 0..<participants {
            for p in 0..<places {
                var sum = 0.0
                for j in 0..<scales where present[i * scales + j] == 1 {
                    let difference = scores[i * scales + j] - targets[j * places + p]
                    sum += weights[j * places + p] * (difference * difference)
                }
                expected.append(sum)
            }
        }
        var wide = [Double](repeating: .nan, count: participants * places), narrow = wide
        distance_squares(participants, places, scales, scores, present, targets, weights, &wide)
        distance_squares_baseline(participants, places, scales, scores, present, targets, weights, &narrow)
        #expect(wide.map(\.bitPattern) == expected.map(\.bitPattern))
        #expect(narrow.map(\.bitPattern) == expected.map(\.bitPattern))
    }
}
