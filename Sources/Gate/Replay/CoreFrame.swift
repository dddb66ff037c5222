import Audit
import Cohort
import MatchReplay
import Metrics

/// The people of a snapshot with the lists that one core gives them, and what that core's distances mean.
struct CoreFrame: Sendable {
    let frame: AuditFrame
    let lists: CoreLists
    /// Per person the mean over runs of the distance to the best place.
    let bestDistances: [Double?]
    /// Standard deviation of the best distance over the cohort: the unit of M1; `nil` when nobody's differs.
    let unit: Double?
    /// A best place within this distance is a fitting one (M5); `nil` without distances.
    let tau: Double?

    /// - Parameters:
    ///   - people: the cohort, with any lists.
    ///   - baseline: where tau is frozen; `nil` for the baseline itself. A core with another unit of distance gets the distance within which the
    ///     same share of the cohort lies, so that the share does not change and only who is outside can.
    init(_ lists: CoreLists, people: AuditFrame, baseline: CoreFrame?, fittingShare: Double) {
        self.lists = lists
        let frame = people.with(replayed: lists.lists)
        self.frame = frame
        bestDistances = Array(BestMatchDistance.bestDistances(frame))
        unit = BestMatchDistance.standardDeviation(frame)
        if let baseline, lists.core.hasSameUnit(as: baseline.lists.core, on: frame.snapshot) {
            tau = baseline.tau
        } else {
            let known = frame.people.flatMap { person in person.runs.compactMap { frame.replayed.bestDistance(ofRun: $0) } }.sorted()
            tau = known.isEmpty ? nil : SampleQuantile.value(fittingShare, ofSorted: known)
        }
    }
}
