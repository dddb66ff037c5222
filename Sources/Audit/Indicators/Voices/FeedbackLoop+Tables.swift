import Cohort
import Metrics

extension FeedbackLoop {
    /// Table 9.1: by group and source, who was heard, the mean score, what was followed up, and how long that took.
    ///
    /// Figures of those who answered are shown for at least a cell's minimum of them, a median for twice as many.
    static func tables(_ frame: AuditFrame, partition: Partition, limits: Thresholds) -> [ReportTable] {
        let voices = frame.memo.value(id) { Voices(frame, limits) }
        let minimum = limits.disclosure.minimumCell.value
        let offersFollowUp = frame.snapshot.offers("followed_up_on", of: "feedback")
        var rows: [[ReportTable.Cell]] = []
        for source in Voices.sources {
            let (given, scores, followed, days) = (
                voices.given(by: source), voices.scores(by: source), voices.followedUp(by: source), voices.daysToFollowUp(by: source)
            )
            for group in partition.shown + (partition.unknown.isEmpty || partition.rule(for: Attribute.unknown) != nil ? [] : [Attribute.unknown]) {
                let members = group == Attribute.unknown ? partition.unknown : partition.members[group] ?? []
                let curve = try? CumulativeIncidence(members.compactMap { given[$0] })
                let scored = members.compactMap { scores[$0] }
                let done = members.compactMap { followed[$0] }
                let waited = members.compactMap { days[$0] }.sorted()
                rows.append([
                    .text(group), .text(source), .count(members.count),
                    curve.flatMap { $0.isKnown(at: voices.responseDays) ? .number($0.incidence(at: voices.responseDays)) : nil } ?? .none,
                    scored.count >= minimum ? .number(scored.reduce(0, +) / Double(scored.count)) : .none,
                    offersFollowUp && done.count >= minimum
                        ? .number((try? CumulativeIncidence(done)).flatMap { $0.isKnown(at: voices.followUpDays) ? $0.incidence(at: voices.followUpDays) : nil })
                        : .none,
                    waited.count >= 2 * minimum ? .number(median(waited)) : .none,
                ])
            }
        }
        return [
            ReportTable(
                id: "9.1", indicator: id, attribute: partition.grouping.name,
                columns: [
                    .init("group"), .init("source"), .init("placed_people", "people"), .init("feedback_given", "per_100"),
                    .init("mean_score", "number"), .init("followed_up", "per_100"), .init("median_days_to_follow_up", "days"),
                ], rows: rows, notes: ["respondents_only"])
        ]
    }

    private static func median(_ sorted: [Int]) -> Double {
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? Double(sorted[middle]) : Double(sorted[middle - 1] + sorted[middle]) / 2
    }
}
