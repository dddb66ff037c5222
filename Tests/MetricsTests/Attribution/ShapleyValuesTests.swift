import Foundation
import Metrics
import Testing

@Suite struct ShapleyValuesTests {
    /// Left glove, and two right ones: a pair is worth 1. In the six orders player 0 completes the pair four times, the others once each.
    @Test func glovesByHand() throws {
        let values = try ShapleyValues(game: [0, 0, 0, 1, 0, 1, 0, 1])
        for (value, expected) in zip(values.values, [4.0 / 6, 1.0 / 6, 1.0 / 6]) { #expect(abs(value - expected) < 1e-15) }
        #expect(values.none == 0 && values.all == 1)
    }

    /// scripts/reference/shapley.py, which goes through all 120 orders (Python 3.11.7, numpy 2.4.6).
    @Test func agreesWithGoingThroughEveryOrder() throws {
        let reference = [1.0304383115258307, 0.7355645102876562, 2.093507681761286, 2.0902535229924153, 2.9664344605284736]
        let values = try ShapleyValues(game: Self.curved)
        for (value, expected) in zip(values.values, reference) { #expect(abs(value - expected) < 1e-13) }
        #expect(abs(values.residual) < 1e-13)
    }

    /// Efficiency, symmetry, the player who adds nothing, and additivity, which together allow no other values.
    @Test func onlySharesThatKeepTheFourRules() throws {
        try Property.check(
            "Shapley values keep efficiency, symmetry, dummy and additivity", cases: 200,
            subject: { (game: [Double]) throws -> [Double] in try ShapleyValues(game: game).values },
            planted: { (game: [Double]) throws -> [Double] in
                // What each adds to nobody and to everybody else, halved: right for sums, and for nothing else.
                let last = game.count - 1
                return (0..<game.count.trailingZeroBitCount).map { (game[1 << $0] - game[0] + game[last] - game[last & ~(1 << $0)]) / 2 }
            },
            generate: { random in
                let players = 2 + random.index(below: 6)
                let first = (0..<(1 << players)).map { _ in random.normal() }
                let second = (0..<(1 << players)).map { _ in random.normal() }
                return (first, second)
            },
            interesting: { $0.0.count >= 8 },
            holds: { (games: ([Double], [Double]), shapley: ([Double]) throws -> [Double]) in
                let (first, second) = games
                let players = first.count.trailingZeroBitCount
                func near(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 1e-11 }
                let values = try shapley(first)
                guard near(values.reduce(0, +), first[first.count - 1] - first[0]) else { return false }
                // Players 0 and 1 alike: the worth of a coalition with one of them does not say which.
                let alike = first.indices.map { mask in mask & 3 == 2 ? first[(mask & ~3) | 1] : first[mask] }
                let shared = try shapley(alike)
                guard near(shared[0], shared[1]) else { return false }
                // The last player adds nothing.
                let idle = first.indices.map { first[$0 & ~(1 << (players - 1))] }
                guard near(try shapley(idle)[players - 1], 0) else { return false }
                let sum = try shapley(zip(first, second).map { $0 + $1 })
                return try zip(sum, zip(values, shapley(second)).map { $0 + $1 }).allSatisfy { near($0, $1) }
            })
    }

    @Test func edgesHaveReasons() throws {
        #expect(throws: Undefined.noObservations) { try ShapleyValues(game: []) }
        #expect(throws: Undefined.noObservations) { try ShapleyValues(game: [1]) }
        #expect(throws: Undefined.unequalLengths) { try ShapleyValues(game: [1, 2, 3]) }
        #expect(throws: Undefined.notFinite) { try ShapleyValues(game: [1, .nan]) }
        #expect(throws: Undefined.outsideRange) { try ShapleyValues(game: [Double](repeating: 0, count: 1 << 21)) }
        let one = try ShapleyValues(game: [3, 5])
        #expect(one.values == [2] && one.none == 3 && one.all == 5)
    }

    /// The game of the reference script.
    static let curved: [Double] = (0..<32).map { (mask: Int) -> Double in
        var squares = 0
        for player in 1...5 where mask >> (player - 1) & 1 == 1 { squares += player * player }
        let together: Double = mask & 5 == 5 ? 1.5 : 0
        return Double(squares).squareRoot() + together - 0.25
    }
}
