import Foundation
import Metrics
import Testing

@Suite struct SampledShapleyValuesTests {
    private func sampled(_ game: [Double], pairs: Int, seed: UInt64) throws -> SampledShapleyValues {
        let orders = try ShapleyOrders(players: game.count.trailingZeroBitCount, pairs: pairs, seed: seed)
        return try SampledShapleyValues(
            orders: orders, game: Dictionary(uniqueKeysWithValues: orders.coalitions.map { ($0, game[Int($0)]) }))
    }

    /// In a sum every order says the same: exact, without error.
    @Test func aSumHasNoError() throws {
        let worth = [1.0, -2, 0, 4]
        var game: [Double] = []
        for mask in 0..<16 {
            var sum = 8.0
            for player in 0..<4 where mask >> player & 1 == 1 { sum += worth[player] }
            game.append(sum)
        }
        let values = try sampled(game, pairs: 5, seed: 1)
        #expect(values.values == worth && values.standardErrors == [0, 0, 0, 0])
        #expect(values.none == 8 && values.all == 11 && values.residual == 0 && values.pairs == 5)
    }

    /// Exact values lie within 2 standard errors as often as they should, and the values add up in every draw.
    @Test func theErrorIsTheError() throws {
        let game = ShapleyValuesTests.curved
        let exact = try ShapleyValues(game: game)
        let draws = 400 * Simulated.factor
        var covered = 0
        var total = 0
        for seed in 1...UInt64(draws) {
            let values = try sampled(game, pairs: 50, seed: seed)
            #expect(abs(values.residual) < 1e-12)
            for player in 0..<5 {
                total += 1
                if abs(values.values[player] - exact.values[player]) <= 2 * values.standardErrors[player] { covered += 1 }
            }
        }
        // Players of one draw hang together (their values add up), so the count is judged as that of the draws alone.
        #expect(try Simulated.isWithin(covered * draws / total, of: draws, 0.93, 0.97, "sampled Shapley values within 2 standard errors"))
    }

    @Test func ordersComeInPairs() throws {
        let orders = try ShapleyOrders(players: 16, pairs: 3, seed: 4)
        #expect(orders.orders.count == 6 && orders.pairs == 3)
        for pair in 0..<3 { #expect(orders.orders[2 * pair] == orders.orders[2 * pair + 1].reversed()) }
        #expect(orders.orders.allSatisfy { $0.sorted() == Array(0..<16) })
        #expect(orders.coalitions.first == 0 && orders.coalitions.last == 65535 && orders.coalitions.count <= 6 * 15 + 2)
        let (again, other) = (try ShapleyOrders(players: 16, pairs: 3, seed: 4), try ShapleyOrders(players: 16, pairs: 3, seed: 5))
        #expect(orders == again && orders != other)
    }

    @Test func edgesHaveReasons() throws {
        #expect(throws: Undefined.noObservations) { try ShapleyOrders(players: 0, pairs: 2, seed: 1) }
        #expect(throws: Undefined.outsideRange) { try ShapleyOrders(players: 63, pairs: 2, seed: 1) }
        #expect(throws: Undefined.tooFewReplicates(needed: 2)) { try ShapleyOrders(players: 2, pairs: 1, seed: 1) }
        let orders = try ShapleyOrders(players: 2, pairs: 2, seed: 1)
        #expect(throws: Undefined.unequalLengths) { try SampledShapleyValues(orders: orders, game: [0: 1]) }
        #expect(throws: Undefined.notFinite) { try SampledShapleyValues(orders: orders, game: [0: 1, 1: .nan, 2: 1, 3: 1]) }
    }
}
