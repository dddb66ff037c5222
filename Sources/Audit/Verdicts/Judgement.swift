import Metrics

/// One comparison with everything the rules say about it, before disclosure control. It never leaves this room.
struct Judgement {
    let comparison: Comparison
    /// `nil` where nothing was measured.
    let figures: DifferenceFigures?
    let rule: VerdictRule
    let verdict: Verdict
    let reason: String?
    let direction: Direction?
    let family: ReportFinding.Family
    let familySize: Int
    let adjustment: String
    let pAdjusted: Double?
    /// `nil` where the scan did not select.
    let adjustedLevel: Double?
    /// At that level.
    let adjustedInterval: Interval?
    let minimumDetectable: Double?
    let fragility: Int?
    /// Set where it could not be settled and more people would help.
    let settling: Settling?
    let beside: (stratum: Stratum, figures: DifferenceFigures, verdict: Verdict)?
    var mirrorOf: String?

    /// Counted among incidents: shown or signalled, against the group, and not the mirror of another.
    var isIncident: Bool { direction == .adverse && mirrorOf == nil }
}
