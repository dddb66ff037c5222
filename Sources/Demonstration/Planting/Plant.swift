/// One planted effect with its size and the quarter in which it starts.
public struct Plant: Sendable, Equatable {
    public let effect: PlantedEffect
    /// In the effect's own unit (``PlantedEffect/standard``). 0 plants nothing.
    public let size: Double
    /// From the first day of this quarter on. Of a true difference between people (`true_language_difference`, and the personalities of
    /// `stale_places`) everything is there from the start.
    public let from: Quarter

    /// Without size or quarter the effect's standard ones.
    public init(_ effect: PlantedEffect, size: Double? = nil, from: Quarter? = nil) {
        self.effect = effect
        self.size = size ?? effect.standard.size
        self.from = from ?? effect.standard.from
    }
}

extension PlantedEffect {
    /// What the size of an effect is a number of.
    public enum Unit: String, Sendable {
        /// Points of a T-score, of which the norm group has a standard deviation of 10.
        case tPoints = "t_points"
        case days
        /// From 0 to 1.
        case probability
        /// Added to the weight of the capacities, which is 1.5.
        case weight
        /// By which odds are divided; 1 plants nothing.
        case oddsDivisor = "odds_divisor"
        case minutes
    }

    public struct Standard: Sendable, Equatable {
        public let size: Double
        public let unit: Unit
        public let from: Quarter
    }

    /// The size that an audit of one year of the demonstration finds with a probability of at least 90 %, its unit, and the first quarter.
    public var standard: Standard {
        let first = Quarter.all.lowerBound
        func quarter(_ year: Int, _ number: Int) -> Quarter { Quarter(year: year, number: number) ?? first }
        return switch self {
        case .testLanguageShift: Standard(size: 8, unit: .tPoints, from: first)
        case .testModeShift: Standard(size: 6, unit: .tPoints, from: quarter(2025, 1))
        case .lingeringProfiles: Standard(size: 30, unit: .days, from: quarter(2025, 1))
        case .stalePlaces: Standard(size: 10, unit: .tPoints, from: quarter(2025, 1))
        case .blindTrust: Standard(size: 0.95, unit: .probability, from: quarter(2025, 1))
        case .counsellorSteering: Standard(size: 0.35, unit: .probability, from: first)
        case .earlyEndings: Standard(size: 0.35, unit: .probability, from: quarter(2025, 1))
        case .intersection: Standard(size: 4, unit: .tPoints, from: quarter(2025, 1))
        case .driftingTestVersion: Standard(size: 12, unit: .tPoints, from: quarter(2026, 2))
        case .unloggedChange: Standard(size: 1, unit: .weight, from: quarter(2026, 3))
        case .cherryPicking: Standard(size: 2.5, unit: .oddsDivisor, from: quarter(2025, 1))
        case .unreachableTravel: Standard(size: 20, unit: .minutes, from: first)
        case .trueLanguageDifference: Standard(size: 8, unit: .tPoints, from: first)
        }
    }

    /// The size at which nothing is planted.
    package var nothing: Double { standard.unit == .oddsDivisor ? 1 : 0 }

    /// Sizes that can be planted.
    package var sizes: ClosedRange<Double> {
        switch standard.unit {
        case .tPoints: 0...40
        case .days: 0...365
        case .probability: 0...1
        case .weight: 0...10
        case .oddsDivisor: 1...100
        case .minutes: 0...240
        }
    }
}
