import Testing
import Metrics

@Suite struct CounterRandomTests {
    @Test func aPureFunctionOfItsThreeNumbers() {
        let first = CounterRandom.bits(seed: 1, participant: 2, replicate: 3)
        #expect(first == CounterRandom.bits(seed: 1, participant: 2, replicate: 3))
        let others = [(2, 2, 3), (1, 3, 3), (1, 2, 4), (3, 2, 1), (2, 1, 3)].map {
            CounterRandom.bits(seed: UInt64($0.0), participant: UInt64($0.1), replicate: UInt64($0.2))
        }
        #expect(Set(others + [first]).count == 6)
    }

    /// Frozen: a changed bit would change every published interval.
    @Test func theseBitsNeverChange() {
        #expect(CounterRandom.mixed(CounterRandom.golden) == 0xe220_a839_7b1d_cdaf)
        #expect(CounterRandom.bits(seed: 0, participant: 0, replicate: 0) == 1_625_847_676_274_753_516)
    }

    @Test func uniformMomentsAndCorrelationBetweenNeighbours() {
        let n = 200_000
        var sum = 0.0, squares = 0.0, products = 0.0
        var previous = 0.5
        for participant in 0..<UInt64(n) {
            let u = CounterRandom.uniform(seed: 5, participant: participant, replicate: 0)
            #expect(u > 0 && u < 1)
            sum += u
            squares += u * u
            products += (u - 0.5) * (previous - 0.5)
            previous = u
        }
        // Five standard errors each.
        #expect(abs(sum / Double(n) - 0.5) < 5 * (1 / 12.0 / Double(n)).squareRoot())
        #expect(abs(squares / Double(n) - 1.0 / 3) < 5 * (4 / 45.0 / Double(n)).squareRoot())
        #expect(abs(products / Double(n)) < 5 / 12 / Double(n).squareRoot())
    }

    @Test func thePortableLogarithmIsTheLogarithm() {
        var random = SeededRandom(seed: 12)
        for _ in 0..<20_000 {
            let x = random.uniform() * (random.uniform() < 0.3 ? 1e-9 : 1)
            #expect(Reference.error(CounterRandom.portableLog(x), Double.logarithm(x)) < 2e-15)
        }
        #expect(Reference.error(CounterRandom.portableLog(0x1p-53), -36.7368005696771) < 1e-14)
    }
}
