import Testing
import Metrics

@Suite struct UnconditionalTestTests {
    /// Against a grid of 4,001 rates, sets of any shape: never below it, and at most a hair above.
    @Test(arguments: 1...12)
    func theSupremumIsThatOfAFineGrid(_ seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let people = 1 + random.index(below: 40)
        let shares = (0...people).map { _ in random.index(below: 3) == 0 ? random.uniform() : 0 }
        let found = UnconditionalTest.supremum(shares: shares)
        var best = 0.0
        for step in 0...4000 {
            let row = Binomial.row(n: people, p: Double(step) / 4000)
            best = max(best, zip(shares, row).reduce(0) { $0 + $1.0 * $1.1 })
        }
        #expect(found >= best - 1e-12 && found <= best + 1e-4 * best)
    }

    @Test func aPeakOfOneCountIsFoundExactly() {
        // P(X = 7) of 30 is largest at 7/30.
        var shares = [Double](repeating: 0, count: 31)
        shares[7] = 1
        #expect(Reference.error(UnconditionalTest.supremum(shares: shares), Binomial.pmf(7, n: 30, p: 7.0 / 30)) < 1e-11)
        #expect(UnconditionalTest.supremum(shares: [Double](repeating: 1, count: 31)) == 1)
        #expect(UnconditionalTest.supremum(shares: [Double](repeating: 0, count: 31)) == 0)
    }

    @Test func aRowOfTheBinomialIsItsTerms() {
        for (n, p) in [(1, 0.3), (40, 0.02), (40, 0.98), (700, 0.5)] {
            let row = Binomial.row(n: n, p: p)
            for k in stride(from: 0, through: n, by: max(1, n / 20)) {
                #expect(abs(row[k] - Binomial.pmf(k, n: n, p: p)) <= 1e-12 * row[k] + 1e-290)
            }
        }
        #expect(Binomial.row(n: 2, p: 0) == [1, 0, 0] && Binomial.row(n: 2, p: 1) == [0, 0, 1])
    }
}
