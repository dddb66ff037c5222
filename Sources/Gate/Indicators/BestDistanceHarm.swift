import Audit

/// M1: how far the best place is, in units of the core's own standard deviation over the cohort.
///
/// Distances of two cores may have no common unit, so each is read in its own. Definition: Huizen H89; domain survey M1; review of the plan 2.
enum BestDistanceHarm: GateIndicator {
    static let id = "M1"
    static let metric = "best_match_distance"
    static let unit = "sd"
    static let name = AuditReport.Words(nl: "Afstand tot de beste plek", en: "Distance to the best place")
    static let worse = AuditReport.Words(nl: "beste plek verder weg", en: "best place further away")

    static func definition(_ thresholds: Thresholds) -> AuditReport.Words {
        .init(
            nl: "Gemiddelde afstand tot de eerste plek op de lijst, in standaardafwijkingen van het eigen algoritme over alle deelnemers.",
            en: "Mean distance to the first place on the list, in standard deviations of the core itself over all participants.")
    }

    static func values(_ core: CoreFrame, thresholds: Thresholds) -> [Double?] {
        core.bestDistances.map { distance in core.unit.flatMap { unit in distance.map { $0 / unit } } }
    }
}
