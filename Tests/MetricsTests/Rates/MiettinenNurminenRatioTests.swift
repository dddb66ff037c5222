import Testing
import Metrics

@Suite struct MiettinenNurminenRatioTests {
    @Test func agreesWithARootSearchOnTheLikelihood() throws {
        for row in Reference.rateRatios {
            let ratio = try MiettinenNurminenRatio(groupEvents: row[0], groupTotal: row[1], referenceEvents: row[2], referenceTotal: row[3])
            let interval = ratio.interval(level: row[4])
            #expect(Reference.error(interval.low, row[10]) < 1e-9 && Reference.error(interval.high, row[11]) < 1e-9, "\(row)")
            #expect(Reference.error(ratio.pValue, row[12]) < 1e-11, "\(row)")
        }
    }

    @Test("V5 score interval of the impact ratio 30/100 over 45/100")
    func impactRatio() throws {
        let interval = try MiettinenNurminenRatio(
            groupEvents: 30, groupTotal: 100, referenceEvents: 45, referenceTotal: 100).interval(level: 0.95)
        // Four digits short of what statsmodels prints: its root search stops at about 1e-10.
        #expect(Reference.error(interval.low, 0.4580395087) < 1e-8 && Reference.error(interval.high, 0.9596943768) < 1e-8)
        let koopman = try KoopmanRatio(groupEvents: 30, groupTotal: 100, referenceEvents: 45, referenceTotal: 100).interval(level: 0.95)
        #expect(koopman.low > interval.low && koopman.high < interval.high)
    }

    @Test func theTestAtOneIsThatOfTheDifference() throws {
        let difference = try MiettinenNurminen(groupEvents: 7, groupTotal: 30, referenceEvents: 61, referenceTotal: 120)
        let ratio = try MiettinenNurminenRatio(groupEvents: 7, groupTotal: 30, referenceEvents: 61, referenceTotal: 120)
        #expect(Reference.error(ratio.pValue, difference.pValue) < 1e-13)
    }

    @Test func edges() {
        #expect(throws: Undefined.zeroDenominator) {
            try MiettinenNurminenRatio(groupEvents: 0, groupTotal: 5, referenceEvents: 0, referenceTotal: 5)
        }
        #expect(throws: Undefined.outsideRange) {
            try MiettinenNurminenRatio(groupEvents: 0.1, groupTotal: 0.4, referenceEvents: 0.1, referenceTotal: 0.4)
        }
    }
}
