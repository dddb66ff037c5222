/// A known difference that the demonstration can hold, so that an audit can be shown to find it. What each one's size means, and how large
/// and from when it is unless told otherwise, is in ``standard``.
public enum PlantedEffect: String, CaseIterable, Sendable {
    /// People tested in Arabic or Tigrinya measure low on the verbal capacity scale. It is measurement error: their true scores, and what comes
    /// of them, are those of everybody else.
    case testLanguageShift = "test_language_shift"
    /// People who take the test on paper measure low on the verbal capacity scale; measurement error as above.
    case testModeShift = "test_mode_shift"
    /// Where a test was found to be wrong, it takes longer for people with low education until it is corrected.
    case lingeringProfiles = "lingering_profiles"
    /// Employers of places that women's profiles lie nearer to stop confirming them. Women and men truly differ on eight scales of personality
    /// and competence, which say nothing about the kind of work.
    case stalePlaces = "stale_places"
    /// For people from 45 to 54 the counsellor takes the first place, however weak the advice is.
    case blindTrust = "blind_trust"
    /// Residents of 55 and older are moved to a day activity place more often than their lists justify.
    case counsellorSteering = "counsellor_steering"
    /// Placements of people from 27 to 44 end within two months because there was no match after all.
    case earlyEndings = "early_endings"
    /// Women of 55 and older measure low on the verbal scale, and neither women nor people of 55 and older do on average.
    case intersection = "intersection"
    /// With the new version of the test, people tested in Ukrainian measure low on the verbal scale.
    case driftingTestVersion = "drifting_test_version"
    /// Lists are made with another weight for capacities, and the log still names the old version of the algorithm.
    case unloggedChange = "unlogged_change"
    /// Employers contact people in the doelgroepregister less often than others at the same rank.
    case cherryPicking = "cherry_picking"
    /// Journeys from one municipality take longer, and the list does not look at journeys.
    case unreachableTravel = "unreachable_travel"
    /// People tested in Arabic or Tigrinya truly have less verbal ability, and are measured rightly. Their profiles are those of
    /// `testLanguageShift`, which is what this is for; planted together, the two add up.
    case trueLanguageDifference = "true_language_difference"

    /// What `all` plants in Ik zoek.
    public static let all = all(of: .ikZoek)

    /// What `all` plants in a system: the effects that can stand side by side. Not the true difference, which lands on the same scale of the same
    /// people as the shift: together they would be one difference of 1.6 SD. And not the unlogged change, after which no list can be made again,
    /// so that nothing that rests on lists may be said.
    public static func all(of system: DemonstrationSystem) -> Planting {
        Planting(allCases.filter { $0.systems.contains(system) && $0 != .trueLanguageDifference && $0 != .unloggedChange })
    }

    /// The systems that have what the effect is about.
    public var systems: Set<DemonstrationSystem> {
        switch self {
        case .cherryPicking, .unreachableTravel: [.halloWerk]
        case .intersection: [.ikZoek, .halloWerk]
        default: [.ikZoek]
        }
    }
}
