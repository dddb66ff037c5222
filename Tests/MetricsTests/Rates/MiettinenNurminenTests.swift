import Testing
import Metrics

@Suite struct MiettinenNurminenTests {
    @Test func agreesWithARootSearchOnTheLikelihood() throws {
        for row in Reference.twoRates {
            let difference = try MiettinenNurminen(
                groupEvents: row[0], groupTotal: row[1], referenceEvents: row[2], referenceTotal: row[3])
            let interval = difference.interval(level: row[4])
            #expect(abs(interval.low - row[5]) < 1e-11 && abs(interval.high - row[6]) < 1e-11, "\(row)")
            #expect(Reference.error(difference.pValue, row[7]) < 1e-11, "\(row)")
        }
    }

    /// Newcombe (1998), Statistics in Medicine 17:873, table II, method 6: 56/70 against 48/80.
    ///
    /// statsmodels 0.15.0 (confint_proportions_2indep, method "score") gives 0.0526 to 0.3440 here: its cubic has the reference
    /// events where Miettinen and Nurminen's has the reference total (`tmp1`). Its p value, at difference zero, is right.
    @Test("V6 the score interval is Miettinen and Nurminen's; statsmodels has the reference events where the total belongs")
    func publishedExample() throws {
        let difference = try MiettinenNurminen(groupEvents: 56, groupTotal: 70, referenceEvents: 48, referenceTotal: 80)
        let interval = difference.interval(level: 0.95)
        #expect(abs(interval.low - 0.0528) < 5e-5)
        #expect(abs(interval.high - 0.3382) < 5e-5)
        #expect(abs(interval.high - 0.3440) > 5e-3)
        // The same for 30/100 against 45/100: statsmodels -.2759 to -.0155; by root search on the likelihood -.2795 to -.0155.
        let hundred = try MiettinenNurminen(groupEvents: 30, groupTotal: 100, referenceEvents: 45, referenceTotal: 100).interval(level: 0.95)
        #expect(abs(hundred.low - -0.2759104503) > 3e-3 && abs(hundred.low - -0.2794908241) < 1e-10)
        #expect(abs(hundred.high - -0.0155391747) > 5e-6 && abs(hundred.high - -0.0155312826) < 1e-10)
    }

    /// 30/100 against 45/100: statsmodels 0.15.0 test_proportions_2indep(method "score").
    @Test func scoreTest() throws {
        let difference = try MiettinenNurminen(groupEvents: 30, groupTotal: 100, referenceEvents: 45, referenceTotal: 100)
        #expect(abs(difference.pValue - 0.0288590810) < 1e-10)
        #expect(abs(difference.estimate - -0.15) < 1e-15)
    }

    @Test func nobodyAndEverybody() throws {
        let none = try MiettinenNurminen(groupEvents: 0, groupTotal: 10, referenceEvents: 0, referenceTotal: 20)
        #expect(none.pValue == 1 && none.estimate == 0 && none.standardError == 0)
        #expect(none.interval(level: 0.95).low < -0.1 && none.interval(level: 0.95).high > 0.2)
        #expect(none.weakened() == nil)
        let opposite = try MiettinenNurminen(groupEvents: 10, groupTotal: 10, referenceEvents: 0, referenceTotal: 10)
        #expect(opposite.interval(level: 0.95).high == 1)
        #expect(opposite.interval(level: 0.95).low > 0.6)
    }

