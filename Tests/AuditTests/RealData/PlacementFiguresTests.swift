import Metrics
import Testing

@testable import Audit
@testable import Cohort

/// M16 on real people: the U.S. Job Corps study through the contract, a job in the first year (or fourth) as the placement.
@Suite struct PlacementFiguresTests {
    /// Groups of the data set and the code of the contract that carries them, in the order of the figures ("english: 0 minus 1").
    private static let codes: [String: (attribute: Attribute, codes: [String: String])] = [
        "english": (.testLanguage, ["0": "ar", "1": "en"]), "female": (.gender, ["0": "male", "1": "female"]),
        "race": (.municipality, ["white": "GM0001", "black": "GM0002", "hispanic": "GM0003", "other": "GM0004"]),
    ]

    private static func frame(_ rows: [[String: String]], outcome: ([String: String]) -> Bool) throws -> AuditFrame {
        try ContractTown.frame(
            rows.map { row in
                let race = ["white", "black", "hispanic"].first { row[$0] == "1" } ?? "other"
                var person = ContractTown.Person()
                person.gender = codes["female"]?.codes[row["female"] ?? ""]
                person.language = codes["english"]?.codes[row["english"] ?? ""] ?? "und"
                person.municipality = codes["race"]?.codes[race]
                person.placed = outcome(row) ? 1 : nil
                return person
            }, days: 180, attributes: [.gender, .testLanguage, .municipality])
    }

    @Test func jobCorps() throws {
        let data = try PublicData("jobcorps_english/jobcorps.csv").rows
        let limits = try ContractTown.limits(horizon: 180)
        let studies = [
            "everwkdy1": try Study(Self.frame(data) { $0["everwkdy1"].flatMap(Double.init) == 1 }, limits),
            "emp4_pworky4_gt_0": try Study(Self.frame(data) { ($0["pworky4"].flatMap(Double.init) ?? 0) > 0 }, limits),
        ]
        var tally = PublicTally()
        for figure in try PublicFigure.of("jobcorps_english") {
            if let prefix = studies.keys.first(where: { figure.metric.hasPrefix($0 + "_") }), let study = studies[prefix] {
                tally.add(figure, try Self.answer(String(figure.metric.dropFirst(prefix.count + 1)), figure.group, study, limits))
            } else {
                tally.add(figure, try Self.line(figure, data))
            }
        }
        tally.show("jobcorps_english: M16, M19")
        #expect(tally.wrong.isEmpty, "\(tally.wrong.joined(separator: "\n"))")
        #expect(tally.reproduced == 69 && tally.count == 116)
    }

    /// What the audit makes of one outcome: the metric, and by attribute the groups and the table.
    private struct Study {
        let metric: MeasuredMetric
        let partitions: [Attribute: Partition]
        let tables: [Attribute: ReportTable]

        init(_ frame: AuditFrame, _ limits: Thresholds) throws {
            let metric = PlacementRate.measure(frame, limits: limits)[0]
            var partitions: [Attribute: Partition] = [:]
            for (attribute, _) in codes.values {
                partitions[attribute] = Partition(
                    attribute: attribute, labels: frame.labels(of: attribute), population: metric.observations.population,
                    limits: limits.disclosure)
            }
            self.metric = metric
            self.partitions = partitions
            tables = partitions.compactMapValues { partition in
                PlacementRate.tables(frame, partition: partition, limits: limits).first { $0.id == "8.1" }
            }
        }
    }

    private static func answer(_ metric: String, _ label: String, _ study: Study, _ limits: Thresholds) throws -> PublicAnswer {
        let name = String(label.prefix { $0 != "=" && $0 != " " && $0 != ":" })
        let (attribute, codes) = try #require(Self.codes[name])
        let (measured, partition) = (study.metric, try #require(study.partitions[attribute]))
        if let equals = label.firstIndex(of: "=") {
            let group = try #require(codes[String(label[label.index(after: equals)...])])
            let table = try #require(study.tables[attribute])
            func cell(_ column: String) throws -> PublicAnswer { .number(try #require(table.number(group, column: column))) }
            switch metric {
            case "n": return try cell("participants")
            case "rate": return try cell("placed")
            case "rate_wilson95_low": return try cell("low")
            case "rate_wilson95_high": return try cell("high")
            case "positive":
                guard case .exits(let exits) = measured.observations else { return .otherDefinition("M16 is no waiting time") }
                return .number(Double((partition.members[group] ?? []).count { exits[$0]?.kind == .event }))
            default: return .otherDefinition("a ratio to the best group: M16 is judged by a difference against everybody else")
            }
        }
        guard codes.count == 2, let first = codes["0"], let second = codes["1"] else {
            return .otherDefinition("one test over four groups: M16 compares each group with everybody else")
        }
        let sides = Sides(
            Grouping(attribute), code: first, group: partition.members[first] ?? [], reference: partition.members[second] ?? [])
        let difference = try Comparator(metric: measured, strata: nil, limits: limits).difference(sides)
        // The score test of M16 is Pearson's with n - 1 for n: an exact factor, taken out here.
        let n = Double(difference.count)
        let z = -Normal.quantile(difference.pValue / 2) * (n / (n - 1)).squareRoot()
        switch metric {
        case "chi2_pearson": return .number(z * z)
        case "two_proportion_z": return .number(difference.estimate < 0 ? -z : z)
        case "chi2_p", "two_proportion_p": return .number(Normal.twoSided(z))
        case "fisher_exact_p":
            return .number(
                try #require(ExactTest.pValue(measured.observations, group: sides.group, reference: sides.reference, limits: limits)))
        default: return .otherDefinition("odds and risk ratios: M16 is judged by a difference")
        }
    }

    /// M19's statistic on the lines of earnings on education: what it says at 0, and how that changes from 0 to 1.
    private static func line(_ figure: PublicFigure, _ data: [[String: String]]) throws -> PublicAnswer {
        guard figure.metric.hasPrefix("cleary_earny4_on_educ_") else { return .otherDefinition("earnings are no placement: not in the contract") }
        func side(_ english: String) -> [PredictedAtMeanDifference.Observation] {
            data.filter { $0["english"] == english }.map { row in
                (row["educ"].flatMap(Double.init) ?? .nan, row["earny4"].flatMap(Double.init) ?? .nan)
            }
        }
        let (zero, one) = (
            try PredictedAtMeanDifference(group: side("1"), reference: side("0"), at: 0),
            try PredictedAtMeanDifference(group: side("1"), reference: side("0"), at: 1)
        )
        switch figure.metric.dropFirst("cleary_earny4_on_educ_".count) {
        case "intercept": return .number(zero.referenceValue)
        case "slope": return .number(one.referenceValue - zero.referenceValue)
        case "group": return .number(zero.estimate)
        case "interaction": return .number(one.estimate - zero.estimate)
        default: return .otherDefinition("tests and shares of variance of nested lines: M19 is judged by the difference at the mean")
        }
    }
}
