import Cohort
import MatchReplay
import Metrics

/// M1: how near the best place on the list is.
///
/// Verdict statistic: difference in mean d(1) in units of its frozen standard deviation over the cohort, within month of run,
/// because the places on offer change from month to month. Definition: Huizen H89; domain survey M1.
package enum BestMatchDistance: JudgedIndicator {
    static let about = IndicatorEntry(
        id: "M1", chapter: .advice,
        name: .init("Afstand tot de beste plek", "Distance to the best place"),
        question: .init("Past de beste plek bij iedereen even goed?", "Does the best place fit everybody equally well?"),
        definition: .init(
            "Gemiddelde afstand tot de eerste plek op de lijst, in standaardafwijkingen, binnen dezelfde maand.",
            "Mean distance to the first place on the list, in standard deviations, within the same month."),
        polarity: .higherIsAdverse,
        verdicts: .init(
            equivalent: .init("De beste plek ligt voor de groep ongeveer even dichtbij.", "The best place is about as near for the group."),
            disparity: .init("De ideaalprofielen passen minder goed bij de groep.", "The ideal profiles fit the group less well."),
            inconclusive: .init("Te weinig gegevens om te zeggen of de plekken even goed passen.", "Too few data to say whether the places fit as well.")),
        citation: "Huizen H89")
    static let restsOnReplay = true
    static let judgedStratum = Stratum.runMonth

    static func measure(_ frame: AuditFrame, limits: Thresholds) -> [MeasuredMetric] {
        let unit = standardDeviation(frame)
        let values = bestDistances(frame).map { value in unit.flatMap { sd in value.map { $0 / sd } } }
        return [
            MeasuredMetric(
                description: describe(
                    "best_match_distance", headline: true, unit: "sd", adverse: "higher",
                    name: .init("Afstand tot de beste plek", "Distance to the best place"),
                    question: .init("Past de beste plek bij iedereen even goed?", "Does the best place fit everybody equally well?"),
                    definition: .init(
                        "Gemiddelde afstand tot de eerste plek op de lijst, in standaardafwijkingen, binnen dezelfde maand.",
                        "Mean distance to the first place on the list, in standard deviations, within the same month."),
                    less: .init("beste plek dichterbij", "best place nearer"), more: .init("beste plek verder weg", "best place further away")),
                observations: .values(values))
        ]
    }

    /// Mean over a person's runs of the distance to the first place.
    package static func bestDistances(_ frame: AuditFrame) -> PackedValues {
        frame.meanOverRuns { frame.replayed.bestDistance(ofRun: $0) }
    }

    /// The unit of M1: standard deviation over everybody in the window; `nil` when everybody has the same distance.
    package static func standardDeviation(_ frame: AuditFrame) -> Double? {
        guard let summary = try? Summary(bestDistances(frame).compactMap { $0 }), summary.populationDeviation > 0 else { return nil }
        return summary.populationDeviation
    }

    static func tables(_ frame: AuditFrame, partition: Partition, limits: Thresholds) -> [ReportTable] {
        let depths = limits.analysis.topK.value
        let means = frame.scratch.value("\(id) distances") {
            depths.map { depth in
                frame.meanOverRuns { run in
                    let count = frame.replayed.distanceCount(ofRun: run, first: depth)
                    return count == 0 ? nil : (0..<count).reduce(0) { $0 + frame.replayed.distance(ofRun: run, at: $1) } / Double(count)
                }
            }
        }
        return [
            GroupTable.make(
                id: "6.1", indicator: id, partition: partition,
                columns: [.init("participants", "people")] + depths.map { .init("mean_distance_\($0)", "distance") }
            ) { _, members in
                [.count(members.count)] + means.map { .number(GroupTable.mean(of: $0, over: members)) }
            }
        ]
    }
}
