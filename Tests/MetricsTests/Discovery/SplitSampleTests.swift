import Testing
import Metrics

@Suite struct SplitSampleTests {
    private let keys = (0..<2000).map { UInt64($0) &* 977 }

    @Test func everybodyIsInExactlyOneHalf() {
        let split = SplitSample(keys: keys, seed: 1)
        #expect((split.discovery + split.test).sorted() == Array(keys.indices))
        #expect(abs(split.test.count - 1000) < 150)
    }

    @Test func neitherOrderNorCompanyMovesAnybody() {
        let whole = SplitSample(keys: keys, seed: 1)
        let testKeys = Set(whole.test.map { keys[$0] })
        let some = Array(keys.reversed().prefix(700))
        let part = SplitSample(keys: some, seed: 1)
        #expect(part.test.allSatisfy { testKeys.contains(some[$0]) })
        #expect(part.discovery.allSatisfy { !testKeys.contains(some[$0]) })
    }

    @Test func anotherSeedIsAnotherSplit() {
        #expect(SplitSample(keys: keys, seed: 1) != SplitSample(keys: keys, seed: 2))
    }
}
