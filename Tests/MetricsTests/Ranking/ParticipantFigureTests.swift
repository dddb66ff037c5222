import Metrics
import Testing

@Suite struct ParticipantFigureTests {
    private let groups: ParticipantGroups
    private let kinds: ItemGroups
    private let lists: ParticipantLists

    init() throws {
        groups = try ParticipantGroups([0, 0, 1, nil], named: 3)
        kinds = try ItemGroups([0, 1, 0, 1], named: 3)
        lists = try ParticipantLists([[0, 1, 2], [1, 3], [3, 0, 1], []], workplaces: 4, groups: groups)
    }

    @Test func givesEveryParticipantTheShareOfAKindOfPlace() throws {
        let figure = try ParticipantFigure.exposureShare(of: 1, kinds: kinds, lists: lists, discount: .reciprocal, depth: 2)
        #expect(figure.values == [0.5 / 1.5, 1, 1 / 1.5, nil])
        #expect(try figure.mean(of: 0) == (0.5 / 1.5 + 1) / 2)
        #expect(try figure.undefined(of: 3) == 1)
        #expect(throws: Undefined.noObservations) { try figure.mean(of: 2) }
        #expect(throws: Undefined.noObservations) { try figure.mean(of: 3) }
        #expect(throws: Undefined.outsideRange) { try figure.mean(of: 4) }
        let plain = try ParticipantFigure.exposureShare(of: 1, kinds: kinds, lists: lists, discount: .uniform, depth: 3)
        #expect(plain.values == [1.0 / 3, nil, 2.0 / 3, nil])
        let absent = try ParticipantFigure.exposureShare(of: 2, kinds: kinds, lists: lists, discount: .uniform, depth: 1)
        #expect(absent.values == [0, 0, 0, nil])
    }

    /// The same figure by the ranking types, for every participant.
    @Test func agreesWithTheExposureOfTheListAsARanking() throws {
        let short = try ParticipantFigure.exposureShare(of: 1, kinds: kinds, lists: lists, discount: .trec, depth: 2)
        let long = try ParticipantFigure(lists, kinds: kinds) { (ranking) throws(Undefined) in
            try GroupExposure(ranking, discount: .trec, depth: 2).shares.shares[1]
        }
        #expect(zip(short.values, long.values).allSatisfy { pair in
            guard let a = pair.0, let b = pair.1 else { return pair.0 == nil && pair.1 == nil }
            return abs(a - b) < 1e-15
        })
    }

    @Test func anInfiniteOrUndefinedFigureIsNoValue() throws {
        let target = try GroupDistribution(shares: [0.5, 0.5, 0])
        let figure = try ParticipantFigure(lists, kinds: kinds) { (ranking) throws(Undefined) in
            try Skew(ranking, k: 2, group: 0, target: target).estimate
        }
        #expect(figure.values == [0, nil, 0, nil])
    }

    @Test func givesMeanDistances() throws {
        let matrix = try DistanceMatrix(participants: 2, workplaces: 3, values: [3, 1, 2, 5, .infinity, .infinity])
        let two = try ParticipantGroups([0, 1], named: 2)
        #expect(try ParticipantFigure.meanDistance(matrix, depth: 2, groups: two).values == [1.5, nil])
        #expect(try ParticipantFigure.meanDistance(matrix, depth: 1, groups: two).values == [1, 5])
        #expect(try ParticipantFigure.meanDistance(matrix, depth: 4, groups: two).values == [nil, nil])
        #expect(throws: Undefined.outsideRange) { try ParticipantFigure.meanDistance(matrix, depth: 0, groups: two) }
    }

    @Test func isJudgedByTheComparisonOfMeans() throws {
        var random = SeededRandom(seed: 7)
        let values = (0..<80).map { _ in random.normal() }
        let groups = try ParticipantGroups((0..<80).map { $0 % 2 }, named: 2)
        let difference = try ParticipantFigure(values, groups: groups).difference(group: 1, reference: 0, bounded: false)
        let welch = try WelchDifference(
            group: values.indices.filter { $0 % 2 == 1 }.map { values[$0] }.sorted(), reference: values.indices.filter { $0 % 2 == 0 }.map { values[$0] }.sorted())
        #expect(difference.estimate == welch.estimate && difference.pValue == welch.pValue)
    }

    @Test func refusesWhatDoesNotFit() throws {
        #expect(throws: Undefined.unequalLengths) { try ParticipantFigure([1], groups: groups) }
        #expect(throws: Undefined.notFinite) { try ParticipantFigure([1, .nan, 1, 1], groups: groups) }
        let two = try ItemGroups([0, 1], named: 2)
        #expect(throws: Undefined.unequalLengths) {
            try ParticipantFigure.exposureShare(of: 0, kinds: two, lists: lists, discount: .trec, depth: 1)
        }
        #expect(throws: Undefined.outsideRange) {
            try ParticipantFigure.exposureShare(of: 3, kinds: kinds, lists: lists, discount: .trec, depth: 1)
        }
        #expect(throws: Undefined.outsideRange) {
            try ParticipantFigure.exposureShare(of: 0, kinds: kinds, lists: lists, discount: .trec, depth: 0)
        }
        #expect(throws: Undefined.unequalLengths) {
            try ParticipantFigure(lists, kinds: two) { (ranking) throws(Undefined) in 1 }
        }
    }
}
