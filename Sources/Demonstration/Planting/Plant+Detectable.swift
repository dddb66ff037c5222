/// By when an audit can be expected to find what is planted.
extension PlantedEffect {
    /// The first quarter whose own audit has a power of at least 80 % for the effect by itself, at its standard size and from its standard
    /// quarter, with the year's spending of alpha: measured by `make certify` (docs/certification/incidents.md). `nil` for a true difference
    /// between people, which is no incident.
    public var detectable: Quarter? {
        switch self {
        case .testLanguageShift: Quarter(year: 2024, number: 2)
        case .counsellorSteering, .unreachableTravel: Quarter(year: 2024, number: 3)
        case .stalePlaces, .blindTrust: Quarter(year: 2025, number: 2)
        case .testModeShift, .lingeringProfiles, .earlyEndings, .intersection, .cherryPicking: Quarter(year: 2025, number: 3)
        case .driftingTestVersion, .unloggedChange: Quarter(year: 2026, number: 3)
        case .trueLanguageDifference: nil
        }
    }
}

extension Plant {
    /// `nil` where the size or the quarter is another than was measured.
    public var detectable: Quarter? { self == Plant(effect) ? effect.detectable : nil }
}
