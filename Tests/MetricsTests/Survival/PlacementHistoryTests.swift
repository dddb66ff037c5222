import Testing
import Metrics

@Suite struct PlacementHistoryTests {
    @Test func timesMustMakeSense() {
        let wrong: [PlacementHistory] = [
            .waiting(until: -1), .left(at: .nan), .inPlace(since: 3, until: 3), .ended(since: 5, at: 4), .ended(since: -1, at: 4),
        ]
        for history in wrong {
            #expect(throws: Undefined.outsideRange) { try PlacedAndThere([history], at: 1) }
            #expect(throws: Undefined.outsideRange) { try Retention.amongPlaced([history], after: 1) }
        }
    }
}
