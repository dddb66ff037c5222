import Testing
import Metrics

@Suite struct OneFactorModelTests {
    @Test func agreesWithAGeneralMinimiser() throws {
        for rows in Reference.cases(Reference.oneFactorLoadings) {
            let model = try OneFactorModel(correlations: SymmetricMatrix(size: rows.count) { rows[$0][$1 + 3] })
            for (loading, row) in zip(model.loadings, rows) { #expect(abs(loading - row[2]) < 1e-8) }
        }
    }

    /// With three variables the model fits exactly: l1 = sqrt(r12 r13 / r23).
    @Test func threeVariablesByHand() throws {
        let r: [[Double]] = [[1, 0.56, 0.48], [0.56, 1, 0.42], [0.48, 0.42, 1]]
        let model = try OneFactorModel(correlations: SymmetricMatrix(size: 3) { r[$0][$1] })
        for (loading, expected) in zip(model.loadings, [0.8, 0.7, 0.6]) { #expect(abs(loading - expected) < 1e-12) }
        #expect(abs(model.uniquenesses[0] - 0.36) < 1e-12 && model.residual < 1e-13)
    }

    /// psych::fa sets such a uniqueness to .005 and goes on.
    @Test("a Heywood case is refused; psych prints a loading of .998") func heywood() {
        let r: [[Double]] = [[1, 0.9, 0.9], [0.9, 1, 0.7], [0.9, 0.7, 1]]
        #expect(throws: Undefined.outsideRange) { try OneFactorModel(correlations: SymmetricMatrix(size: 3) { r[$0][$1] }) }
    }

    @Test func edgesHaveReasons() {
        #expect(throws: Undefined.tooFewObservations(needed: 3)) { try OneFactorModel(correlations: SymmetricMatrix(size: 2) { _, _ in 1 }) }
        #expect(throws: Undefined.zeroDenominator) { try OneFactorModel(correlations: SymmetricMatrix(size: 3) { $0 == $1 ? 1 : 0 }) }
        #expect(throws: Undefined.notFinite) { try OneFactorModel(correlations: SymmetricMatrix(size: 3) { $0 == $1 ? 1 : .nan }) }
    }
}
