import Metrics
import Testing

@Suite struct ShapleyOrdersTests {
    @Test func ordersComeInPairsThatAreEachOthersReverse() throws {
        let drawn = try ShapleyOrders(players: 7, pairs: 20, seed: 3)
        let again = try ShapleyOrders(players: 7, pairs: 20, seed: 3)
        #expect(drawn.pairs == 20 && drawn.orders.count == 40 && drawn == again)
        for pair in 0..<20 {
            #expect(drawn.orders[2 * pair].sorted() == Array(0..<7) && drawn.orders[2 * pair + 1] == drawn.orders[2 * pair].reversed())
        }
        #expect(Set(drawn.orders).count > 30)
    }

    /// Of two players both orders pass through all four coalitions.
    @Test func coalitionsAreThoseOnTheWay() throws {
        #expect(try ShapleyOrders(players: 2, pairs: 2, seed: 1).coalitions == [0, 1, 2, 3])
        let drawn = try ShapleyOrders(players: 5, pairs: 3, seed: 1)
        #expect(drawn.coalitions == drawn.coalitions.sorted() && drawn.coalitions.first == 0 && drawn.coalitions.last == 31)
        #expect(drawn.coalitions.count <= 2 + 6 * 4)
    }

    @Test func refusesWhatCannotBeDrawn() {
        #expect(throws: Undefined.noObservations) { try ShapleyOrders(players: 0, pairs: 2, seed: 1) }
        #expect(throws: Undefined.outsideRange) { try ShapleyOrders(players: 63, pairs: 2, seed: 1) }
        #expect(throws: Undefined.tooFewReplicates(needed: 2)) { try ShapleyOrders(players: 3, pairs: 1, seed: 1) }
    }
}
