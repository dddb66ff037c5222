import Cohort

/// How test languages are linked over everybody, for whoever holds only a part of the people.
///
/// A scenario reads these off the snapshot it is applied to. The people of one shard would give other means, so they are taken once from the
/// whole population and travel with every shard.
public struct PopulationNorms: Sendable, Equatable, Codable {
    /// The test language that the others are linked to.
    public let reference: String
    /// People that a language needs to be linked by its own figures.
    public let minimum: Int
    /// Test languages of everybody with a list, in byte order.
    public let languages: [String]
    /// Means and spreads made equal; `nil` where they cannot be.
    public let equalSpreads: LanguageLinks?
    /// Means made equal; `nil` where they cannot be.
    public let keptSpreads: LanguageLinks?

    public init(_ input: ReplayInput, reference: String, minimum: Int = LanguageLinks.usualMinimum) throws(ScenarioError) {
        let tested = TestedPeople(input.snapshot)
        let scales = try input.countedScales()
        self.reference = reference
        self.minimum = minimum
        languages = tested.languages
        equalSpreads = try? LanguageLinks(tested, to: reference, spreads: .equal, minimum: minimum, scales: scales)
        keptSpreads = try? LanguageLinks(tested, to: reference, spreads: .kept, minimum: minimum, scales: scales)
    }
}

extension ReplayInput {
    /// The links of the people in the snapshot, or of the population that they are a part of.
    func links(to reference: String, spreads: LanguageLinks.Spreads, minimum: Int) throws(ScenarioError) -> [String: [String: LanguageLink]] {
        guard let population else {
            return try LanguageLinks(TestedPeople(snapshot), to: reference, spreads: spreads, minimum: minimum, scales: countedScales()).links
        }
        let links = switch spreads {
        case .equal: population.equalSpreads
        case .kept: population.keptSpreads
        }
        guard population.reference == reference, population.minimum == minimum, let links else { throw .notLinked(language: reference) }
        return links.links
    }

    /// The test languages of the people in the snapshot, or of the population that they are a part of.
    var testedLanguages: [String] { population?.languages ?? TestedPeople(snapshot).languages }
}
