import Testing
import Metrics

@Suite struct LinearLinkingTests {
    @Test("V57 linear linking of 12 is 15 and of 16 is 19.4721359550") func fiveAgainstFive() throws {
        let link = try LinearLinking(from: [8, 10, 12, 14, 16], to: [11, 13, 14, 17, 20], basis: .none)
        #expect(abs(try link.linked(12).estimate - 15) < 1e-14)
        #expect(abs(try link.linked(16).estimate - 19.4721359550) < 1e-10)
        #expect(abs(link.slope * 16 + link.intercept - 19.4721359550) < 1e-10)
    }

    @Test func errorAgreesWithNumericalDerivatives() throws {
        let rows = Reference.linkedLines
        let link = try LinearLinking(from: rows.filter { $0[0] == 0 }.map { $0[1] }, to: rows.filter { $0[0] == 1 }.map { $0[1] }, basis: .none)
        let linked = try link.linked(rows[0][2])
        #expect(try abs(linked.estimate - rows[0][5]) < 1e-12 && Reference.error(linked.standardError(), rows[0][6]) < 1e-7)
    }

    /// Skewed scores, one spread above the mean: 80 people against 120.
    @Test func coverage() throws {
        var random = SeededRandom(seed: 162)
        let runs = 500 * Simulated.factor
        func scores(_ n: Int, _ scale: Double, _ shift: Double) -> [Double] {
            // Sum of four exponential waiting times: mean 4, spread 2.
            (0..<n).map { _ in shift - scale * (0..<4).reduce(0.0) { sum, _ in sum + Double.logarithm(random.uniform()) } }
        }
        var covered = 0
        for _ in 0..<runs {
            let link = try LinearLinking(from: scores(80, 1, 0), to: scores(120, 1.5, 10), basis: .none)
            // x = mean + spread belongs to 10 + 6 + 3.
            if try !link.linked(6).interval(level: 0.95).excludes(19) { covered += 1 }
        }
        #expect(try Simulated.isWithin(covered, of: runs, 0.92, 0.96, "linear linking, 80 against 120, skewed, one spread up, coverage at 95 %"))
    }
}
