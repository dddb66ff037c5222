import Cohort
import Metrics

/// M25: whether the scores of a group moved since the reference period, more than everybody's did.
///
/// The difference in differences of the mean score on the scales that the system's configuration names (else the capacity scales): the
/// group now against the group then, minus the same for everybody else, in standard deviations of the reference period. A new version of
/// the test in one language shows here; so does a group that changed. Index of population stability and Kolmogorov-Smirnov per scale are in
/// the table, each against its own null (fixed rules of .1 and .25 know nothing of the number of people).
/// Definition: domain survey M25; Yurdakul 2018.
enum Drift: JudgedIndicator {
    static let about = IndicatorEntry(
        id: "M25", chapter: .population,
        name: .init("Verschuiving van scores", "Drift of scores"),
        question: .init("Zijn de scores van een groep verschoven sinds de vergelijkingsperiode?", "Have a group's scores moved since the reference period?"),
        definition: .init(
            "Verandering van de gemiddelde score van de groep sinds de vergelijkingsperiode, min die van alle anderen, in standaardafwijkingen.",
            "Change of the group's mean score since the reference period, minus that of everybody else, in standard deviations."),
        needs: [.relation("assessment_score")], polarity: .lowerIsAdverse,
        parameters: [
            .init(
                name: "permutations", unit: "permutations", meaning: .init("Herhalingen voor de toets in de tabel.", "Replicates for the test in the table."),
                value: 999, source: "p to about one thousandth")
        ],
        verdicts: .init(
            equivalent: .init("De scores van de groep bewogen ongeveer mee met die van anderen.", "The group's scores moved about as others' did."),
            disparity: .init(
                "De scores van de groep zijn verschoven: de toets of de groep is veranderd.", "The group's scores have moved: the test or the group has changed."),
            inconclusive: .init("Te weinig mensen in een van de perioden om iets te zeggen.", "Too few people in one of the periods to say anything.")),
        citation: "Huizen H141; Utrecht U89-91; Card & Krueger 1994; Yurdakul 2018")

    static func measure(_ frame: AuditFrame, limits: Thresholds) -> [MeasuredMetric] {
        let periods = TestedPeriods(frame)
        return [
            MeasuredMetric(
                description: describe(
                    "score_drift", headline: true, unit: "sd", adverse: "lower", name: about.name, question: about.question,
                    definition: about.definition, less: .init("scores omlaag", "scores down"), more: .init("scores omhoog", "scores up")),
                observations: .contrast(
                    Contrast(population: periods.now.map { $0 != nil }, isRate: false, isExchangeable: false) { sides throws(Undefined) in
                        try DifferenceInDifferences(
                            corner: sides.group.compactMap { periods.now[$0] }, besideFirst: periods.earlier(sides, inGroup: true),
                            besideSecond: sides.reference.compactMap { periods.now[$0] }, opposite: periods.earlier(sides, inGroup: false))
                    }))
        ]
    }

    /// Table 4.5: per test language and scale how far the scores moved, with the two usual indices.
    static func tables(_ frame: AuditFrame, partition: Partition, limits: Thresholds) -> [ReportTable] {
        guard partition.grouping == Grouping(.testLanguage) else { return [] }
        let minimum = limits.disclosure.minimumCell.value
        var rows: [[ReportTable.Cell]] = []
        for scale in frame.snapshot.scales {
            let periods = TestedPeriods(frame, scales: [scale.scaleCode])
            for group in partition.shown {
                let now = (partition.members[group] ?? []).compactMap { periods.now[$0] }
                let earlier = periods.earlier(Grouping(.testLanguage), codes: [group])
                guard now.count >= minimum, earlier.count >= minimum else { continue }
                let index = stabilityIndex(now, earlier, limits)
                rows.append([
                    .text(group), .text(scale.scaleCode), .count(now.count), .count(earlier.count),
                    .number(mean(now) - mean(earlier)), .number(index?.value), .number(index?.p),
                    .number(try? KolmogorovSmirnov(group: now, reference: earlier).pValue),
                ])
            }
        }
        guard !rows.isEmpty else { return [] }
        return [
            ReportTable(
                id: "4.5", indicator: id, attribute: partition.grouping.name,
                columns: [
                    .init("group"), .init("scale"), .init("participants", "people"), .init("earlier", "people"), .init("moved", "sd"),
                    .init("stability_index", "number"), .init("stability_p", "number"), .init("kolmogorov_p", "number"),
                ], rows: rows, notes: ["drift_reference_period", "stability_index_null"])
        ]
    }

    private static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

    /// More people than this would shuffle for minutes to say what Kolmogorov-Smirnov says as well.
    private static let largestShuffle = 20_000

    /// Five bins of equal size in the reference period, half a person in each so that an empty bin has an index, against its own null.
    private static func stabilityIndex(_ now: [Double], _ earlier: [Double], _ limits: Thresholds) -> (value: Double, p: Double?)? {
        guard let edges = try? PopulationStabilityIndex.quantileEdges(reference: earlier, bins: 5),
            let index = try? PopulationStabilityIndex(group: now, reference: earlier, edges: edges, pseudoCount: 0.5)
        else { return nil }
        guard now.count + earlier.count <= largestShuffle else { return (index.estimate, nil) }
        let test = try? index.permutationTest(
            permutations: Int(limits.parameter("permutations", of: id)), seed: UInt64(limits.analysis.seed.value))
        return (index.estimate, test?.pValue)
    }
}
