extension RankingCore {
    /// How scores and targets are made comparable: each side by itself, with constants that belong to the algorithm version.
    public struct Scaling: Sendable, Equatable {
        public enum Kind: String, Sendable, CaseIterable {
            /// As stored.
            case none
            /// Minus the mean, divided by the population standard deviation.
            case z
            /// Minus the minimum, divided by the range.
            case range
            /// Minus the mean of a norm group, divided by its standard deviation; the norm group can depend on the test language.
            /// Always given. Targets are in norm scores already, unless constants for them are given too.
            case norms
        }

        public var kind: Kind
        /// `nil` = those frozen with the snapshot.
        public var given: Constants?

        public init(kind: Kind, given: Constants? = nil) {
            self.kind = kind
            self.given = given
        }
    }

    /// By scale code, for each side.
    public struct Constants: Sendable, Equatable {
        /// For everyone who is not in `perLanguage`; empty = nobody else can be scaled.
        public var participants: [String: LinearScale]
        public var workplaces: [String: LinearScale]
        /// By test language, for participants (norms only).
        public var perLanguage: [String: [String: LinearScale]]

        public init(participants: [String: LinearScale], workplaces: [String: LinearScale], perLanguage: [String: [String: LinearScale]] = [:]) {
            self.participants = participants
            self.workplaces = workplaces
            self.perLanguage = perLanguage
        }
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
