import Metrics

/// How the p values of one family are adjusted: Holm over the primary questions, Benjamini-Hochberg over the scan.
struct FamilyAdjustment {
    let family: ReportFinding.Family
    /// Family-wise alpha, or the scan's q.
    let limit: Double
    let adjusted: [Double]
    /// Level of the adjusted interval; `nil` where the scan selected nothing.
    let levels: [Double?]
    let rejected: [Bool]

    init(_ family: ReportFinding.Family, pValues: [Double], limit: Double) throws(Undefined) {
        self.family = family
        self.limit = limit
        switch family {
        case .primary:
            let holm = try Holm(pValues: pValues, alpha: limit)
            (adjusted, levels, rejected) = (holm.adjusted, holm.levels, holm.rejected)
        case .scan:
            let selection = try BenjaminiHochberg(pValues: pValues, q: limit)
            (adjusted, levels, rejected) = (selection.adjusted, selection.levels, selection.selected)
        }
    }

    var size: Int { adjusted.count }
    var name: String { family == .primary ? "holm" : "benjamini_hochberg" }
}
