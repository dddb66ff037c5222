import Testing
import Metrics

@Suite struct KolmogorovTests {
    @Test func agreesWithFiftyDigits() {
        for row in Reference.kolmogorovTails { #expect(Reference.error(Kolmogorov.survival(row[0]), row[1]) < 1e-13, "\(row)") }
    }

    @Test func edges() {
        #expect(Kolmogorov.survival(0) == 1 && Kolmogorov.survival(-3) == 1)
        #expect(Kolmogorov.survival(0.01) == 1 && Kolmogorov.survival(100) == 0)
        #expect(Kolmogorov.survival(.nan).isNaN)
    }
}
