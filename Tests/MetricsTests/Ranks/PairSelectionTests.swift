import Testing
import Metrics

@Suite struct PairSelectionTests {
    @Test(arguments: 0..<60)
    func everyPlaceIsThatOfTheSortedPairs(_ seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        func side(_ n: Int) -> [Double] {
            (0..<n).map { _ in seed % 2 == 0 ? random.normal() * (seed % 3 == 0 ? 1e200 : 1) : Double(random.index(below: 5)) - 2 }.sorted()
        }
        let (first, second) = (side(1 + random.index(below: 8)), side(1 + random.index(below: 8)))
        let differences = first.flatMap { x in second.map { x - $0 } }.sorted()
        for k in 1...differences.count {
            #expect(PairSelection.difference(k, first: first, second: second) == differences[k - 1])
        }
        let averages = first.indices.flatMap { i in (i..<first.count).map { first[i] / 2 + first[$0] / 2 } }.sorted()
        for k in 1...averages.count { #expect(PairSelection.walshAverage(k, of: first) == averages[k - 1]) }
    }

    @Test func zeroHasNoSign() {
        let zero = PairSelection.difference(1, first: [-0.0], second: [0.0])
        #expect(zero == 0 && zero.sign == .plus)
    }
}
