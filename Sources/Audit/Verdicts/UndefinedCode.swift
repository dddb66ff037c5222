import Metrics

extension Undefined {
    /// The code under which phrasebooks know this reason.
    var code: String {
        switch self {
        case .noObservations: "undefined_no_observations"
        case .tooFewObservations: "undefined_too_few_observations"
        case .zeroVariance: "undefined_no_variation"
        case .zeroDenominator: "undefined_zero_denominator"
        case .nobodyAtRisk: "undefined_nobody_at_risk"
        case .noInformativeStratum: "undefined_no_informative_stratum"
        case .tooFewStrata: "undefined_too_few_strata"
        case .tooFewStudies: "undefined_too_few_studies"
        case .notFinite: "undefined_not_finite"
        case .outsideRange: "undefined_outside_range"
        case .unequalLengths: "undefined_unequal_lengths"
        case .noSamplingModel: "undefined_no_sampling_model"
        case .tooFewReplicates: "undefined_too_few_replicates"
        case .perfectSeparation: "undefined_perfect_separation"
        case .noOverlap: "undefined_no_overlap"
        case .collinear: "undefined_collinear"
        case .notConverged: "undefined_not_converged"
        }
    }
}
