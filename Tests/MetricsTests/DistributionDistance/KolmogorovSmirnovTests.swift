import Testing
import Metrics

@Suite struct KolmogorovSmirnovTests {
    @Test func agreesWithScipyAndR() throws {
        for (group, reference, expected) in Reference.samples(Reference.sampleDistances) {
            let test = try KolmogorovSmirnov(group: group, reference: reference)
            #expect(test.isExact && abs(test.statistic - expected[0]) < 1e-15)
            #expect(Reference.error(test.pValue, expected[1]) < 1e-12)
            // scipy's exact p takes tied values for different ones: never smaller.
            #expect(test.pValue <= expected[2] * (1 + 1e-11))
            let limit = try KolmogorovSmirnov(group: group, reference: reference, exactWherePossible: false)
            #expect(!limit.isExact && Reference.error(limit.pValue, expected[3]) < 1e-12)
        }
    }

    /// Every way to deal out the labels, one by one, ties included.
    @Test(arguments: [[1.0, 2, 2, 3, 5, 5, 9], [0, 0, 0, 1, 1, 2, 2], [1, 2, 3, 4, 5, 6, 7]])
    func exactIsTheShareOfAllDeals(_ pooled: [Double]) throws {
        func distance(_ chosen: Int) throws -> Double {
            try KolmogorovSmirnov(
                group: pooled.indices.filter { chosen >> $0 & 1 == 1 }.map { pooled[$0] },
                reference: pooled.indices.filter { chosen >> $0 & 1 == 0 }.map { pooled[$0] }, exactWherePossible: false).statistic
        }
        let deals = (0..<128).filter { $0.nonzeroBitCount == 3 }
        let distances = try deals.map(distance)
        for (deal, observed) in zip(deals, distances) {
            let test = try KolmogorovSmirnov(
                group: pooled.indices.filter { deal >> $0 & 1 == 1 }.map { pooled[$0] },
                reference: pooled.indices.filter { deal >> $0 & 1 == 0 }.map { pooled[$0] })
            let share = Double(distances.count { $0 >= observed - 1e-12 }) / 35
            #expect(abs(test.pValue - share) < 1e-13)
        }
    }

    @Test func realDataTraits() throws {
        for trait in BigFive.traits {
            let (men, women) = try BigFive.scores(trait)
            let test = try KolmogorovSmirnov(group: men, reference: women)
            #expect(try Reference.error(test.statistic, SharedData.figure("bfi", "ks_two_sample_D", trait)) < 1e-10)
        }
    }

    @Test func undefinedInput() {
        #expect(throws: Undefined.noObservations) { try KolmogorovSmirnov(group: [], reference: [1]) }
        #expect(throws: Undefined.notFinite) { try KolmogorovSmirnov(group: [1], reference: [.nan]) }
    }
}
