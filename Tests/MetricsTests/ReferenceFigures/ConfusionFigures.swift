import Foundation
import Metrics

/// Predictions against outcomes per group: a risk score, the same as another tool reads it, and a municipal check of applications.
enum ConfusionFigures {
    private struct Person {
        let row: [String: String]
        let outcome: Bool
        let selected: Bool
    }

    private static let compas = Result {
        try SharedData.rows("data/compas_two_years/compas.csv").map {
            Person(row: $0, outcome: $0["two_year_recid"] == "1", selected: $0.number("decile_score") >= 5)
        }
    }
    private static let aequitas = Result {
        try SharedData.rows("data/aequitas_compas/compas_for_aequitas.csv").map {
            Person(row: $0, outcome: $0.number("label_value") == 1, selected: $0.number("score") == 1)
        }
    }
    private static let amsterdam = Result { try SharedData.rows("data/amsterdam_slimme_check/confusion.csv") }

    static func answer(_ figure: ReferenceFigure) throws -> ReferenceFiguresTests.Answer? {
        switch figure.dataset {
        case "compas_two_years": return try riskScore(figure)
        case "aequitas_compas":
            let people = try aequitas.get()
            let counts = try confusion(people, figure.group)
            switch figure.metric {
            case "tpr": return .number(try counts.truePositiveRate())
            case "fpr": return .number(try counts.falsePositiveRate())
            case "fnr": return .number(try counts.falseNegativeRate())
            case "fdr": return .number(try counts.falseDiscoveryRate())
            case "precision": return .number(try counts.positivePredictiveValue())
            case "pprev": return .number(try counts.selectionRate())
            case "ppr":
                let selected = people.count { $0.selected }
                return .number(try Wilson(events: Double(counts.selected), total: Double(selected)).estimate)
            default: return nil
            }
        case "amsterdam_slimme_check":
            let path = figure.group.components(separatedBy: "/")
            guard path.count == 4 else { return nil }
            let columns = ["dataset", "model", "feature", "feature_value"]
            guard let row = try amsterdam.get().first(where: { row in zip(columns, path).allSatisfy { row[$0] == $1 } }) else { return nil }
            func count(_ column: String) -> Int { row[column].flatMap { Int($0) } ?? -1 }
            let counts = try ConfusionCounts(
                truePositives: count("TP"), falsePositives: count("FP"), falseNegatives: count("FN"), trueNegatives: count("TN"))
            switch figure.metric {
            case "false_positive_share_percent": return .number(100 * (try counts.falsePositiveShare()))
            case "false_discovery_rate_percent": return .number(100 * (try counts.falseDiscoveryRate()))
            case "statistical_parity_percent": return .number(100 * (try counts.selectionRate()))
            default: return nil
            }
        default: return nil
        }
    }

    private static func riskScore(_ figure: ReferenceFigure) throws -> ReferenceFiguresTests.Answer? {
        let people = try compas.get()
        switch figure.metric {
        case "demographic_parity_ratio", "demographic_parity_difference", "equalized_odds_difference", "equalized_odds_ratio":
            let groups = try Dictionary(grouping: people) { $0.row[figure.group] ?? "" }.values.map { try confusion($0) }
            let selection = try RateSpread.selection(groups)
            let odds = try EqualizedOdds(groups)
            switch figure.metric {
            case "demographic_parity_ratio": return .number(try selection.ratio())
            case "demographic_parity_difference": return .number(selection.estimate)
            case "equalized_odds_ratio": return .number(try odds.ratio())
            default: return .number(odds.estimate)
            }
        case "fpr_disparity", "fnr_disparity":
            let names = figure.group.components(separatedBy: "/")
            guard names.count == 2 else { return nil }
            let (group, reference) = (try confusion(people, "race=\(names[0])"), try confusion(people, "race=\(names[1])"))
            return .number(
                try figure.metric == "fpr_disparity"
                    ? group.falsePositiveRate() / reference.falsePositiveRate()
                    : group.falseNegativeRate() / reference.falseNegativeRate())
        case "calibration_observed_rate":
            // "race=Caucasian decile=3": one bin per decile of the score.
            let parts = figure.group.components(separatedBy: " decile=")
            guard parts.count == 2, let decile = Double(parts[1]) else { return nil }
            let members = members(people, parts[0])
            let table = try ReliabilityTable(
                predicted: members.map { $0.row.number("decile_score") / 10 }, outcomes: members.map(\.outcome),
                bins: .edges((0...10).map { $0 == 0 ? 0 : (Double($0) + 0.5) / 10 }.map { min(1, $0) }))
            return table.rows.first { abs($0.meanPredicted - decile / 10) < 1e-9 }.map { .number($0.observed.estimate) }
        case "auc_decile":
            let members = members(people, figure.group)
            return .number(
                try ProbabilityOfSuperiority(
                    group: members.filter(\.outcome).map { $0.row.number("decile_score") },
                    reference: members.filter { !$0.outcome }.map { $0.row.number("decile_score") }
                ).estimate)
        case "brier_decile_over_10":
            let members = members(people, figure.group)
            return .number(
                try BrierScore(predicted: members.map { $0.row.number("decile_score") / 10 }, outcomes: members.map(\.outcome)).estimate)
        default: break
        }
        guard figure.group.contains("=") else { return nil }
        let counts = try confusion(people, figure.group)
        switch figure.metric {
        case "selection_rate": return .number(try counts.selectionRate())
        case "false_positive_rate": return .number(try counts.falsePositiveRate())
        case "false_negative_rate": return .number(try counts.falseNegativeRate())
        case "true_positive_rate": return .number(try counts.truePositiveRate())
        case "true_negative_rate": return .number(try counts.trueNegativeRate())
        case "precision_ppv": return .number(try counts.positivePredictiveValue())
        case "prevalence": return .number(try counts.prevalence())
        case "n": return .number(Double(counts.total))
        case "TP": return .number(Double(counts.truePositives))
        case "FP": return .number(Double(counts.falsePositives))
        case "FN": return .number(Double(counts.falseNegatives))
        case "TN": return .number(Double(counts.trueNegatives))
        default: return nil
        }
    }

    /// "race=Other": those with that value.
    private static func members(_ people: [Person], _ label: String) -> [Person] {
        let parts = label.components(separatedBy: "=")
        return parts.count == 2 ? people.filter { $0.row[parts[0]] == parts[1] } : []
    }

    private static func confusion(_ people: [Person], _ label: String) throws -> ConfusionCounts {
        try confusion(members(people, label))
    }

    private static func confusion(_ people: [Person]) throws -> ConfusionCounts {
        try ConfusionCounts(outcomes: people.map(\.outcome), selected: people.map(\.selected))
    }
}
