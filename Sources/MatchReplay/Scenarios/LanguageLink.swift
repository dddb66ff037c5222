/// How scores of one test language on one scale are carried over to the reference language: score -> slope * score + intercept.
public struct LanguageLink: Sendable, Equatable, Codable {
    public enum Rule: Sendable, Equatable, Codable {
        /// Means and spreads are made equal.
        case linear
        /// Means only.
        case shift
        /// Means only, and only a share of the difference, because the language has few people.
        case shrunkenShift(share: Double)
    }

    public let language: String
    public let scale: String
    /// People of the language that it rests on.
    public let people: Int
    public let rule: Rule
    public let slope: Double
    public let intercept: Double

    public func callAsFunction(_ score: Double) -> Double { slope * score + intercept }

    /// The score of the language that goes to this score of the reference.
    public func inverse(_ score: Double) -> Double { (score - intercept) / slope }
}
