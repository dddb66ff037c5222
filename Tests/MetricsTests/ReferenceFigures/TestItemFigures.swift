import Metrics

/// Differential functioning of items: verbal aggression by gender, a capacity test by first language.
enum TestItemFigures {
    private struct Items {
        let names: [String]
        let group: ItemAnswers
        let reference: ItemAnswers
        let matched: MatchedItems

        init(_ path: String, names: [String], isGroup: ([String: String]) -> Bool, isReference: ([String: String]) -> Bool) throws {
            let rows = try SharedData.rows(path)
            func answers(_ isWanted: ([String: String]) -> Bool) throws -> ItemAnswers {
                try ItemAnswers(rows.filter(isWanted).map { row in names.map { row[$0].map { $0 == "1" } } })
            }
            self.names = names
            group = try answers(isGroup)
            reference = try answers(isReference)
            // Matched on the total score of all items, as the figures are.
            matched = try MatchedItems(group: group, reference: reference, purifying: false)
        }
    }

    private static let verbal = Result { () throws -> Items in
        let names = ["Want", "Do"].flatMap { mode in
            (1...4).flatMap { situation in ["Curse", "Scold", "Shout"].map { "S\(situation)\(mode)\($0)" } }
        }
        // One heading of the file is spelt with a small letter.
        return try Items(
            "data/verbal_aggression/verbal.csv", names: names.map { $0 == "S1WantCurse" ? "S1wantCurse" : $0 },
            isGroup: { $0["Gender"] == "1" }, isReference: { $0["Gender"] == "0" })
    }

    private static let language = Result {
        try Items(
            "data/hci_english_first/hci.csv", names: (1...20).map { "QR\($0)" }, isGroup: { $0["EnglishF"] == "no" },
            isReference: { $0["EnglishF"] == "yes" })
    }

    static func answer(_ figure: ReferenceFigure) throws -> ReferenceFiguresTests.Answer? {
        guard ["verbal_aggression", "hci_english_first"].contains(figure.dataset) else { return nil }
        let items = try figure.dataset == "verbal_aggression" ? verbal.get() : language.get()
        if figure.metric == "n" { return .text("\(items.group.people.count) / \(items.reference.people.count)") }
        guard let index = items.names.firstIndex(of: figure.group) else { return nil }
        let item = try items.matched.items[index].get()
        switch figure.metric {
        case let metric where metric.hasPrefix("dif_mh_chi2_cc"):
            // Half a person off a distance of less than half a person: statsmodels squares what is below zero, R's mantelhaen.test
            // and CochranMantelHaenszel stop at zero.
            if abs(item.test.excess) < 0.5, item.test.statistic == 0 {
                return .notCovered("the continuity correction is larger than the distance: the statistic is 0, not the square of the overshoot")
            }
            return .number(item.test.statistic)
        case "dif_mh_alpha": return .number(item.alpha)
        case "dif_mh_delta_ets": return .number(item.estimate)
        case "dif_logistic_lrt_2df":
            let everything = Set(items.names.indices)
            return .number(
                try LogisticItem(
                    group: items.group.answers(to: index, matchedOn: everything),
                    reference: items.reference.answers(to: index, matchedOn: everything)
                ).test().statistic)
        default: return nil
        }
    }
}
