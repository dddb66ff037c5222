import Cohort
import Testing

@Suite struct ParallelMapTests {
    private struct Failed: Error, Equatable { let index: Int }

    @Test(arguments: [1, 2, 3, 8, 300]) func isAMapInOrder(threads: Int) throws {
        for count in [0, 1, 2, 5, 127, 128, 129, 1_000] {
            #expect(parallelMap(count: count, threads: threads) { $0 * $0 } == (0..<count).map { $0 * $0 })
        }
    }

    /// Whoever meets a failure, the first in order of index is told.
    @Test(arguments: [1, 2, 8]) func tellsTheFirstFailure(threads: Int) {
        for first in [0, 1, 63, 500, 998] {
            #expect(throws: Failed(index: first)) {
                try parallelMap(count: 1_000, threads: threads) { index throws(Failed) -> Int in
                    // Those that fail later are done sooner.
                    if index >= first { throw Failed(index: index) }
                    return (0..<(1_000 - index)).reduce(0, &+)
                }
            }
        }
    }
}
