import Cohort
import MatchReplay

/// The lists of a sample of people, drawn again under the error of measurement of their tests (M8).
struct RedrawnPeople: Sendable, Equatable {
    var agreements: [Pseudonym: RedrawnAgreement]
    /// Whether standard errors had to be assumed for somebody.
    var isAssumed: Bool

    static let nobody = RedrawnPeople(agreements: [:], isAssumed: false)
    /// The middle of the band; the laboratory prints the whole of it.
    static let reliability = 0.8

    /// - Parameter runs: the last run of everybody in the sample, as indices in `Snapshot.runs`.
    static func make(_ input: ReplayInput, runs: [Int], depth: Int, draws: Int, seed: UInt64, threads: Int) -> RedrawnPeople {
        var snapshot = input.snapshot
        snapshot.lists = runs.map { input.snapshot.lists[$0] }
        snapshot.runs = runs.map { input.snapshot.runs[$0] }
        let settings = ListStability.Settings(depth: depth, draws: draws, seed: seed, reliabilities: [reliability])
        guard let stability = try? ListStability.measure(snapshot: snapshot, core: input.core, settings: settings, threads: threads),
            let shown = stability.cases.first
        else { return .nobody }
        let agreements = shown.people.map { (snapshot.participants[$0.participant].participantId, $0.agreement) }
        return RedrawnPeople(
            agreements: Dictionary(agreements, uniquingKeysWith: { first, _ in first }), isAssumed: shown.assumedReliability != nil)
    }
}
