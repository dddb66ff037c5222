import Cohort
import Synchronization
import Testing

@testable import Audit

@Suite struct FrameMemoTests {
    @Test func makesEachOnceForEverybodyWhoAsks() {
        let memo = FrameMemo(), made = Atomic(0)
        let asked = parallelMap(count: 400, threads: 8) { index in
            memo.value("square of \(index % 3)") {
                made.add(1, ordering: .relaxed)
                // One that is needed for another.
                return memo.value("root \(index % 3)") { index % 3 } * (index % 3)
            }
        }
        #expect(asked == (0..<400).map { ($0 % 3) * ($0 % 3) } && made.load(ordering: .relaxed) == 3)
        #expect(memo.value("nothing") { Int?.none } == nil && memo.value("nothing") { Int?.some(1) } == nil)
    }
}
