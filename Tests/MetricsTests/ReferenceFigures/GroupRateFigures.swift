import Metrics

/// Rates of an outcome per group and their comparison: callbacks, jobs after training, admissions, job levels.
enum GroupRateFigures {
    struct Study: Sendable {
        /// What metric names begin with.
        let prefix: String
        let rows: [[String: String]]
        let outcome: @Sendable ([String: String]) -> Bool
        /// People a row stands for.
        let people: @Sendable ([String: String]) -> Int
        /// Group of a row in an attribute named as in the file of figures.
        let group: @Sendable ([String: String], String) -> String?

        init(
            _ prefix: String, _ path: String, outcome: @escaping @Sendable ([String: String]) -> Bool,
            people: @escaping @Sendable ([String: String]) -> Int = { _ in 1 },
            group: @escaping @Sendable ([String: String], String) -> String? = { $0[$1] }
        ) throws {
            self.prefix = prefix
            rows = try SharedData.rows(path)
            self.outcome = outcome
            self.people = people
            self.group = group
        }

        /// (with the outcome, all) per group of an attribute.
        func counts(_ attribute: String) -> [String: (events: Int, total: Int)] {
            var counts: [String: (events: Int, total: Int)] = [:]
            for row in rows {
                guard let name = group(row, attribute) else { continue }
                counts[name, default: (0, 0)].total += people(row)
                if outcome(row) { counts[name, default: (0, 0)].events += people(row) }
            }
            return counts
        }
    }

    private static let studies = Result { () throws -> [String: [Study]] in
        let race: @Sendable ([String: String], String) -> String? = { row, attribute in
            guard attribute == "race" else { return row[attribute] }
            return ["white", "black", "hispanic"].first { row[$0] == "1" } ?? "other"
        }
        return try [
            "resume_callbacks": [
                Study("callback", "data/resume_callbacks/resume.csv", outcome: { $0["received_callback"] == "1" }, group: { row, attribute in
                    attribute == "rg" ? "\(row["race"] ?? "")_\(row["gender"] ?? "")" : row[attribute]
                })
            ],
            "jobcorps_english": [
                Study("everwkdy1", "data/jobcorps_english/jobcorps.csv", outcome: { $0.number("everwkdy1") == 1 }, group: race),
                Study("emp4_pworky4_gt_0", "data/jobcorps_english/jobcorps.csv", outcome: { $0.number("pworky4") > 0 }, group: race),
            ],
            "lalonde_nsw": [Study("emp78", "data/lalonde_nsw/nsw.csv", outcome: { $0.number("re78") > 0 })],
            "bank_wages": [
                Study("manage", "data/bank_wages/bankwages.csv", outcome: { $0["job"] == "manage" }, group: { row, attribute in
                    attribute == "gm" ? "\(row["gender"] ?? "")_\(row["minority"] ?? "")" : row[attribute]
                })
            ],
            "ucb_admissions": [
                Study(
                    "admit", "data/ucb_admissions/ucb.csv", outcome: { $0["Admit"] == "Admitted" },
                    people: { $0["Freq"].flatMap { Int($0) } ?? 0 }
                ) { row, attribute in
                    attribute == "Dept" ? "\(row["Dept"] ?? "") \(row["Gender"] ?? "")" : row[attribute]
                }
            ],
        ]
    }

    static func answer(_ figure: ReferenceFigure) throws -> ReferenceFiguresTests.Answer? {
        guard let candidates = try studies.get()[figure.dataset] else { return nil }
        // The longest fitting prefix: one outcome's name may begin like another's.
        let fitting = candidates.filter { figure.metric.hasPrefix($0.prefix + "_") }
        guard let study = fitting.max(by: { $0.prefix.count < $1.prefix.count }) else { return nil }
        return try value(study, String(figure.metric.dropFirst(study.prefix.count + 1)), figure.group).map { .number($0) }
    }

    private static func value(_ study: Study, _ metric: String, _ label: String) throws -> Double? {
        // "race=black" is one group; "race: black minus white", "race black vs white", "race all" and "race" are comparisons.
        if let equals = label.firstIndex(of: "=") {
            let counts = study.counts(String(label[..<equals]))
            guard let own = counts[String(label[label.index(after: equals)...])] else { return nil }
            let rate = try Wilson(events: Double(own.events), total: Double(own.total))
            switch metric {
            case "n": return Double(own.total)
            case "positive": return Double(own.events)
            case "rate": return rate.estimate
            case "rate_wilson95_low": return rate.interval(level: 0.95).low
            case "rate_wilson95_high": return rate.interval(level: 0.95).high
            case "impact_ratio_vs_max":
                guard let best = counts.values.max(by: { $0.events * $1.total < $1.events * $0.total }) else { return nil }
                return try FourFifthsScreen(
                    groupEvents: own.events, groupTotal: own.total, referenceEvents: best.events, referenceTotal: best.total
                ).estimate
            default: return nil
            }
        }
        let attribute = String(label.prefix { $0 != " " && $0 != ":" })
        let counts = study.counts(attribute)
        if metric.hasPrefix("chi2") {
            let test = try PearsonChiSquared(counts.sorted { $0.key < $1.key }.map { [$0.value.events, $0.value.total - $0.value.events] })
            return metric == "chi2_p" ? test.pValue : test.statistic
        }
        // Comparisons are of the alphabetically first group with the second, as the labels of the estimates say.
        let names = counts.keys.sorted()
        guard names.count == 2, let group = counts[names[0]], let reference = counts[names[1]] else { return nil }
        let (a, n) = (Double(group.events), Double(group.total))
        let (c, m) = (Double(reference.events), Double(reference.total))
        let odds = try WoolfOddsRatio(groupEvents: a, groupTotal: n, referenceEvents: c, referenceTotal: m)
        let risk = try KatzRatio(groupEvents: a, groupTotal: n, referenceEvents: c, referenceTotal: m)
        let z = try TwoProportionZ(groupEvents: a, groupTotal: n, referenceEvents: c, referenceTotal: m)
        switch metric {
        case "two_proportion_z": return z.statistic
        case "two_proportion_p": return z.pValue
        case "fisher_exact_p":
            return try FisherExact(
                a: group.events, b: group.total - group.events, c: reference.events, d: reference.total - reference.events
            ).pValue
        case "odds_ratio": return odds.estimate
        case "odds_ratio_ci_low": return odds.interval(level: 0.95).low
        case "odds_ratio_ci_high": return odds.interval(level: 0.95).high
        case "risk_ratio": return risk.estimate
        case "risk_ratio_ci_low": return risk.interval(level: 0.95).low
        case "risk_ratio_ci_high": return risk.interval(level: 0.95).high
        default: return nil
        }
    }
}
