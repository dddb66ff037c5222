import Testing
import Metrics

@Suite struct RetentionTests {
    private let histories: [PlacementHistory] = [
        .ended(since: 10, at: 40), .inPlace(since: 20, until: 130), .ended(since: 5, at: 105), .waiting(until: 200), .left(at: 30),
        .inPlace(since: 100, until: 150), .inPlace(since: 0, until: 200),
    ]

    @Test func kaplanMeierFromThePlacementOn() throws {
        // Stays: 30 ended, 110, 100 ended, 50, 200.
        let retained = try Retention.amongPlaced(histories, after: 100)
        #expect(abs(retained.estimate - 4.0 / 5 * 2 / 3) < 1e-15 && retained.count == 5)
        #expect(throws: Undefined.nobodyAtRisk) { try Retention.amongPlaced(histories, after: 201) }
        #expect(throws: Undefined.noObservations) { try Retention.amongPlaced([.waiting(until: 3)], after: 1) }
    }
}
