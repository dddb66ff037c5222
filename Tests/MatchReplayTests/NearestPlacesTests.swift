import CDistance
@testable import MatchReplay
import Testing

/// Every list is held against the plain way: all squared distances in double, their roots, sorted by distance and tie position.
struct NearestPlacesTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var participants = 37, places = 300, scales = 24, top = 20
        var score: @Sendable (inout TestGenerator) -> Double = { Double.random(in: -3...3, using: &$0) }
        var target: @Sendable (inout TestGenerator) -> Double = { Double.random(in: -3...3, using: &$0) }
        var weight: @Sendable (inout TestGenerator) -> Double = { _ in 1 }

        init(_ name: String, _ change: (inout Case) -> Void = { _ in }) {
            testDescription = name
            change(&self)
        }
    }

    static let fivePoint: @Sendable (inout TestGenerator) -> Double = { Double(Int.random(in: 1...5, using: &$0)) }

    static let cases: [Case] = [
        Case("random"),
        Case("as many participants as a block") { $0.participants = 4 },
        Case("one participant") { $0.participants = 1 },
        Case("nobody") { $0.participants = 0 },
        Case("more places than one panel") { $0.places = 2048 },
        Case("offset 10,000") {
            $0.score = { 10_000 + Double.random(in: -3...3, using: &$0) }
            $0.target = { 10_000 + Double.random(in: -3...3, using: &$0) }
        },
        Case("a place far from all others") {
            $0.target = { Int.random(in: 0..<2000, using: &$0) == 0 ? 1e6 : Double.random(in: -3...3, using: &$0) }
        },
        Case("a place far from all others, weights of places") {
            $0.target = { Int.random(in: 0..<2000, using: &$0) == 0 ? 1e6 : Double.random(in: -3...3, using: &$0) }
            $0.weight = { Double.random(in: 0...5, using: &$0) }
        },
        Case("nearly equal distances") {
            $0.places = 1000
            $0.scales = 3
            $0.score = { _ in 0 }
            $0.target = { (Bool.random(using: &$0) ? 1 : -1) * (1 + Double.random(in: 0...1e-7, using: &$0)) }
        },
        Case("distances that differ in the last bit") {
            $0.places = 1000
            $0.scales = 2
            $0.score = { _ in 0 }
            $0.target = { 1 + Double(Int.random(in: 0...4, using: &$0)) * .ulpOfOne }
        },
        Case("five-point scores") { $0.places = 1000; $0.score = fivePoint; $0.target = fivePoint },
        Case("five-point scores on two scales: hundreds at one distance") {
            $0.places = 1000
            $0.scales = 2
            $0.score = fivePoint
            $0.target = fivePoint
        },
        Case("everything equal") { $0.places = 700; $0.score = { _ in 2 }; $0.target = { _ in 3 } },
        Case("k = 1") { $0.top = 1 },
        Case("k = places") { $0.places = 90; $0.top = 90 },
        Case("k > places") { $0.places = 90; $0.top = 1000 },
        Case("k = half the places") { $0.places = 91; $0.top = 45 },
        Case("k = 0") { $0.top = 0 },
        Case("one place") { $0.places = 1 },
        Case("no place") { $0.places = 0 },
        Case("one scale") { $0.scales = 1 },
        Case("places ask different scales") { $0.weight = { Bool.random(using: &$0) ? 1 : 0 } },
        Case("weights of places") { $0.weight = { Double.random(in: 0...5, using: &$0) } },
        Case("weights far apart") { $0.weight = { Bool.random(using: &$0) ? 1e-12 : 1e12 } },
        Case("tiny numbers") { $0.score = { Double.random(in: 0...1e-150, using: &$0) }; $0.target = $0.score },
        Case("huge numbers") { $0.score = { Double.random(in: 0...1e100, using: &$0) }; $0.target = $0.score },
        Case("participants nowhere near") { $0.score = { Double.random(in: 0...1e30, using: &$0) } },
    ]

    @Test(arguments: cases)
    func everyCloneGivesTheListsOfThePlainKernel(_ test: Case) {
        for seed in UInt64(1)...5 {
            var generator = TestGenerator(seed: seed)
            let scores = (0..<test.participants * test.scales).map { _ in test.score(&generator) }
            let targets = (0..<test.places * test.scales).map { _ in test.target(&generator) }
            let weights = (0..<test.places * test.scales).map { _ in test.weight(&generator) }
            // Every fifth place takes no part, and ties are broken backwards.
            let order = (0..<test.places).filter { $0 % 5 != 4 }.reversed() as [Int]
            let nearest = NearestPlaces(targets: targets, weights: weights, places: test.places, scales: test.scales, order: order)
            let expected = Self.plain(
                scores: scores, targets: targets, weights: weights, places: test.places, scales: test.scales, order: order, top: test.top)

            for clone in nearest_best_clone().rawValue...nearest_default.rawValue {
                let found = nearest.lists(of: scores, top: test.top, threads: 1, clone: nearest_clone(rawValue: clone))
                #expect(found.count == test.participants && found.length == min(test.top, order.count))
                #expect(found.places == expected.places)
                #expect(found.distances.map(\.bitPattern) == expected.distances.map(\.bitPattern))
            }
            #expect(nearest.lists(of: scores, top: test.top, threads: 3) == nearest.lists(of: scores, top: test.top, threads: 1))
        }
    }

    @Test func aWeightForAllPlacesIsNotLost() {
        // The second scale weighs nothing, the first four times as much as the third: by hand 4 * 1 + 9 = 13 and 4 * 4 + 0 = 16.
        let nearest = NearestPlaces(
            targets: [2, 3, 100, 0, 4, 1], weights: [4, 4, 0, 0, 1, 1], places: 2, scales: 3, order: [0, 1])
        let found = nearest.lists(of: [1, 50, 1], top: 2, threads: 1)
        #expect(found.places == [0, 1])
        #expect(found.distances == [(13.0).squareRoot(), 4])
    }

    private static func plain(
        scores: [Double], targets: [Double], weights: [Double], places: Int, scales: Int, order: [Int], top: Int
    ) -> (places: [Int], distances: [Double]) {
        let participants = scores.count / scales
        var squares = [Double](repeating: 0, count: participants * places)
        distance_squares(
            participants, places, scales, scores, [Double](repeating: 1, count: scores.count), targets, weights, &squares)
        var list: (places: [Int], distances: [Double]) = ([], [])
        for participant in 0..<participants {
            let distances = squares[participant * places..<(participant + 1) * places].map { $0.squareRoot() }
            let ranked = order.enumerated().sorted { a, b in
                distances[a.element] != distances[b.element] ? distances[a.element] < distances[b.element] : a.offset < b.offset
            }
            for (_, place) in ranked.prefix(max(0, top)) {
                list.places.append(place)
                list.distances.append(distances[place])
            }
        }
        return list
    }
}
