import Testing
import Metrics

@Suite struct ItemPropertyTests {
    struct Sides {
        var group: [MantelHaenszelItem.Answer]
        var reference: [MantelHaenszelItem.Answer]

        init(_ random: inout SeededRandom) {
            func side() -> [MantelHaenszelItem.Answer] {
                (0..<(2 + random.index(below: 10))).map { _ in (correct: random.index(below: 2) == 0, score: random.index(below: 3)) }
            }
            group = side()
            reference = side()
        }
    }

    /// D-DIF, chi-squared, standard error.
    private static func figures(_ sides: Sides) -> PredictionPropertyTests.Figures {
        PredictionPropertyTests.attempt { () throws(Undefined) in
            let item = try MantelHaenszelItem(group: sides.group, reference: sides.reference)
            return [item.estimate, item.test.statistic, item.standardError, item.alpha]
        }
    }

    @Test func relabellingInvertsAlpha() throws {
        try Property.check(
            "item functioning: relabelling inverts alpha", cases: 12_000, subject: Self.figures,
            planted: { Self.figures($0).map { [abs($0[0]), $0[1], $0[2], $0[3]] } }, generate: { Sides(&$0) },
            interesting: { PredictionPropertyTests.succeeds(Self.figures($0)) },
            holds: { sides, subject in
                var swapped = sides
                (swapped.group, swapped.reference) = (sides.reference, sides.group)
                return PredictionPropertyTests.agree(subject(sides), subject(swapped)) { [-$0[0], $0[1], $0[2], 1 / $0[3]] }
            })
    }

    @Test func orderAndAScoreOfOneSideChangeNothing() throws {
        try Property.check(
            "item functioning: order, and people at a score that the other side lacks", cases: 12_000, subject: Self.figures,
            planted: { sides in
                // Scores beyond the last shared one are put with it.
                var wrong = sides
                wrong.group = wrong.group.map { (correct: $0.correct, score: min($0.score, 2)) }
                return Self.figures(wrong)
            }, generate: { Sides(&$0) }, interesting: { PredictionPropertyTests.succeeds(Self.figures($0)) },
            holds: { sides, subject in
                var more = sides
                more.group.reverse()
                more.reference.reverse()
                more.group.append((correct: false, score: 7))
                return PredictionPropertyTests.agree(subject(sides), subject(more))
            })
    }

    @Test func duplicatingTheCohortKeepsAlpha() throws {
        try Property.check(
            "item functioning: the cohort twice", cases: 12_000, subject: Self.figures,
            planted: { sides in Self.figures(sides).map { [$0[0] * Double(sides.group.count)] } },
            generate: { Sides(&$0) }, interesting: { PredictionPropertyTests.succeeds(Self.figures($0)) },
            holds: { sides, subject in
                var twice = sides
                twice.group += sides.group
                twice.reference += sides.reference
                return PredictionPropertyTests.agree(subject(sides).map { [$0[0]] }, subject(twice).map { [$0[0]] })
            })
    }

    @Test func anAbsentGroupIsUndefined() throws {
        try Property.check(
            "item functioning: absent group", cases: 20_000, subject: Self.figures, planted: { _ in .success([0, 0, 0, 1]) },
            generate: { random in
                var sides = Sides(&random)
                if random.index(below: 2) == 0 { sides.group = [] } else { sides.reference = [] }
                return sides
            }, interesting: { $0.group.count + $0.reference.count > 3 },
            holds: { sides, subject in
                if case .failure(.noObservations) = subject(sides) { return true }
                return false
            })
    }

    /// An item that nobody answered leaves the other items' figures as they were, and has none itself.
    @Test func anItemNobodyAnswers() throws {
        typealias Answers = (group: [[Bool?]], reference: [[Bool?]])
        func figures(_ answers: Answers) -> [Double?] {
            guard let group = try? ItemAnswers(answers.group), let reference = try? ItemAnswers(answers.reference),
                let items = try? MatchedItems(group: group, reference: reference, purifying: true)
            else { return [] }
            return items.items.map { try? $0.get().estimate }
        }
        try Property.check(
            "item functioning: an item nobody answers", cases: 800, subject: figures,
            planted: { figures($0).map { $0 ?? 0 } },
            generate: { random -> Answers in
                func people(_ count: Int) -> [[Bool?]] { (0..<count).map { _ in (0..<3).map { _ in random.index(below: 2) == 0 } } }
                return (people(6 + random.index(below: 8)), people(6 + random.index(below: 8)))
            }, interesting: { figures($0).contains { $0 != nil } },
            holds: { answers, subject in
                let more = (group: answers.group.map { $0 + [nil] }, reference: answers.reference.map { $0 + [nil] })
                let found = subject(more)
                return found.count == 4 && found[3] == nil && Array(found.dropLast()) == subject(answers)
            })
    }
}
