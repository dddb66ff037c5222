import Audit
import Cohort
import MatchReplay

extension GateChanges {
    /// The changes from each reference to the candidate.
    /// - Parameter references: the baseline, and the anchor if there is one.
    init(candidate: CoreFrame, references: [(against: GateFinding.Against, frame: CoreFrame)], thresholds: Thresholds) {
        let snapshot = candidate.frame.snapshot
        var measures: [Measure] = []
        for indicator in GateCatalogue.indicators where indicator.unavailability(in: snapshot) == nil {
            let after = indicator.values(candidate, thresholds: thresholds)
            for (against, reference) in references {
                let hasSameUnit = candidate.lists.core.hasSameUnit(as: reference.lists.core, on: snapshot)
                measures.append(
                    Measure(
                        against: against, indicator: indicator.id, reference: indicator.values(reference, thresholds: thresholds), candidate: after,
                        isCentred: indicator.id == BestDistanceHarm.id && !hasSameUnit, isShare: indicator.unit == "per_100",
                        isIdentical: hasSamePlaces(candidate.lists.lists, reference.lists.lists)))
            }
        }
        self.init(labels: candidate.frame.labels, keys: candidate.frame.people.map(\.key), measures: measures)
    }
}

/// Whether everybody sees the same places in the same order.
private func hasSamePlaces(_ first: [ReplayedList], _ second: [ReplayedList]) -> Bool {
    first.count == second.count && zip(first, second).allSatisfy { $0.workplaces == $1.workplaces }
}
