import Testing
import Metrics

/// The generalised entropy of the rates family, as a measure of inequality between workplaces.
@Suite struct TheilOfPlacesTests {
    @Test("V50 Theil T and GE(2) of 1, 2, 3, 4")
    func v50() throws {
        #expect(abs(try GeneralizedEntropy.theil([1, 2, 3, 4]).estimate - 0.1064401353) < 1e-10)
        #expect(abs(try GeneralizedEntropy([1, 2, 3, 4], alpha: 2).estimate - 0.1) < 1e-15)
    }

    @Test func agreesWithTheReference() throws {
        for row in Reference.inequalities {
            let values = Array(row[7...])
            #expect(abs(try GeneralizedEntropy.theil(values).estimate - row[4]) < 1e-14)
            #expect(abs(try GeneralizedEntropy(values, alpha: 2).estimate - row[5]) < 1e-14)
        }
    }
}
