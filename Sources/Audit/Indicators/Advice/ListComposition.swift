import Cohort
import MatchReplay
import Metrics

/// M2: what kind of work the list shows.
///
/// Per person the mean over runs of the share of the top k that is day activity. "There is always a match" is true by construction;
/// which work the match offers is where groups can differ. Definition: Huizen H148, H182; domain survey M2.
package enum ListComposition: JudgedIndicator {
    static let about = IndicatorEntry(
        id: "M2", chapter: .advice,
        name: .init("Soort werk bovenaan de lijst", "Kind of work at the top of the list"),
        question: .init("Ziet iedereen hetzelfde soort werk bovenaan de lijst?", "Does everybody see the same kind of work at the top of the list?"),
        definition: .init(
            "Deel van de eerste plekken op de lijst dat dagbesteding is, gemiddeld per deelnemer.",
            "Share of the first places on the list that is day activity, averaged per participant."),
        polarity: .higherIsAdverse,
        verdicts: .init(
            equivalent: .init("De groep ziet ongeveer evenveel dagbesteding als anderen.", "The group sees about as much day activity as others."),
            disparity: .init("De lijsten wijzen de groep naar ander werk.", "The lists point the group to other work."),
            inconclusive: .init("Te weinig gegevens om te zeggen of de lijsten gelijk zijn van inhoud.", "Too few data to say whether the lists hold the same work.")),
        citation: "Huizen H148, H182")
    static let restsOnReplay = true
    package static let dayActivity = "day_activity"

    static func measure(_ frame: AuditFrame, limits: Thresholds) -> [MeasuredMetric] {
        let headline = limits.analysis.listDepth.value
        let depths = [headline] + limits.analysis.topK.value.filter { $0 != headline }
        return depths.map { share(frame, depth: $0, headline: $0 == headline) } + [lockIn(frame, depth: headline)]
    }

    private static func share(_ frame: AuditFrame, depth: Int, headline: Bool) -> MeasuredMetric {
        MeasuredMetric(
            description: describe(
                "top\(depth)_day_activity_share", headline: headline, unit: "per_100", adverse: "higher",
                name: .init("Dagbesteding in de top \(depth)", "Day activity in the top \(depth)"),
                question: .init("Ziet iedereen hetzelfde soort werk in de top \(depth)?", "Does everybody see the same kind of work in the top \(depth)?"),
                definition: depth == 1
                    ? .init(
                        "Deel van de lijsten waarvan de eerste plek dagbesteding is, gemiddeld per deelnemer.",
                        "Share of the lists whose first place is day activity, averaged per participant.")
                    : .init(
                        "Deel van de eerste \(depth) plekken op de lijst dat dagbesteding is, gemiddeld per deelnemer.",
                        "Share of the first \(depth) places on the list that is day activity, averaged per participant."),
                less: .init("minder dagbesteding", "less day activity"), more: .init("meer dagbesteding", "more day activity")),
            observations: .shares(shares(frame, depth: depth) { $0.workKind == dayActivity }))
    }

    private static func lockIn(_ frame: AuditFrame, depth: Int) -> MeasuredMetric {
        MeasuredMetric(
            description: describe(
                "top\(depth)_day_activity_only", unit: "per_100", adverse: "higher",
                name: .init("Alleen dagbesteding in de top \(depth)", "Nothing but day activity in the top \(depth)"),
                question: .init("Heeft iedereen iets te kiezen in de top \(depth)?", "Has everybody something to choose in the top \(depth)?"),
                definition: .init(
                    "Deel van de lijsten waarvan de eerste \(depth) plekken alle dagbesteding zijn, gemiddeld per deelnemer.",
                    "Share of lists of which all first \(depth) places are day activity, averaged per participant."),
                less: .init("vaker iets te kiezen", "more often a choice"), more: .init("vaker alleen dagbesteding", "more often only day activity")),
            observations: .shares(
                shareOfLists(frame, depth: depth, with: frame.snapshot.workplaces.map { $0.workKind == dayActivity })))
    }

    /// Per person the share of runs of which all first places are among these.
    private static func shareOfLists(_ frame: AuditFrame, depth: Int, with isMatch: [Bool]) -> PackedValues {
        let lists = frame.replayed
        return frame.meanOverRuns { run in
            let count = lists.count(ofRun: run, first: depth)
            return count == 0 ? nil : (0..<count).allSatisfy { isMatch[lists.place(ofRun: run, at: $0)] } ? 1 : 0
        }
    }

    /// Per person the mean over runs of the share of the first places that `matches`.
    package static func shares(_ frame: AuditFrame, depth: Int, _ matches: (Workplace) -> Bool) -> PackedValues {
        let isMatch = frame.snapshot.workplaces.map(matches)
        let lists = frame.replayed
        return frame.meanOverRuns { run in
            let count = lists.count(ofRun: run, first: depth)
            guard count > 0 else { return nil }
            return Double((0..<count).count { isMatch[lists.place(ofRun: run, at: $0)] }) / Double(count)
        }
    }

    /// Per person the mean over runs of the share of attention that goes to places that `matches`, with the logarithmic discount
    /// 1/log2(1 + rank) of the ranking literature (Järvelin and Kekäläinen 2002), normalised over the places shown.
    package static func exposures(_ frame: AuditFrame, depth: Int, _ matches: (Workplace) -> Bool) -> PackedValues {
        let isMatch = frame.snapshot.workplaces.map(matches)
        let lists = frame.replayed
        let longest = lists.indices.lazy.map { lists.count(ofRun: $0) }.max() ?? 0
        let weights = (0..<min(depth, longest)).map { Discount.logarithmic(rank: $0 + 1) }
        return frame.meanOverRuns { run in
            var seen = 0.0
            var total = 0.0
            for rank in 0..<lists.count(ofRun: run, first: depth) {
                total += weights[rank]
                if isMatch[lists.place(ofRun: run, at: rank)] { seen += weights[rank] }
            }
            return total > 0 ? seen / total : nil
        }
    }
}
