/// Norms per test language from a table of the supplier: every score becomes its norm score.
///
/// The table must cover every language that was tested, the reference language too, on every scale that counts: what is not in it cannot
/// be guessed.
public struct NormsSupplier: Scenario {
    public let id = "norms_supplier"
    public var summary: String { "Norms per test language from the supplier's table \(table.source)" }
    public let table: NormTable

    public init(table: NormTable) { self.table = table }

    public func apply(_ input: ReplayInput) throws(ScenarioError) -> ReplayInput {
        let counted = try input.countedScales()
        var changed = input
        changed.snapshot = try input.snapshot.carryingScores { language, scale, score throws(ScenarioError) in
            guard counted.contains(scale) else { return (score, 1) }
            guard let curve = table.curves[language]?[scale] else { throw .notInNormTable(language: language, scale: scale) }
            guard let norm = curve.norm(score) else { throw .outsideNormTable(language: language, scale: scale) }
            return (norm, curve.stretch)
        }
        return changed
    }
}
