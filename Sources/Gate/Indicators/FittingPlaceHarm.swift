import Audit

/// M5: whether there is no fitting place at all: the best one lies beyond tau, which was frozen at the baseline.
///
/// "There is always a match" is true by construction; a list without a fitting place offers no choice. A run whose list is empty although one was
/// recorded has none either. Definition: Huizen H148; domain survey M5.
enum FittingPlaceHarm: GateIndicator {
    static let id = "M5"
    static let metric = "no_fitting_place"
    static let unit = "per_100"
    static let name = AuditReport.Words(nl: "Geen passende plek", en: "No fitting place")
    static let worse = AuditReport.Words(nl: "vaker geen passende plek", en: "more often no fitting place")

    static func definition(_ thresholds: Thresholds) -> AuditReport.Words {
        let share = Int((thresholds.gate?.fittingShare.value ?? 0) * 100)
        return .init(
            nl: "Deel van de lijsten waarvan de beste plek verder weg is dan tau: de afstand waarbinnen bij het huidige algoritme \(share) van de 100 lijsten een plek hebben.",
            en: "Share of lists whose best place lies beyond tau: the distance within which \(share) of 100 lists have a place under the baseline.")
    }

    static func values(_ core: CoreFrame, thresholds: Thresholds) -> [Double?] {
        let frame = core.frame
        let values = frame.meanOverRuns { run in
            guard !frame.snapshot.lists[run].workplaces.isEmpty, let tau = core.tau else { return nil }
            guard let best = frame.replayed.bestDistance(ofRun: run) else { return 1 }
            return best > tau ? 1 : 0
        }
        return Array(values)
    }
}
