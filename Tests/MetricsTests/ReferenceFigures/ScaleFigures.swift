import Metrics

/// The Big Five scales of 2,800 people: reliability, and means of men and women.
enum ScaleFigures {
    /// Items that are keyed against their scale; scores run from 1 to 6.
    private static let reversed: Set = ["A1", "C4", "C5", "E1", "E2", "O2", "O5"]
    private static let rows = Result { try SharedData.rows("data/bfi/bfi.csv") }

    static func answer(_ figure: ReferenceFigure) throws -> ReferenceFiguresTests.Answer? {
        guard figure.dataset == "bfi" else { return nil }
        let rows = try rows.get()
        let scale = String(figure.group.prefix(1))
        let items = (1...5).map { "\(scale)\($0)" }
        func alpha(_ missing: ItemScores.Missing) throws -> Double {
            let scores = try ItemScores(
                rows.map { row in items.map { row[$0].flatMap(Double.init) } },
                reversed: Set(items.indices.filter { reversed.contains(items[$0]) }))
            return try CronbachAlpha(scores, missing: missing).estimate
        }
        switch figure.metric {
        case "cronbach_alpha_listwise": return .number(try alpha(.listwise))
        case "cronbach_alpha_pairwise_cov": return .number(try alpha(.pairwise))
        default: break
        }
        /// Mean of the answered items; people who answered none have no score.
        func scores(_ gender: String) -> [Double] {
            rows.filter { $0["gender"] == gender }.compactMap { row in
                let answers = items.compactMap { item in
                    row[item].flatMap(Double.init).map { reversed.contains(item) ? 7 - $0 : $0 }
                }
                return answers.isEmpty ? nil : answers.reduce(0, +) / Double(answers.count)
            }
        }
        let men = scores("1")
        let women = scores("2")
        let welch = try WelchDifference(group: men, reference: women)
        switch figure.metric {
        case "scale_mean": return .number(figure.group.hasSuffix("female") ? welch.referenceValue : welch.groupValue)
        case "welch_t_male_minus_female": return .number(welch.statistic)
        case "welch_p": return .number(welch.pValue)
        case "cohens_d_male_minus_female":
            return .number(try welch.groupSummary.standardisedDifference(from: welch.referenceSummary))
        case "ks_two_sample_D": return .number(try KolmogorovSmirnov(group: men, reference: women).statistic)
        default: return nil
        }
    }
}
