import Audit
import Cohort

/// M29: the share of the first places that lies beyond the participant's own longest journey. Definition: Utrecht U251-253; domain survey M29.
enum ReachHarm: GateIndicator {
    static let id = "M29"
    static let metric = "out_of_reach_share"
    static let unit = "per_100"
    static let name = AuditReport.Words(nl: "Plekken buiten bereik", en: "Places out of reach")
    static let worse = AuditReport.Words(nl: "meer plekken buiten bereik", en: "more places out of reach")

    static func definition(_ thresholds: Thresholds) -> AuditReport.Words {
        let depth = thresholds.analysis.listDepth.value
        return .init(
            nl: "Deel van de eerste \(depth) plekken met bekende reistijd dat verder reizen is dan de deelnemer kan, gemiddeld per deelnemer.",
            en: "Share of the first \(depth) places with a known journey that takes longer than the participant can travel, averaged per participant.")
    }

    static func unavailability(in snapshot: Snapshot) -> String? { Travel.unavailability(in: snapshot) }

    static func values(_ core: CoreFrame, thresholds: Thresholds) -> [Double?] {
        Travel.outOfReach(core.frame, depth: thresholds.analysis.listDepth.value)
    }
}
