import Metrics
import Testing

/// What must hold whichever side is looked at.
@Suite struct SidesPropertyTests {
    @Test func reorderingParticipantsChangesNoBit() throws {
        typealias Mean = (ParticipantFigure) throws -> Double
        try Property.check(
            "reordering participants leaves group means to the last bit", cases: 20_000,
            subject: { try $0.mean(of: 0) } as Mean,
            planted: { figure in
                let values = try figure.groups.members(of: 0).compactMap { figure.values[$0] }
                return values.reduce(0, +) / Double(values.count)
            } as Mean,
            generate: { random in
                let (values, labels) = RankingCase.figures(&random)
                var order = Array(values.indices)
                random.shuffle(&order)
                return (values, labels, order)
            },
            interesting: { $0.1.count { $0 == 0 } > 3 },
            holds: { input, mean in
                let (values, labels, order) = input
                let before = try ParticipantFigure(values, groups: ParticipantGroups(labels, named: 2))
                let after = try ParticipantFigure(order.map { values[$0] }, groups: ParticipantGroups(order.map { labels[$0] }, named: 2))
                return try mean(before) == mean(after)
            })
    }

    @Test func transposingTwiceGivesTheMatrixBack() throws {
        typealias Turn = (DistanceMatrix) throws -> DistanceMatrix
        try Property.check(
            "transposing twice gives the matrix and its order back", cases: 12_000, subject: { $0.transposed } as Turn,
            // Rows and columns exchanged, values left where they are.
            planted: { try DistanceMatrix(participants: $0.workplaces, workplaces: $0.participants, values: $0.values) } as Turn,
            generate: { random in
                let participants = 1 + random.index(below: 5)
                let workplaces = 1 + random.index(below: 5)
                let values = (0..<(participants * workplaces)).map { _ in
                    random.index(below: 8) == 0 ? .infinity : Double(random.index(below: 4))
                }
                return try DistanceMatrix(participants: participants, workplaces: workplaces, values: values)
            },
            interesting: { Set($0.values).count < $0.values.count },
            holds: { matrix, turn in
                let turned = try turn(matrix)
                let groups = try ParticipantGroups([Int?](repeating: 0, count: matrix.participants), named: 1)
                let lists = try ParticipantLists(matrix, ties: .lowerIndexFirst, groups: groups)
                // The lists of the matrix are the rankings of the turned one.
                let places = try ParticipantGroups([Int?](repeating: 0, count: matrix.workplaces), named: 1)
                let rankings = try WorkplaceRankings(turned, ties: .lowerIndexFirst, groups: places).rankings
                return try turn(turned) == matrix && lists.lists == rankings.map { $0?.order ?? [] }
            })
    }
}
