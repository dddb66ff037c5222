import Testing
import Metrics

@Suite struct NormalShrinkageTests {
    @Test func asElsewhere() throws {
        let rows = Reference.shrunkenMeans
        let (estimates, errors) = (rows.map { $0[0] }, rows.map { $0[1] })
        let moments = try NormalShrinkage(estimates: estimates, standardErrors: errors, between: .derSimonianLaird)
        #expect(Reference.error(moments.betweenVariance, rows[0][2]) < 1e-10 && Reference.error(moments.commonMean, rows[0][3]) < 1e-10)
        let likelihood = try NormalShrinkage(estimates: estimates, standardErrors: errors)
        #expect(Reference.error(likelihood.betweenVariance, rows[0][4]) < 1e-6)
    }

    @Test func alikeEstimatesArePooledAndSaySo() throws {
        for between in [NormalShrinkage.Between.derSimonianLaird, .restrictedLikelihood] {
            let model = try NormalShrinkage(estimates: [1, 1.1, 0.9], standardErrors: [1, 1, 1], between: between)
            #expect(model.betweenVariance == 0)
            #expect(model.estimate(1).shrinkage == 1 && abs(model.estimate(1).estimate - 1) < 1e-12)
            #expect(abs(model.estimate(1).standardError - 1 / 3.0.squareRoot()) < 1e-12)
        }
    }

    /// Coverage of the true values, averaged over groups, with tau as large as the errors.
    @Test func intervalsCoverOnAverage() throws {
        let runs = 1_000 * Simulated.factor
        var covered = 0
        for run in 0..<runs {
            var random = SeededRandom(seed: 62_000 + UInt64(run))
            let truths = (0..<12).map { _ in 0.3 * random.normal() }
            let errors = (0..<12).map { 0.15 + 0.03 * Double($0) }
            let model = try NormalShrinkage(estimates: zip(truths, errors).map { $0 + $1 * random.normal() }, standardErrors: errors)
            let group = run % 12
            if !model.estimate(group).interval(level: 0.95).excludes(truths[group]) { covered += 1 }
        }
        #expect(try Simulated.isWithin(covered, of: runs, 0.88, 0.95, "normal shrinkage, 12 groups, coverage at 95 %"), "\(covered) of \(runs)")
    }

    @Test func undefinedHasItsReason() {
        #expect(throws: Undefined.zeroVariance) { try NormalShrinkage(estimates: [1, 2], standardErrors: [1, 0]) }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try NormalShrinkage(estimates: [1], standardErrors: [1]) }
        #expect(throws: Undefined.unequalLengths) { try NormalShrinkage(estimates: [1], standardErrors: [1, 2]) }
        #expect(throws: Undefined.notFinite) { try NormalShrinkage(estimates: [1, .nan], standardErrors: [1, 2]) }
    }
}
