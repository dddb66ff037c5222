import Testing
import Metrics

@Suite struct OmegaTotalTests {
    @Test func realDataBigFiveAgreesWithPsych() throws {
        let rows = try BigFiveItems.rows()
        for (scale, expected) in zip(BigFiveItems.scales, Reference.bfiOneFactor) {
            let scores = try BigFiveItems.scores(scale, rows)
            let raw = try OmegaTotal(scores, sum: .raw)
            let standardised = try OmegaTotal(scores, sum: .standardised)
            #expect(Double(raw.count) == expected[1])
            #expect(abs(standardised.estimate - expected[2]) < 1e-9 && abs(raw.estimate - expected[3]) < 1e-9)
            for (loading, value) in zip(raw.model.loadings, expected[4...]) { #expect(abs(loading - value) < 1e-8) }
            let interval = try raw.interval(level: 0.95)
            #expect(interval.low < raw.estimate && raw.estimate < interval.high && interval.high - interval.low < 0.06)
        }
    }

    @Test func onlyCompletePeopleCount() throws {
        let rows = (0..<20).map { i -> [Double?] in
            let x = Double(i)
            return [x + Double(i % 3), x - Double(i % 4), 2 * x + 3 * Double(i % 5), i < 5 ? nil : x + 2 * Double(i % 2)]
        }
        #expect(try OmegaTotal(try ItemScores(rows, reversed: []), sum: .raw).count == 15)
        let constant = try ItemScores([[1, 2, 3], [1, 3, 5], [1, 5, 4]], reversed: [])
        #expect(throws: Undefined.zeroVariance) { try OmegaTotal(constant, sum: .raw) }
    }

    /// Unequal loadings and skewed errors, 200 people: omega of the raw sum from the loadings used.
    @Test func coverage() throws {
        var random = SeededRandom(seed: 158)
        let runs = 100 * Simulated.factor
        let loadings = [0.8, 0.7, 0.6, 0.5]
        let truth = 2.6 * 2.6 / (2.6 * 2.6 + 4 - 0.64 - 0.49 - 0.36 - 0.25)
        var covered = 0
        for _ in 0..<runs {
            let answers = (0..<200).map { _ -> [Double?] in
                let trait = random.normal()
                return loadings.map { l in
                    let error = -Double.logarithm(random.uniform()) - 1
                    return l * trait + (1 - l * l).squareRoot() * error
                }
            }
            let omega = try OmegaTotal(try ItemScores(answers, reversed: []), sum: .raw)
            if try !omega.interval(level: 0.95).excludes(truth) { covered += 1 }
        }
        #expect(try Simulated.isWithin(covered, of: runs, 0.92, 0.97, "omega total, 200 people, skewed errors, coverage at 95 %"))
    }
}
