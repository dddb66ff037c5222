/// Estimates of several studies of one quantity (here often: municipalities), each with its standard error, which is taken as known.
public struct StudyEffects: Sendable, Equatable {
    public let estimates: [Double]
    public let standardErrors: [Double]
    let variances: [Double]

    /// - Throws: `unequalLengths`; `notFinite`; `zeroVariance` unless every standard error is positive. A square that is no number of its own
    ///   counts as that too.
    public init(estimates: [Double], standardErrors: [Double]) throws(Undefined) {
        guard estimates.count == standardErrors.count else { throw .unequalLengths }
        guard (estimates + standardErrors.map { $0 * $0 }).allSatisfy(\.isFinite) else { throw .notFinite }
        guard standardErrors.allSatisfy({ $0 > 0 && $0 * $0 > 0 }) else { throw .zeroVariance }
        self.init(checked: estimates, standardErrors)
    }

    private init(checked estimates: [Double], _ standardErrors: [Double]) {
        self.estimates = estimates
        self.standardErrors = standardErrors
        variances = standardErrors.map { $0 * $0 }
    }

    /// Studies.
    public var count: Int { estimates.count }

    /// The same without the study at this position.
    func without(_ study: Int) -> StudyEffects {
        var (estimates, standardErrors) = (estimates, standardErrors)
        estimates.remove(at: study)
        standardErrors.remove(at: study)
        return StudyEffects(checked: estimates, standardErrors)
    }

    /// - Throws: `tooFewStudies` with fewer than so many.
    func require(_ studies: Int) throws(Undefined) {
        guard count >= studies else { throw .tooFewStudies(needed: studies) }
    }

    /// Mean with weights 1/(se^2 + tau^2), its variance 1/sum(w), and the weighted sum of squares about it.
    func pooled(between tau: Double) -> (mean: Double, variance: Double, spread: Double) {
        let weights = variances.map { 1 / ($0 + tau) }
        let total = CompensatedSum(weights).value
        let mean = CompensatedSum(zip(weights, estimates).map { $0 * $1 }).value / total
        return (mean, 1 / total, CompensatedSum(zip(weights, estimates).map { $0 * ($1 - mean) * ($1 - mean) }).value)
    }

    /// sum(w) - sum(w^2)/sum(w) with w = 1/se^2, as sum(w (sum of the others)) / sum(w): one weight may outdo all others by many powers of ten.
    var weightSpread: Double {
        let weights = variances.map { 1 / $0 }.sorted(by: >)
        let light = CompensatedSum(weights.dropFirst()).value
        let total = weights[0] + light
        return CompensatedSum([weights[0] * light] + weights.dropFirst().map { $0 * (total - $0) }).value / total
    }
}
