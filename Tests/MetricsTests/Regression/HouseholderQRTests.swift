import Testing
import Metrics

@Suite struct HouseholderQRTests {
    @Test func factorsReproduceTheMatrix() {
        var random = SeededRandom(seed: 1)
        let rows = 9
        let columns = 4
        let matrix = (0..<rows * columns).map { _ in random.normal() }
        let factors = HouseholderQR(matrix, rows: rows, columns: columns)
        for i in 0..<rows {
            for j in 0..<columns {
                let product = (0..<columns).reduce(0) { $0 + factors.q[$1 * rows + i] * factors.r[j * columns + $1] }
                #expect(abs(product - matrix[j * rows + i]) < 1e-14)
            }
        }
        for a in 0..<columns {
            for b in 0..<columns {
                let product = (0..<rows).reduce(0) { $0 + factors.q[a * rows + $1] * factors.q[b * rows + $1] }
                #expect(abs(product - (a == b ? 1 : 0)) < 1e-14)
                if b < a { #expect(factors.r[b * columns + a] == 0) }
            }
        }
        #expect(abs(factors.leverages.reduce(0, +) - Double(columns)) < 1e-13)
    }

    @Test func invertsTheGramMatrix() {
        // Columns (1, 1, 1) and (0, 1, 2): A'A = [3 3; 3 5], inverse [5 -3; -3 3] / 6.
        let inverse = HouseholderQR([1, 1, 1, 0, 1, 2], rows: 3, columns: 2).inverseGram
        let expected = [[5.0 / 6, -0.5], [-0.5, 0.5]]
        for i in 0..<2 {
            for j in 0..<2 { #expect(abs(inverse[i][j] - expected[i][j]) < 1e-15) }
        }
    }

    @Test func squareAndZeroColumns() {
        let square = HouseholderQR([2, 0, 1, 3], rows: 2, columns: 2)
        let solved = square.solve([4, 6])
        #expect(abs(solved[0] - 1) < 1e-15 && abs(solved[1] - 2) < 1e-15)
        #expect(HouseholderQR([0, 0, 0], rows: 3, columns: 1).r == [0])
    }
}
