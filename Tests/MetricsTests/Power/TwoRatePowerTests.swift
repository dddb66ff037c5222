import Testing
import Metrics

@Suite struct TwoRatePowerTests {
    @Test("V66 power of .30 against .45") func power() throws {
        let power = try #require(TwoRatePower.power(groupRate: 0.3, groupCount: 100, referenceRate: 0.45, referenceCount: 100, alpha: 0.05))
        #expect(Reference.error(power, 0.5924230431) < 1e-9)
    }

    /// The row's 196.72 belongs to a two-sided alpha of .025 (z of .0125), not to the .05 of its power: at 196.72 the power it names is
    /// .87, at 162.33 it is .80.
    @Test("V66 sample size: 196.72 is for two-sided .025; for the .05 of the power it is 162.33") func sampleSize() throws {
        let strict = try #require(TwoRatePower.sampleSize(groupRate: 0.3, referenceRate: 0.45, alpha: 0.025))
        #expect(abs(strict - 196.72) < 0.005)
        let usual = try #require(TwoRatePower.sampleSize(groupRate: 0.3, referenceRate: 0.45, alpha: 0.05))
        #expect(abs(usual - 162.33) < 0.005)
        let check = try #require(TwoRatePower.power(groupRate: 0.3, groupCount: usual, referenceRate: 0.45, referenceCount: usual, alpha: 0.05))
        #expect(abs(check - 0.8) < 1e-5)
        let wrong = try #require(TwoRatePower.power(groupRate: 0.3, groupCount: 196.72, referenceRate: 0.45, referenceCount: 196.72, alpha: 0.05))
        #expect(wrong > 0.85)
    }

    @Test("V65 smallest detectable difference and impact ratio") func detectable() throws {
        let even = try #require(TwoRatePower.detectableDifference(rate: 0.3, groupCount: 100, referenceCount: 100, alpha: 0.05))
        let uneven = try #require(TwoRatePower.detectableDifference(rate: 0.3, groupCount: 400, referenceCount: 100, alpha: 0.05))
        #expect(Reference.error(even, 0.1815634735) < 1e-9 && Reference.error(uneven, 0.1435385290) < 1e-9)
        let rate = try #require(TwoRatePower.detectableRateBelow(referenceRate: 0.4, groupCount: 50, referenceCount: 200, alpha: 0.05))
        #expect(Reference.error(rate, 0.2113605928) < 1e-9 && abs(rate / 0.4 - 0.5284) < 5e-5)
        #expect(abs(Normal.critical(level: 0.95) + Normal.quantile(0.8) - 2.8015852181) < 1e-10)
    }

    @Test func asElsewhere() throws {
        for row in Reference.twoRatePowers {
            let power = try #require(TwoRatePower.power(groupRate: row[0], groupCount: row[1], referenceRate: row[2], referenceCount: row[3], alpha: 0.05))
            #expect(Reference.error(power, row[4]) < 1e-9, "\(power) \(row)")
            for (alpha, expected) in [(0.05, row[5]), (0.025, row[6])] {
                let n = TwoRatePower.sampleSize(groupRate: row[0], referenceRate: row[2], ratio: row[3] / row[1], alpha: alpha)
                #expect(Reference.error(n ?? 0, expected) < 1e-9, "\(n ?? 0) \(row)")
            }
        }
    }

    @Test func outOfReachIsNil() {
        #expect(TwoRatePower.power(groupRate: 0.3, groupCount: 100, referenceRate: 0.3, referenceCount: 100, alpha: 0.05) == nil)
        #expect(TwoRatePower.power(groupRate: 0.3, groupCount: 0, referenceRate: 0.4, referenceCount: 100, alpha: 0.05) == nil)
        #expect(TwoRatePower.detectableRateBelow(referenceRate: 0.05, groupCount: 10, referenceCount: 20, alpha: 0.05) == nil)
        #expect(TwoRatePower.detectableDifference(rate: 0, groupCount: 10, referenceCount: 20, alpha: 0.05) == nil)
        #expect(TwoRatePower.sampleSize(groupRate: 0.3, referenceRate: 0.4, ratio: 0, alpha: 0.05) == nil)
    }
}
