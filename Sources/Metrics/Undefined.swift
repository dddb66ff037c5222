/// Why a statistic has no value for the data it was given.
///
/// Undefined is an answer, not an accident: a share of nobody is never zero, and a spread of one person is never zero either.
public enum Undefined: Error, Sendable, Equatable {
    case noObservations
    case tooFewObservations(needed: Int)
    case zeroVariance
    case zeroDenominator
    case nobodyAtRisk
    case noInformativeStratum
    case tooFewStrata(needed: Int)
    case tooFewStudies(needed: Int)
    case notFinite
    case outsideRange
    case unequalLengths
    case noSamplingModel
    case tooFewReplicates(needed: Int)
    case perfectSeparation
    case noOverlap
    case collinear
    case notConverged

    /// One English sentence without any value from the data.
    public var reason: String {
        switch self {
        case .noObservations: "One of the sides has no observations."
        case .tooFewObservations(let needed): "A side has too few observations: at least \(needed) are needed."
        case .zeroVariance: "The values do not vary, so their spread cannot be estimated."
        case .zeroDenominator: "The denominator is zero."
        case .nobodyAtRisk: "On one of the sides nobody was followed up to the horizon."
        case .noInformativeStratum: "No stratum has people of both sides."
        case .tooFewStrata(let needed): "Too few strata have both sides and both outcomes: at least \(needed) are needed."
        case .tooFewStudies(let needed): "Too few studies have an estimate: at least \(needed) are needed."
        case .notFinite: "A value is missing or not finite."
        case .outsideRange: "A value lies outside the range on which the statistic is defined."
        case .unequalLengths: "Two lists that belong together differ in length."
        case .noSamplingModel: "The figure describes these people and lists alone; its uncertainty comes from resampling participants."
        case .tooFewReplicates(let needed): "There are too few replicates for this level: at least \(needed) are needed."
        case .perfectSeparation: "An explanatory value separates the outcomes completely, so the coefficients have no finite estimate."
        case .noOverlap: "Every value of one side lies above all of the other, so the uncertainty of their order cannot be estimated."
        case .collinear: "Explanatory values are copies or sums of each other, so their effects cannot be told apart."
        case .notConverged: "The search for the estimate did not settle."
        }
    }
}

extension Undefined {
    /// The value, or the reason why there is none, for parts of a larger answer.
    static func result<Value>(_ make: () throws(Undefined) -> Value) -> Result<Value, Undefined> {
        do throws(Undefined) { return .success(try make()) } catch { return .failure(error) }
    }
}
