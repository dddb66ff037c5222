import Cohort

/// The people and places of a captured snapshot, made fit for a pipeline: what the gate does not need is gone, people are coarser, scores are
/// jittered within their standard error, and everybody has a new pseudonym.
///
/// It is still personal data: sixteen jittered scores point at one person (docs/adr/0014-snapshot-for-a-pipeline.md has the measured rate).
public struct PipelineCopy: Sendable {
    /// Every class of people with the same quasi-identifiers (``SnapshotAnonymity/sealedQuasiIdentifiers``) has at least so many.
    public static let leastAlike = 5
    /// A test language with fewer people becomes undetermined.
    public static let leastPerLanguage = 10

    /// Without a seal, and without lists: of each list only its length is left (the first place, repeated), until ``sealed(lists:seal:)``.
    public let unlisted: Snapshot
    public let losses: PipelineLosses
    /// Pseudonym as captured -> place in `unlisted.participants`. It links the two files, so it is never written.
    private let places: [Pseudonym: Int]
    /// Parallel to `unlisted.participants`.
    private let labels: [[Attribute: String]]

    /// - Parameters:
    ///   - captured: as it was captured: without a seal.
    ///   - generator: draws pseudonyms and jitter. The system's own outside tests: whoever knows the seed can take the jitter off.
    /// - Throws: ``PipelineError`` when a class stays below ``leastAlike``.
    public init(of captured: Snapshot, using generator: inout some RandomNumberGenerator) throws(PipelineError) {
        var losses = PipelineLosses()
        var copy = NeededByGate.only(captured)
        TestLanguages.coarsen(&copy, &losses)
        RunDays.coarsen(&copy, &losses)
        Circumstances.coarsen(&copy)
        LocalSuppression.apply(&copy, &losses)
        guard QuasiIdentifiers.smallestClass(of: copy) >= Self.leastAlike else { throw .tooFewAlike(needed: Self.leastAlike) }
        ScoreJitter.apply(&copy, &losses, using: &generator)
        let renamed = NewPseudonyms.draw(for: copy, using: &generator)
        copy = renamed.snapshot
        PipelineManifest.describe(&copy)
        unlisted = copy
        self.losses = losses
        let index = Dictionary(uniqueKeysWithValues: copy.participants.enumerated().map { ($1.participantId, $0) })
        places = renamed.participants.compactMapValues { index[$0] }
        labels = Self.labels(of: copy)
    }

    /// The known groups of somebody as the pipeline will see them; `nil` when nothing of this person is in the copy.
    ///
    /// The seal counts by these: counts by the groups as captured would tell what became unknown, and of whom.
    public func labels(ofCaptured participant: Pseudonym) -> [Attribute: String]? { places[participant].map { labels[$0] } }

    /// Who somebody is in the copy; for measuring what the copy gives away. `nil` when nothing of this person is in it.
    package func pseudonym(ofCaptured participant: Pseudonym) -> Pseudonym? { places[participant].map { unlisted.participants[$0].participantId } }

    /// - Parameter lists: parallel to `unlisted.runs`: places by their index, as the sealed core ranks them for the changed people. They say nothing
    ///   that is not in the file already, unlike the recorded lists, from which the scores behind them can be narrowed down.
    public func sealed(lists: [[Int]], seal: FidelitySeal) -> Snapshot {
        var snapshot = unlisted
        snapshot.lists = lists.map { RecordedList(workplaces: $0, distances: Array(repeating: nil, count: $0.count)) }
        snapshot.manifest.seal = seal
        return snapshot
    }

    /// Language and mode are those of a person's first test, as in every table of the audit.
    private static func labels(of snapshot: Snapshot) -> [[Attribute: String]] {
        let tests = Dictionary(uniqueKeysWithValues: snapshot.assessments.map { ($0.assessmentId, $0) })
        let runs = Dictionary(grouping: snapshot.runs, by: \.participantId)
        return snapshot.participants.map { participant in
            let first = runs[participant.participantId]?.min { $0.sequence < $1.sequence }
            return Attribute.labels(of: participant, test: first.flatMap { tests[$0.assessmentId] })
        }
    }
}

/// What the copy cost, for the person who makes it. It is printed, and not kept.
public struct PipelineLosses: Sendable, Equatable {
    /// People whose test language became undetermined.
    public var undetermined = 0
    /// Languages that many people share, and that became undetermined so that the few were not alone in it; smallest first.
    public var languagesTakenAlong: [String] = []
    /// Lists in another language than the person's first, left out because few share that combination.
    public var listsLeftOut = 0
    /// Column -> people for whom it became unknown.
    public var suppressed: [String: Int] = [:]
    /// Lists that are not on the first day of their week, because other places were on offer that day.
    public var listsOffTheirMonday = 0
    public var jitteredScores = 0
    /// Scores without a standard error, which are rounded instead.
    public var roundedScores = 0
}

public enum PipelineError: Error, Equatable, CustomStringConvertible {
    case tooFewAlike(needed: Int)

    public var description: String {
        switch self {
        case .tooFewAlike(let needed):
            "The snapshot for a pipeline was not made, to protect people: even with education, age and gender unknown, fewer than \(needed) people are alike. Capture a longer period, or run the gate where the data are."
        }
    }
}
