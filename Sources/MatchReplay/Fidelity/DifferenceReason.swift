/// Why production may have recorded another list than the replay makes.
///
/// A reason is found by replaying as if it held. Most of them must then give the recorded list exactly; where less can be shown, `evidence` says so.
public enum DifferenceReason: Sendable, Hashable {
    /// The same distances at every rank, and places at equal distance in another order.
    case tieOrder
    /// A recorded place was not on offer on the day of the run, by the dates that the snapshot has now.
    case placeNotActive
    /// A recorded place is kept off by the core's filters, by the hours, journeys and abilities that the snapshot has now.
    case placeFilteredOut
    /// The list of the assessment that the run's assessment replaced, or was replaced by.
    case scoreCorrected
    /// The list of another assessment of the same person.
    case otherAssessment
    /// The list under another variant of the ideal profiles; `""` is the variant for everyone.
    case profileVariant(String)
    /// The list of another core, named by its algorithm version.
    case otherCore(algorithmVersion: String)
    /// The snapshot has no scores for the run's assessment, so there is no list to compare.
    case withoutScores
    /// The recorded list is that of the replay as far as it goes, and longer than the core makes it.
    case otherLength
    /// Recorded places that the core cannot rank for this person (without an ideal profile on a scale that was measured); the others stand as replayed.
    case placeUnknown
    /// The recorded places stand in the order of the replay, but the replay has others between them: production left some out.
    case placesLeftOut
    case unexplained

    /// What stands behind a reason.
    public enum Evidence: String, Sendable, CaseIterable {
        /// Replaying under the reason gives the recorded list exactly.
        case reproduced
        /// The recorded list is compatible with the reason; another cause could have given it as well.
        case compatible
        case none
    }

    public var evidence: Evidence {
        switch self {
        case .tieOrder, .placeNotActive, .placeFilteredOut, .scoreCorrected, .otherAssessment, .profileVariant, .otherCore: .reproduced
        case .withoutScores, .otherLength, .placeUnknown, .placesLeftOut: .compatible
        case .unexplained: .none
        }
    }

    /// A stable name for files; a detail stands behind a colon.
    public var code: String {
        switch self {
        case .tieOrder: "tie_order"
        case .placeNotActive: "place_not_active"
        case .placeFilteredOut: "place_filtered_out"
        case .scoreCorrected: "score_corrected"
        case .otherAssessment: "other_assessment"
        case .profileVariant(let variant): "profile_variant:\(variant)"
        case .otherCore(let version): "other_core:\(version)"
        case .withoutScores: "without_scores"
        case .otherLength: "other_length"
        case .placeUnknown: "place_unknown"
        case .placesLeftOut: "places_left_out"
        case .unexplained: "unexplained"
        }
    }
}
