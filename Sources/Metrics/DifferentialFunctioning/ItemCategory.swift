/// How much an item functions differently, in the three classes of the Educational Testing Service.
///
/// A: |D-DIF| below 1, or not significantly different from 0. C: |D-DIF| at least 1.5 and significantly above 1 (one-sided).
/// B: everything between.
public enum ItemCategory: String, Sendable, CaseIterable {
    case negligible = "A"
    case moderate = "B"
    case large = "C"

    /// - Parameters:
    ///   - pValue: of the hypothesis that D-DIF is 0 (Mantel-Haenszel chi-squared, continuity-corrected).
    ///   - significance: below which p counts, 0.05 by convention; also the level of the one-sided test against 1.
    public init(dDIF: Double, standardError: Double, pValue: Double, significance: Double = 0.05) {
        let size = abs(dDIF)
        if size < 1 || pValue >= significance {
            self = .negligible
        } else if size >= 1.5, Normal.survival((size - 1) / standardError) < significance {
            self = .large
        } else {
            self = .moderate
        }
    }
}
