import MatchReplay
import Metrics
import Testing

struct WorkplaceStreamTests {
    static let participants = 2500, workplaces = 37, scales = 3

    /// Few levels and weights, so that many are at one distance; workplace 5 asks nothing.
    private static func town() -> (scores: [Double], targets: [Double], weights: [Double]) {
        var generator = TestGenerator(seed: 2)
        func fivePoint(_ count: Int) -> [Double] { (0..<count).map { _ in Double(Int.random(in: 1...5, using: &generator)) } }
        let scores = fivePoint(participants * scales), targets = fivePoint(workplaces * scales)
        let weights = (0..<workplaces * scales).map { $0 % workplaces == 5 ? 0 : 1 + Double.random(in: 0...1, using: &generator).rounded() }
        return (scores, targets, weights)
    }

    private static func lists(memory: Int = 1 << 20, first: Int? = nil, threads: Int = 1) throws -> [WorkplaceList] {
        let (scores, targets, weights) = town()
        let distances = WorkplaceDistances(scores: scores, targets: targets, weights: weights, workplaces: workplaces, scales: scales)
        var lists: [WorkplaceList] = []
        try WorkplaceStream(participants: participants, workplaces: workplaces, memory: memory).forEach(
            first: first, threads: threads, distances: { distances($0, $1) }) { lists.append($0) }
        return lists
    }

    @Test func blocksAndThreadsChangeNothing() throws {
        let whole = try Self.lists()
        #expect(whole.map(\.workplace) == Array(0..<Self.workplaces))
        #expect(try Self.lists(memory: 1) == whole)
        #expect(try Self.lists(memory: 8 * 8 * Self.participants, threads: 3) == whole)
        #expect(WorkplaceStream(participants: Self.participants, workplaces: Self.workplaces, memory: 8 * 8 * Self.participants).block == 8)
    }

    @Test func theFirstFewAreThoseOfTheWhole() throws {
        let whole = try Self.lists()
        for first in [0, 1, 20, 2499, 5000] {
            for (short, long) in zip(try Self.lists(first: first), whole) {
                #expect(short.participants == Array(long.participants.prefix(first)))
                #expect(short.distances == Array(long.distances.prefix(first)))
            }
        }
    }

    /// Every pair stands on both sides with the same bits, and both sides are in order.
    @Test func theTransposedViewAgreesWithTheLists() throws {
        let (scores, targets, weights) = Self.town()
        let order = (0..<Self.workplaces).filter { $0 != 5 }
        let lists = NearestPlaces(targets: targets, weights: weights, places: Self.workplaces, scales: Self.scales, order: order)
            .lists(of: scores, top: .max, threads: 1)
        var ofPair = [Double](repeating: .infinity, count: Self.participants * Self.workplaces)
        for participant in 0..<Self.participants {
            for index in lists.range(of: participant) { ofPair[participant * Self.workplaces + lists.places[index]] = lists.distances[index] }
        }
        let turned = try Self.lists()
        #expect(turned[5].participants.isEmpty)
        for list in turned where list.workplace != 5 {
            #expect(list.participants.count == Self.participants)
            #expect(list.distances == list.participants.map { ofPair[$0 * Self.workplaces + list.workplace] })
            for (a, b) in zip(list.participants.indices, list.participants.indices.dropFirst()) {
                let inOrder = (list.distances[a], list.participants[a]) < (list.distances[b], list.participants[b])
                #expect(inOrder)
            }
        }
    }

    /// The rankings that the metrics make from a whole matrix are those of the stream, ties by the order of the participants.
    @Test func theStreamFeedsTheMetricsThatProtectTheRanked() throws {
        let (scores, targets, weights) = Self.town()
        let all = WorkplaceDistances(scores: scores, targets: targets, weights: weights, workplaces: Self.workplaces, scales: Self.scales)
        let byWorkplace = all(0..<Self.participants, 0..<Self.workplaces)
        let values = (0..<Self.participants).flatMap { person in (0..<Self.workplaces).map { byWorkplace[$0 * Self.participants + person] } }
        let labels = (0..<Self.participants).map { $0 % 3 == 0 ? 1 : 0 }
        let matrix = try DistanceMatrix(participants: Self.participants, workplaces: Self.workplaces, values: values)
        let expected = try WorkplaceRankings(
            matrix, ties: .lowerIndexFirst, groups: ParticipantGroups(labels, named: 2))
        let groups = try ItemGroups(labels, named: 2)
        #expect(try Self.lists().map { try $0.ranking(groups: groups) } == expected.rankings)
    }

    @Test func whatIsNoDistanceIsRefused() {
        let stream = WorkplaceStream(participants: 3, workplaces: 2)
        #expect(throws: StreamError.notDistances(expected: 6, found: 5)) {
            try stream.forEach(threads: 1, distances: { _, _ in [1, 2, 3, .nan, 5, 6] }) { _ in }
        }
        #expect(throws: StreamError.notDistances(expected: 6, found: 1)) {
            try stream.forEach(threads: 1, distances: { _, _ in [1] }) { _ in }
        }
    }
}
