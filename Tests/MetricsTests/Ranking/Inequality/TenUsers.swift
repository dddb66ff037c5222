import Metrics

/// The scores of ten users for four items in the documentation of a recommender toolkit (holisticai), and lists made from them.
enum TenUsers {
    static let scores: [[Double]] = [
        [0.9, 0.8, 0.4, 0.2], [0.7, 0.9, 0.1, 0.7], [0.3, 0.2, 0.3, 0.3], [0.2, 0.1, 0.7, 0.8], [0.8, 0.7, 0.9, 0.1],
        [1.0, 0.9, 0.3, 0.6], [0.8, 0.9, 0.1, 0.1], [0.2, 0.3, 0.1, 0.5], [0.1, 0.2, 0.7, 0.7], [0.2, 0.7, 0.1, 0.2],
    ]
    static let labels: [Int?] = [0, 0, 0, 0, 1, 1, 1, 1, 1, 1]

    /// Their rule for equal scores: the higher number first. It is not stated; with the lower number first other figures come out.
    static let theirTies = TieRule.positions([3, 2, 1, 0])

    static func lists(ties: TieRule = theirTies) throws -> ParticipantLists {
        try ParticipantLists(
            DistanceMatrix(participants: 10, workplaces: 4, values: scores.flatMap { $0 }.map { 1 - $0 }), ties: ties,
            groups: ParticipantGroups(labels, named: 2))
    }

    /// Items with at least this score, in order of their number.
    static func lists(from threshold: Double) throws -> ParticipantLists {
        try ParticipantLists(
            scores.map { row in row.indices.filter { row[$0] >= threshold } }, workplaces: 4, groups: ParticipantGroups(labels, named: 2))
    }
}
