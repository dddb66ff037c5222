import Metrics

/// One comparison with everything the rules say about it, before disclosure control. It never leaves this room.
struct Judgement {
    let comparison: Comparison
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
    let minimumDetectable: Double?
    let fragility: Int?
    let beside: (stratum: Stratum, difference: any GroupDifference, verdict: Verdict)?
    var mirrorOf: String?

    /// Counted among incidents: shown or signalled, against the group, and not the mirror of another.
    var isIncident: Bool { direction == .adverse && mirrorOf == nil }
}
