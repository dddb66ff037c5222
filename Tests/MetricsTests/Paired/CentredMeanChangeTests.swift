import Testing
import Metrics

@Suite struct CentredMeanChangeTests {
    /// Where neither side is skewed the limits are Welch's. The transformation itself is held to R by `PairedMeanChangeTests`.
    @Test func agreesWithWelchOfRAndScipy() throws {
        for expected in Reference.centredMeanLimits {
            let rows = Reference.centredMeanPeople.filter { $0[0] == expected[0] }
            let group = rows.filter { $0[1] == 1 }.map { $0[2] }, rest = rows.filter { $0[1] == 0 }.map { $0[2] }
            // Each value and its mirror about the mean: the same mean and variance in the sums, no third moment.
            let change = try CentredMeanChange(group: Self.withoutSkewness(group), rest: Self.withoutSkewness(rest))
            #expect(Reference.error(change.estimate, expected[1], floor: 1) < 1e-12, "case \(expected[0])")
            #expect(Reference.error(change.degreesOfFreedom, expected[2]) < 1e-10, "case \(expected[0])")
            #expect(Reference.error(change.pAboveZero, expected[3]) < 1e-8, "case \(expected[0])")
            #expect(abs(change.skewness) < 1e-9)
            for (index, level) in PairedMeanChangeTests.levels.enumerated() {
                #expect(Reference.error(change.lower(level: level), expected[4 + index], floor: 1) < 1e-9, "case \(expected[0])")
                #expect(Reference.error(change.upper(level: level), expected[8 + index], floor: 1) < 1e-9, "case \(expected[0])")
            }
        }
    }

    /// The sums of these values with their third central moment set to 0: cubes = 3 mean squares - 2 n mean^3.
    static func withoutSkewness(_ values: [Double]) -> ChangeSums {
        var sums = ChangeSums(values)
        sums.cubes = 3 * sums.mean * sums.squares - 2 * Double(sums.count) * sums.mean * sums.mean * sums.mean
        return sums
    }

    /// Limits by Hall's cubic for a difference, solved here by bisection.
    @Test func limitsSolveTheCubic() throws {
        let own = [0, 0, 0, 0.1, 0.05, 1.4, 0.02, 0, 0.9, -0.1], others = [0.1, -0.2, 0, 0.05, 0.3, -1, 0.1]
        let group = ChangeSums(own), rest = ChangeSums(others)
        let change = try CentredMeanChange(group: group, rest: rest)
        func third(_ sums: ChangeSums, _ values: [Double]) -> Double {
            values.reduce(0) { let d = $1 - sums.mean; return $0 + d * d * d } / Double(sums.count) / Double(sums.count * sums.count)
        }
        let error = change.standardError * 17 / 7
        let c = (third(group, own) - third(rest, others)) / (error * error * error)
        #expect(abs(change.skewness - c) < 1e-12)
        for level in [0.05, 0.5, 0.95, 0.998] {
            let wanted = StudentT.quantile(level, df: change.degreesOfFreedom)
            var (low, high) = (-100.0, 100.0)
            for _ in 0..<100 {
                let t = (low + high) / 2
                if t + c * t * t / 3 + c * c * t * t * t / 27 + c / 6 < wanted { low = t } else { high = t }
            }
            #expect(abs(change.lower(level: level) - (change.estimate - max(low, wanted) * change.standardError)) < 1e-10)
            #expect(abs(change.upper(level: 1 - level) - (change.estimate - min(low, wanted) * change.standardError)) < 1e-10)
        }
    }

    @Test func aChangeForEverybodyIsNone() throws {
        let group = [0.1, 0.5, -0.2, 0.4], rest = [0.3, 0, 0.2, -0.4, 0.6]
        let before = try CentredMeanChange(group: ChangeSums(group), rest: ChangeSums(rest))
        let after = try CentredMeanChange(group: ChangeSums(group.map { $0 + 2 }), rest: ChangeSums(rest.map { $0 + 2 }))
        #expect(abs(before.estimate - after.estimate) < 1e-12 && abs(before.upper(level: 0.95) - after.upper(level: 0.95)) < 1e-9)
    }

    /// What this figure cannot see: a harm of .6 to all but a tenth of the people is a change of .06.
    @Test func aGroupThatIsNearlyEverybodyHardlyDiffersFromEverybody() throws {
        let change = try CentredMeanChange(
            group: ChangeSums((0..<90).map { 0.6 + Double($0 % 3 - 1) / 10 }), rest: ChangeSums((0..<10).map { Double($0 % 3 - 1) / 10 }))
        #expect(abs(change.estimate - 0.061) < 1e-9 && change.upper(level: 0.95) < 0.1)
    }

    @Test func undefinedInput() {
        let some = ChangeSums([0.1, 0.2, 0.4])
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try CentredMeanChange(group: ChangeSums([0.1]), rest: some) }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try CentredMeanChange(group: some, rest: ChangeSums([])) }
        #expect(throws: Undefined.zeroVariance) { try CentredMeanChange(group: ChangeSums([1, 1]), rest: ChangeSums([0, 0, 0])) }
        #expect(throws: Undefined.notFinite) { try CentredMeanChange(group: ChangeSums([1, .nan]), rest: some) }
    }
}
