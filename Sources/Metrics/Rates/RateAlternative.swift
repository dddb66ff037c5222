/// What a test of two rates speaks against "equal" for.
public enum RateAlternative: Sendable, CaseIterable {
    case different
    case groupLower
    case groupHigher
}
