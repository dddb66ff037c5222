import Testing
import Metrics

/// Readied or not, the same people leave in the same order, and every step is the comparison made anew of those who are left.
@Suite struct ReadiedForWeakeningTests {
    private func follow<Difference: GroupDifference>(_ difference: Difference, atLeast steps: Int) {
        var (plain, readied) = (difference, difference.readiedForWeakening())
        #expect(readied.estimate == difference.estimate && readied.pValue == difference.pValue)
        for step in 0..<200 {
            guard let first = plain.weakened(), let second = readied.weakened() else {
                #expect(plain.weakened() == nil && readied.weakened() == nil)
                #expect(step >= steps)
                return
            }
            #expect(first.groupCount == second.groupCount && first.referenceCount == second.referenceCount)
            #expect(abs(first.estimate - second.estimate) < 1e-12 && abs(first.pValue - second.pValue) < 1e-10)
            (plain, readied) = (first, second)
        }
    }

    @Test(arguments: 1...5)
    func meansAndContrasts(_ seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        func side(_ count: Int, _ mean: Double) -> [Double] { (0..<count).map { _ in mean + random.normal() } }
        follow(try WelchDifference(group: side(60, 0.7), reference: side(90, 0)), atLeast: 10)
        follow(try WelchDifference(group: side(90, 0.7), reference: side(60, 0)), atLeast: 10)
        follow(
            try DifferenceInDifferences(corner: side(70, 1), besideFirst: side(50, 0), besideSecond: side(80, 0), opposite: side(90, 0)), atLeast: 10)
        func share(_ count: Int, _ rate: Double) -> [Double] { (0..<count).map { _ in random.uniform() < rate ? Double(1 + random.index(below: 5)) / 5 : 0 } }
        follow(try BoundedMeanDifference(group: share(60, 0.5), reference: share(120, 0.1)), atLeast: 5)
    }

    /// Against the difference made anew of the values that are left, stratum by stratum, until nobody brings it nearer to zero.
    @Test(arguments: 1...10)
    func strata(_ seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        func side(_ count: Int, _ mean: Double) -> [StratifiedMeanDifference.Observation] {
            (0..<count).map { _ in
                let stratum = random.index(below: 6)
                return (mean + Double(stratum) + random.normal(), stratum)
            }
        }
        let (group, reference) = (side(40, 0.8), side(70, 0))
        follow(try StratifiedMeanDifference(group: group, reference: reference), atLeast: 5)

        var left = group, difference = try StratifiedMeanDifference(group: group, reference: reference).readiedForWeakening()
        while let next = difference.weakened() {
            // Nobody else would have brought it nearer.
            let apart = left.indices.map { person -> Double in
                var fewer = left
                fewer.remove(at: person)
                return (try? StratifiedMeanDifference(group: fewer, reference: reference)).map { abs($0.estimate) } ?? .infinity
            }
            let leaving = try #require(apart.indices.min { apart[$0] < apart[$1] })
            left.remove(at: leaving)
            let anew = try StratifiedMeanDifference(group: left, reference: reference)
            #expect(abs(next.estimate - anew.estimate) < 1e-11 && abs(next.standardError - anew.standardError) < 1e-11)
            #expect(abs(next.groupValue - anew.groupValue) < 1e-11 && abs(next.pValue - anew.pValue) < 1e-9)
            difference = next
        }
        #expect(left.count < group.count)
    }
}
