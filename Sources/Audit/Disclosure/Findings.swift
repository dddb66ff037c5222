import Cohort
import MatchReplay

/// Everything the audit knows before disclosure control. It is not public: what leaves is an `AuditReport`.
struct Findings {
    let cycle: AuditCycle
    let alpha: Double
    let windows: [JudgedWindow]
    /// The cohort partitions of the judged window, by attribute.
    let partitions: [Partition]
    let tables: [ReportTable]
    let unavailable: [AuditReport.Unavailability]
    let fidelity: FidelityGate
    let core: AuditReport.Inputs.Core
    let signalsExpectedByChance: Double

    struct JudgedWindow {
        let name: String
        let plan: ComparisonPlan
        let judgements: [Judgement]
    }
}
