import Audit

/// M3: the share of attention on the whole list that goes to day activity, by the logarithmic discount 1/log2(1 + rank)
/// (Järvelin and Kekäläinen 2002; Singh and Joachims 2018). Definition: domain survey M3.
enum ExposureHarm: GateIndicator {
    static let id = "M3"
    static let metric = "day_activity_exposure"
    static let unit = "per_100"
    static let name = AuditReport.Words(nl: "Aandacht voor dagbesteding", en: "Exposure of day activity")
    static let worse = AuditReport.Words(nl: "meer aandacht voor dagbesteding", en: "more attention for day activity")

    static func definition(_ thresholds: Thresholds) -> AuditReport.Words {
        .init(
            nl: "Deel van de aandacht op de hele lijst dat naar dagbesteding gaat; hogere plekken krijgen meer aandacht (1/log2(1 + plek)).",
            en: "Share of the attention on the whole list that goes to day activity; higher places get more of it (1/log2(1 + rank)).")
    }

    static func values(_ core: CoreFrame, thresholds: Thresholds) -> [Double?] {
        Array(ListComposition.exposures(core.frame, depth: .max) { $0.workKind == ListComposition.dayActivity })
    }
}
