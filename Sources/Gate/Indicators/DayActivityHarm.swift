import Audit

/// M2: the share of the first places that is day activity. Definition: Huizen H148, H182; domain survey M2.
enum DayActivityHarm: GateIndicator {
    static let id = "M2"
    static let metric = "day_activity_share"
    static let unit = "per_100"
    static let name = AuditReport.Words(nl: "Dagbesteding in de eerste plekken", en: "Day activity among the first places")
    static let worse = AuditReport.Words(nl: "meer dagbesteding", en: "more day activity")

    static func definition(_ thresholds: Thresholds) -> AuditReport.Words {
        let depth = thresholds.analysis.listDepth.value
        return .init(
            nl: "Deel van de eerste \(depth) plekken op de lijst dat dagbesteding is, gemiddeld per deelnemer.",
            en: "Share of the first \(depth) places on the list that is day activity, averaged per participant.")
    }

    static func values(_ core: CoreFrame, thresholds: Thresholds) -> [Double?] {
        Array(ListComposition.shares(core.frame, depth: thresholds.analysis.listDepth.value) { $0.workKind == ListComposition.dayActivity })
    }
}
