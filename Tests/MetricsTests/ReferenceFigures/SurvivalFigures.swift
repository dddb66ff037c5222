import Metrics

/// Time to a job with censoring, ties and competing exits, in three countries.
enum SurvivalFigures {
    private static let mvad = Result { try DataSet("data/mvad_school_to_work/mvad.csv") }
    private static let unempdur = Result { try DataSet("data/unempdur_us/unempdur.csv") }
    private static let austria = Result { try DataSet("data/unemployment_austria/ubduration.csv") }

    static func answer(_ figure: ReferenceFigure) throws -> ReferenceFiguresTests.Answer? {
        if figure.metric.hasPrefix("cox_") {
            return .notCovered("proportional hazards are no assumption of this library: the Cox model is not part of it")
        }
        guard let groups = try groups(figure) else { return nil }
        switch figure.metric {
        case "logrank_chi2": return .number(try LogRank(groups: groups.map(\.people)).statistic)
        case "logrank_p": return .number(try LogRank(groups: groups.map(\.people)).pValue)
        case "gehan_wilcoxon_chi2": return .number(try GehanWilcoxon(groups: groups.map(\.people)).statistic)
        default: break
        }
        guard let name = figure.group.split(separator: "=").last.map(String.init),
            let people = groups.first(where: { $0.name == name })?.people
        else { return nil }
        let parts = figure.metric.split(separator: "_")
        let time = parts.last.flatMap { $0.hasPrefix("t") ? Double($0.dropFirst()) : nil } ?? .nan
        if figure.metric.hasPrefix("aalen_johansen_cif_cause"), let cause = parts.first(where: { $0.hasPrefix("cause") })?.last?.wholeNumberValue {
            return .number(try AalenJohansen(people, causes: 3).incidence(of: cause, at: time))
        }
        let curve = try KaplanMeier(people, weights: figure.metric.hasPrefix("km_weighted") ? .sampling : .people)
        switch figure.metric.split(separator: "_t\(parts.last?.dropFirst() ?? "")").first {
        case "n": return .number(Double(curve.count))
        case "events": return .number(Double(curve.events))
        case "median_survival": return .number(try curve.median().estimate)
        case "km_survival", "km_weighted_survival": return .number(curve.survival(at: time))
        case "km_ci95_low_loglog": return .number(try curve.probability(at: time).interval(level: 0.95).low)
        case "km_ci95_high_loglog": return .number(try curve.probability(at: time).interval(level: 0.95).high)
        case "rmst": return .number(try curve.restrictedMean(to: time).estimate)
        default: return nil
        }
    }

    /// The people of every group of the attribute that the name of the data set says they are compared by.
    private static func groups(_ figure: ReferenceFigure) throws -> [(name: String, people: [FollowUp])]? {
        let attribute = figure.dataset.split(separator: "by ").last.map { String($0.prefix { $0 != ")" }) } ?? ""
        switch figure.dataset {
        case let name where name.hasPrefix("mvad_school_to_work (by"):
            return try grouped(mvad.get(), attribute) { FollowUp(end: $0.number("months_to_employment"), cause: $0["employed"] == "1" ? 1 : 0) }
        case "mvad_school_to_work":
            return try grouped(mvad.get(), "male") {
                FollowUp(end: $0.number("months_to_employment"), cause: $0["employed"] == "1" ? 1 : 0, weight: $0.number("weight"))
            }
        case let name where name.hasPrefix("unempdur_us (event=censor1"):
            return try grouped(unempdur.get(), "ui") { FollowUp(end: $0.number("spell"), cause: $0["censor1"] == "1" ? 1 : 0) }
        case let name where name.hasPrefix("unempdur_us (event=any"):
            return try grouped(unempdur.get(), "ui") { FollowUp(end: $0.number("spell"), cause: Self.cause($0) > 0 ? 1 : 0) }
        case "unempdur_us":
            return try grouped(unempdur.get(), "ui") { FollowUp(end: $0.number("spell"), cause: Self.cause($0)) }
        case let name where name.hasPrefix("unemployment_austria (all complete"):
            return try grouped(austria.get(), attribute) { FollowUp(end: $0.number("y"), cause: 1) }
        case let name where name.hasPrefix("unemployment_austria (censored at 104"):
            return try grouped(austria.get(), "foreign") {
                FollowUp(end: min(104, $0.number("y")), cause: $0.number("y") <= 104 ? 1 : 0)
            }
        default: return nil
        }
    }

    /// 1 full time, 2 part time, 3 re-employed in a job that is not known, 0 still without work.
    private static func cause(_ row: [String: String]) -> Int {
        (1...3).first { row["censor\($0)"] == "1" } ?? 0
    }

    private static func grouped(
        _ data: DataSet, _ attribute: String, person: ([String: String]) -> FollowUp
    ) -> [(name: String, people: [FollowUp])] {
        Dictionary(grouping: data.rows) { $0[attribute] ?? "" }.sorted { $0.key < $1.key }.map { ($0.key, $0.value.map(person)) }
    }
}
