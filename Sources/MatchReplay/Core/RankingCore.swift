/// A ranking core as data: how an algorithm version turns scores and ideal profiles into a ranked list (`core.json`).
///
/// Places are ranked by the distance of their ideal profile to the participant's scores, nearest first; equal distances are ordered by
/// `ties`. Scores and targets are each scaled on their own side; the weight of a scale is that of its component times its own, times
/// the place's own weight for that scale when `weights.profile` is true. Sums run in byte order of the scale codes, in IEEE double.
/// docs/core.md explains each choice with a worked example.
public struct RankingCore: Sendable, Equatable {
    public var name: String
    public var algorithmVersion: String
    public var distance: Distance
    public var weights: Weights
    public var scaling: Scaling
    public var profiles: ProfileChoice
    public var missingValues: MissingValues
    public var places: Places
    public var filters: Filters
    public var ties: Ties
    /// At most so many places on a list; `nil` = every place that can be ranked. Under shared ties a list can be longer by the places
    /// that share the last rank.
    public var top: Int?
    /// SHA-256 of the bytes that were read, hexadecimal; of a core changed in memory, of the bytes that it was changed from.
    public var sha256: String

    public var scalingKind: Scaling.Kind { scaling.kind }

    /// How heavily a scale counts. Weights are finite and not negative; what is not named weighs 1.
    public struct Weights: Sendable, Equatable {
        public var components: [String: Double]
        public var scales: [String: Double]
        /// Whether the places' own weights (`ideal_profile.weight`) count as well.
        public var profile: Bool

        public init(components: [String: Double] = [:], scales: [String: Double] = [:], profile: Bool) {
            self.components = components
            self.scales = scales
            self.profile = profile
        }
    }

    public enum Places: String, Sendable, CaseIterable {
        /// Places on offer on the day of the run: `active_from` up to and including `active_to`.
        case activeOnRunDay = "active_on_run_day"
        case all
    }

    /// What keeps a place off a list whatever its distance. Unknown on either side keeps nothing off: what is not known cannot exclude.
    public struct Filters: Sendable, Equatable {
        /// The place asks more hours than the participant has.
        public var hours: Bool
        /// The journey takes longer than the participant's maximum.
        public var travel: Bool
        /// The place asks to stand, sit, bend or lift, and the participant cannot.
        public var abilities: Bool

        public init(hours: Bool = false, travel: Bool = false, abilities: Bool = false) {
            self.hours = hours
            self.travel = travel
            self.abilities = abilities
        }

        public static let none = Filters()
    }

    public init(
        name: String, algorithmVersion: String, distance: Distance = .euclidean, weights: Weights, scaling: Scaling,
        profiles: ProfileChoice = .everyone, missingValues: MissingValues, places: Places, filters: Filters = .none, ties: Ties,
        top: Int? = nil, sha256: String
    ) {
        self.name = name
        self.algorithmVersion = algorithmVersion
        self.distance = distance
        self.weights = weights
        self.scaling = scaling
        self.profiles = profiles
        self.missingValues = missingValues
        self.places = places
        self.filters = filters
        self.ties = ties
        self.top = top
        self.sha256 = sha256
    }
}
