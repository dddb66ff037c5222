import Audit

/// Everything that a gate found, before disclosure control. Not public: the only way out is `GateReport`.
struct GateResult: Sendable {
    let inputs: GateInputs
    let judge: GateJudge
    let people: AuditFrame
    let baseline: CoreFrame
    let candidate: CoreFrame
    let anchor: CoreFrame?
    let fidelity: BaselineFidelity
    let invariants: [GateReport.Invariant]
    let judgement: GateJudgement
    let controls: GateControls
    let churn: GateReport.Churn
    let seed: UInt64
}
