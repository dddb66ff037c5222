/// Removes a share of the mean difference between each test language and the reference: x - lambda (m_language - m_reference).
///
/// Lambda is the share of the difference that is taken to be the test's: 0 leaves scores as they are, 1 makes all means equal. Nobody
/// knows it, which is why it is shown as a band. A language with fewer people than `minimum` has its difference shrunken first
/// (`LanguageLinks`).
public struct LambdaBand: Scenario {
    /// The usual points of the band, as percentages.
    public static let percentages = [0, 25, 50, 75, 100]

    public var id: String { "lambda:\(percentage)" }
    public var summary: String { "\(percentage) % of the mean difference with test language \(reference) removed" }
    public let percentage: Int
    public let reference: String
    public let minimum: Int

    /// - Parameter percentage: 0...100.
    public init(percentage: Int, reference: String = "nl", minimum: Int = LanguageLinks.usualMinimum) throws(ScenarioError) {
        guard (0...100).contains(percentage) else {
            throw .badParameter(id: "lambda:\(percentage)", expected: "lambda takes a whole percentage from 0 to 100")
        }
        self.percentage = percentage
        self.reference = reference
        self.minimum = minimum
    }

    public func apply(_ input: ReplayInput) throws(ScenarioError) -> ReplayInput {
        let links = try input.links(to: reference, spreads: .kept, minimum: minimum)
        let lambda = Double(percentage) / 100
        var changed = input
        changed.snapshot = try input.snapshot.carryingScores { language, scale, score in
            guard let link = links[language]?[scale] else { return (score, 1) }
            return (score + lambda * link.intercept, 1)
        }
        return changed
    }
}
