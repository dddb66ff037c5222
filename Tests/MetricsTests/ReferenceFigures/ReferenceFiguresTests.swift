import Testing

/// Every figure of reference_figures.csv that a function here computes, from the CSV files, in one table.
@Suite struct ReferenceFiguresTests {
    /// What becomes of a row: the numbers computed here, or the reason why there are none.
    enum Answer {
        case number(Double)
        case text(String)
        case notCovered(String)
    }

    /// Each looks at a row and answers those of its data sets; nil for all others.
    static let sources: [@Sendable (ReferenceFigure) throws -> Answer?] = [
        GroupRateFigures.answer, StratifiedFigures.answer, ConfusionFigures.answer, OriginFigures.answer, LocationFigures.answer,
        SurvivalFigures.answer, PredictionFigures.answer, ScaleFigures.answer, TestItemFigures.answer, RankingFigures.answer,
    ]

    @Test func everyFigureIsReproducedOrListed() throws {
        let figures = try ReferenceFigure.all()
        #expect(figures.count == 1271)
        var computed = 0
        var notCovered: [String: Int] = [:]
        for figure in figures {
            var answers: [Answer] = []
            do {
                answers = try Self.sources.compactMap { try $0(figure) }
            } catch {
                Issue.record("\(figure): \(error)")
                continue
            }
            guard let answer = answers.first, answers.count == 1 else {
                Issue.record("\(figure): \(answers.count) answers")
                continue
            }
            switch answer {
            case .number(let number):
                computed += 1
                #expect(figure.agrees(with: number), "\(figure): \(number) instead of \(figure.value) (\(figure.software))")
            case .text(let text):
                computed += 1
                #expect(text == figure.value, "\(figure)")
            case .notCovered(let reason):
                notCovered[reason, default: 0] += 1
            }
        }
        print("FIGURES | reproduced | \(computed) of \(figures.count)")
        for (reason, count) in notCovered.sorted(by: { $0.key < $1.key }) { print("FIGURES | not covered | \(count) | \(reason)") }
        #expect(computed + notCovered.values.reduce(0, +) == figures.count)
    }
}
