import Gate

/// One thing that the gate looked at, as every surface for machines tells it: the terminal, JUnit, SARIF and annotations.
struct GateItem {
    /// The id of the finding, invariant or churn group; `fidelity` for the replay of the baseline.
    var id: String
    var kind: Kind
    /// What kind of question it is, without group: `M2`, `invariant.order`, `fidelity`, `churn`.
    var rule: String
    var outcome: Outcome
    /// Whom or what it is about, in a few words.
    var title: String
    /// What was found, with its numbers, on one line.
    var message: String
    /// The numbers, when it is a finding.
    var finding: GateFinding?

    enum Kind: Equatable {
        case invariant
        case fidelity
        case primary(attribute: String)
        case scan(attribute: String)
        case churn
        /// Something that blocks and for which this version of the program has no kind.
        case other
    }

    /// What follows from it. Exactly `blocks` and `blocksUnsettled` hold the release back.
    enum Outcome: CaseIterable {
        case blocks
        /// Harm could not be excluded, and the policy blocks on that.
        case blocksUnsettled
        /// It would block, but somebody accepted it by name.
        case overridden
        case warns
        /// Could not be settled, and nothing follows from that.
        case open
        case passes
        case withheld
        /// Not examined, or without a number.
        case unavailable

        var isBlocking: Bool { self == .blocks || self == .blocksUnsettled }
    }
}