    @Test func undefinedInput() {
        #expect(throws: Undefined.noObservations) {
            try MiettinenNurminen(groupEvents: 0, groupTotal: 0, referenceEvents: 1, referenceTotal: 2)
        }
        #expect(throws: Undefined.outsideRange) {
            try MiettinenNurminen(groupEvents: 3, groupTotal: 2, referenceEvents: 1, referenceTotal: 2)
        }
        #expect(throws: Undefined.outsideRange) {
            try MiettinenNurminen(groupEvents: 0.1, groupTotal: 0.4, referenceEvents: 0.1, referenceTotal: 0.4)
        }
    }

    @Test func weakeningRecodesOnePersonOfTheSmallerSide() throws {
        let higher = try MiettinenNurminen(groupEvents: 12, groupTotal: 30, referenceEvents: 20, referenceTotal: 120).weakened()!
        #expect(higher.groupEvents == 11 && higher.referenceEvents == 20)
        let lower = try MiettinenNurminen(groupEvents: 12, groupTotal: 30, referenceEvents: 90, referenceTotal: 120).weakened()!
        #expect(lower.groupEvents == 13)
        let largeGroup = try MiettinenNurminen(groupEvents: 60, groupTotal: 120, referenceEvents: 3, referenceTotal: 30).weakened()!
        #expect(largeGroup.groupEvents == 60 && largeGroup.referenceEvents == 4)
        let tie = try MiettinenNurminen(groupEvents: 5, groupTotal: 30, referenceEvents: 9, referenceTotal: 30).weakened()!
        #expect(tie.groupEvents == 6 && tie.referenceEvents == 9)
        // One of ten people is worth .1: a difference of .02 would turn into -.08.
        #expect(try MiettinenNurminen(groupEvents: 5, groupTotal: 10, referenceEvents: 48, referenceTotal: 100).weakened() == nil)
    }

    /// Exact enumeration of coverage over random pairs of rates: at least 93 % everywhere, 94.5 to 96.5 % on average, and also at
    /// the depth of a Holm step over eight questions.
    @Test(arguments: [(20, 20), (30, 120)])
    func coverageByEnumeration(_ n1: Int, _ n0: Int) throws {
        var random = SeededRandom(seed: 4)
        let pairs = (0..<40).map { _ in (0.03 + 0.94 * random.uniform(), 0.03 + 0.94 * random.uniform()) }
        let coverage = try Self.coverage(n1, n0, level: 0.95, pairs)
        #expect(coverage.min()! >= 0.93)
        let mean = coverage.reduce(0, +) / Double(coverage.count)
        #expect(mean > 0.945 && mean < 0.965)
        #expect(try Self.coverage(n1, n0, level: 0.99375, pairs).min()! >= 0.985)
    }

    /// Type I error by enumeration with equal rates: at most 5 % on average over p and 7.5 % anywhere.
    @Test(arguments: [(20, 60), (30, 120), (50, 50)])
    func typeOneErrorByEnumeration(_ n1: Int, _ n0: Int) throws {
        let rejected = try (0...n1).map { x1 in
            try (0...n0).map { x0 in
                try MiettinenNurminen(
                    groupEvents: Double(x1), groupTotal: Double(n1), referenceEvents: Double(x0), referenceTotal: Double(n0)).pValue < 0.05
            }
        }
        let errors = (2...98).map { percent -> Double in
            let p = Double(percent) / 100
            let first = (0...n1).map { Binomial.pmf($0, n: n1, p: p) }
            let second = (0...n0).map { Binomial.pmf($0, n: n0, p: p) }
            return (0...n1).reduce(0) { sum, x1 in
                sum + first[x1] * (0...n0).reduce(0) { $0 + (rejected[x1][$1] ? second[$1] : 0) }
            }
        }
        #expect(errors.reduce(0, +) / Double(errors.count) <= 0.05)
        #expect(errors.max()! <= 0.075)
    }

    private static func coverage(_ n1: Int, _ n0: Int, level: Double, _ pairs: [(Double, Double)]) throws -> [Double] {
        var coverage = [Double](repeating: 0, count: pairs.count)
        let first = pairs.map { pair in (0...n1).map { Binomial.pmf($0, n: n1, p: pair.0) } }
        let second = pairs.map { pair in (0...n0).map { Binomial.pmf($0, n: n0, p: pair.1) } }
        for x1 in 0...n1 {
            for x0 in 0...n0 {
                let interval = try MiettinenNurminen(
                    groupEvents: Double(x1), groupTotal: Double(n1), referenceEvents: Double(x0), referenceTotal: Double(n0)
                ).interval(level: level)
                for (index, pair) in pairs.enumerated() where !interval.excludes(pair.0 - pair.1) {
                    coverage[index] += first[index][x1] * second[index][x0]
                }
            }
        }
        return coverage
    }
}
