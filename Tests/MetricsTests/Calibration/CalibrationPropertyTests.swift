import Testing
import Metrics

@Suite struct CalibrationPropertyTests {
    typealias People = [(predicted: Double, outcome: Bool)]

    private static func people(_ random: inout SeededRandom) -> People {
        (0..<(1 + random.index(below: 9))).map { _ in (Double(random.index(below: 11)) / 10, random.index(below: 2) == 0) }
    }

    /// Brier score, calibration error with fixed and with counted bins, expected events per person.
    private static func figures(_ people: People) -> [Double]? {
        let predicted = people.map(\.predicted)
        let outcomes = people.map(\.outcome)
        guard let whole = try? GroupCalibration(predicted: predicted, outcomes: outcomes, bins: .equalWidth(4)),
            let counted = try? ReliabilityTable(predicted: predicted, outcomes: outcomes, bins: .equalCounts(3))
        else { return nil }
        return [
            whole.brier.estimate, whole.reliability.calibrationError.estimate, counted.calibrationError.estimate,
            (try? whole.observedOverExpected.get().estimate) ?? -1,
        ]
    }

    private static func certainAndWrong(_ random: inout SeededRandom) -> People {
        var people: People = []
        for _ in 0...random.index(below: 6) {
            let high: Bool = random.index(below: 2) == 0
            people.append((predicted: high ? 1.0 : 0.0, outcome: !high))
        }
        return people
    }

    /// What a score that mixes up right and wrong would say.
    private static func figuresIfRight(_ people: People) -> [Double]? {
        figures(people.map { (predicted: $0.predicted, outcome: !$0.outcome) })
    }

    private static func agree(_ first: [Double]?, _ second: [Double]?) -> Bool {
        guard let first, let second else { return first == nil && second == nil }
        for (one, other) in zip(first, second) where abs(one - other) > 1e-12 * (1 + abs(other)) { return false }
        return true
    }

    @Test func orderAndDuplicatesChangeNothing() throws {
        try Property.check(
            "calibration: order of people", cases: 8000, subject: Self.figures, planted: { Self.figures(Array($0.dropLast())) },
            generate: { Self.people(&$0) }, interesting: { $0.count > 2 },
            holds: { people, subject in Self.agree(subject(people), subject(people.reversed())) })
        try Property.check(
            "calibration: the cohort twice", cases: 8000, subject: Self.figures,
            planted: { people in Self.figures(people)?.map { $0 * Double(people.count) } }, generate: { Self.people(&$0) },
            interesting: { $0.count > 2 },
            holds: { people, subject in Self.agree(subject(people), subject(people + people)) })
    }

    /// Certain and always wrong is the worst there is, never a zero. (Bins by counts may put a 0 and a 1 together, where errors cancel:
    /// why the calibration error is nothing without its bins, and the Brier score stands beside it.)
    @Test func theWorstIsNeverPerfect() throws {
        try Property.check(
            "calibration: certain and wrong", cases: 15_000,
            subject: Self.figures, planted: Self.figuresIfRight, generate: { Self.certainAndWrong(&$0) },
            interesting: { $0.count > 1 },
            holds: { people, subject in
                let values: [Double] = subject(people) ?? []
                return values.count == 4 && values.prefix(2).allSatisfy { $0 > 1 - 1e-12 }
            })
    }
}
