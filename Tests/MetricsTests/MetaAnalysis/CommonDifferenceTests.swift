import Metrics
import Testing

@Suite struct CommonDifferenceTests {
    private static func study(_ group: [Double], _ reference: [Double]) throws -> CommonDifference.Study {
        let welch = try WelchDifference(group: group, reference: reference)
        return .init(
            groupCount: group.count, referenceCount: reference.count, groupValue: welch.groupValue, referenceValue: welch.referenceValue,
            estimate: welch.estimate, standardError: welch.standardError)
    }

    /// The common effects of metafor, as `InverseVarianceEffectTests` has them.
    @Test func isTheInverseVarianceEffect() throws {
        for effects in PooledCases.effects {
            let studies = effects.estimates.indices.map {
                CommonDifference.Study(
                    groupCount: 30, referenceCount: 70, groupValue: effects.estimates[$0], referenceValue: 0, estimate: effects.estimates[$0],
                    standardError: effects.standardErrors[$0])
            }
            let (common, expected) = (try CommonDifference(studies), try InverseVarianceEffect(effects))
            #expect(common.estimate == expected.estimate && common.standardError == expected.standardError)
            #expect(common.pValue == expected.pValue && common.interval(level: 0.9) == expected.interval(level: 0.9))
            #expect(common.groupCount == 30 * studies.count && common.referenceCount == 70 * studies.count)
        }
    }

    /// Nobody who leaves moves the common effect further than the bound, also where one person's value is all there is.
    @Test(arguments: 1...50 as ClosedRange<UInt64>)
    func noPersonMovesItFurther(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let towns = (0..<(2 + random.index(below: 5))).map { _ in
            func values(_ count: Int) -> [Double] {
                // A few far ones: what an influential person is.
                (0..<count).map { _ in random.index(below: 12) == 0 ? 8 * random.normal() : random.normal() }
            }
            return (group: values(10 + random.index(below: 30)), reference: values(10 + random.index(below: 60)))
        }
        let studies = try towns.map { try Self.study($0.group, $0.reference) }
        let common = try CommonDifference(studies)
        let total = studies.reduce(0) { $0 + 1 / ($1.standardError * $1.standardError) }
        for (town, study) in zip(towns, studies) {
            let share = 1 / (study.standardError * study.standardError) / total
            for side in [town.group, town.reference] {
                let mean = side.reduce(0, +) / Double(side.count)
                let furthest = side.map { abs($0 - mean) }.max() ?? 0
                // What its own mean moves by when somebody leaves; 1/n more than what that person adds to the error.
                let moved = share * furthest / Double(side.count - 1)
                #expect(moved <= common.largestShift * (1 + 1 / Double(side.count - 1)), "\(moved) against \(common.largestShift)")
            }
        }
    }

    @Test func weakeningEndsBeforeZero() throws {
        let studies = (0..<4).map { _ in
            CommonDifference.Study(groupCount: 20, referenceCount: 40, groupValue: 1, referenceValue: 0, estimate: 1, standardError: 0.4)
        }
        var current = try CommonDifference(studies)
        #expect(abs(current.largestShift - 0.1) < 1e-12)
        var steps = 0
        while let next = current.weakened() {
            #expect(next.estimate < current.estimate && next.estimate > 0 && next.standardError == current.standardError)
            current = next
            steps += 1
        }
        #expect(steps == 9 || steps == 10)
    }

    @Test func undefinedHasItsReason() {
        let nobody = CommonDifference.Study(groupCount: 0, referenceCount: 5, groupValue: 0, referenceValue: 0, estimate: 0, standardError: 1)
        #expect(throws: Undefined.outsideRange) { try CommonDifference([nobody]) }
        #expect(throws: Undefined.tooFewStudies(needed: 1)) { try CommonDifference([]) }
    }
}
