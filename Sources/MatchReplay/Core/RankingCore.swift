/// A ranking core as data: how an algorithm version turns scores and ideal profiles into a ranked list (`core.json`, version 1).
///
/// The distance of a participant *x* to a place *p* is the square root of the sum over scales *j* of *w_j (x_j - p_j)^2*, in IEEE double,
/// summed in byte order of the scale codes, where *x* and *p* are each scaled on their own side, and *w_j* is the weight of the scale's
/// component times the weight of the scale, times the place's own weight for that scale when `weights.profile` is true.
/// Places are ranked by that distance, nearest first; equal distances are ordered by `ties`.
///
/// Only profiles for everyone (`profile_variant` `''`) take part in version 1; other variants may be in the snapshot and are left aside.
public struct RankingCore: Sendable, Equatable {
    public let name: String
    public let algorithmVersion: String
    public let weights: Weights
    public let scaling: Scaling
    public let missingValues: MissingValues
    public let places: Places
    public let ties: Ties
    /// SHA-256 of the bytes that were read, hexadecimal.
    public let sha256: String

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

    /// How scores and targets are made comparable: each side by itself, with constants that belong to the algorithm version.
    public struct Scaling: Sendable, Equatable {
        public enum Kind: String, Sendable, CaseIterable {
            /// As stored.
            case none
            /// Minus the mean, divided by the population standard deviation.
            case z
            /// Minus the minimum, divided by the range.
            case range
        }

        public let kind: Kind
        /// `nil` = those frozen with the snapshot.
        public let given: Constants?

        public init(kind: Kind, given: Constants? = nil) {
            self.kind = kind
            self.given = given
        }
    }

    /// By scale code, for each side.
    public struct Constants: Sendable, Equatable {
        public var participants: [String: LinearScale]
        public var workplaces: [String: LinearScale]

        public init(participants: [String: LinearScale], workplaces: [String: LinearScale]) {
            self.participants = participants
            self.workplaces = workplaces
        }
    }

    /// What happens where a participant has no score on a scale that a place asks.
    ///
    /// Under each policy a place that shares no weighing scale with the participant is not on the list: nothing can be said about it.
    public enum MissingValues: String, Sendable, CaseIterable {
        /// The scale does not count for this participant.
        case skip
        /// As `skip`, and the sum is multiplied by (weights of all the scales the place asks) / (weights of those that counted),
        /// so that who answered less is not nearer to everything.
        case skipAndRescale = "skip_and_rescale"
        /// The place is left out of this participant's list.
        case excludePlace = "exclude_place"
    }

    public enum Places: String, Sendable, CaseIterable {
        /// Places on offer on the day of the run: `active_from` up to and including `active_to`.
        case activeOnRunDay = "active_on_run_day"
        case all
    }

    /// Equal distances: by the id of the place, as bytes (UTF-8) or as whole numbers (equal numbers, such as 7 and 07, as bytes).
    public enum Ties: String, Sendable, CaseIterable {
        case bytes
        case numeric
    }

    public init(
        name: String, algorithmVersion: String, weights: Weights, scaling: Scaling, missingValues: MissingValues, places: Places,
        ties: Ties, sha256: String
    ) {
        self.name = name
        self.algorithmVersion = algorithmVersion
        self.weights = weights
        self.scaling = scaling
        self.missingValues = missingValues
        self.places = places
        self.ties = ties
        self.sha256 = sha256
    }
}

/// x becomes (x - centre) / spread.
public struct LinearScale: Sendable, Equatable {
    public let centre: Double
    /// Above zero.
    public let spread: Double

    public static let identity = LinearScale(centre: 0, spread: 1)

    public init(centre: Double, spread: Double) {
        self.centre = centre
        self.spread = spread
    }

    func callAsFunction(_ value: Double) -> Double { (value - centre) / spread }
}
