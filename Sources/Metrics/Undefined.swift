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
    case notFinite
    case outsideRange

    /// One English sentence without any value from the data.
    public var reason: String {
        switch self {
        case .noObservations: "One of the sides has no observations."
        case .tooFewObservations(let needed): "A side has too few observations: at least \(needed) are needed."
        case .zeroVariance: "The values do not vary, so their spread cannot be estimated."
        case .zeroDenominator: "The denominator is zero."
        case .nobodyAtRisk: "On one of the sides nobody was followed up to the horizon."
        case .noInformativeStratum: "No stratum has people of both sides."
        case .notFinite: "A value is missing or not finite."
        case .outsideRange: "A value lies outside the range on which the statistic is defined."
        }
    }
}
