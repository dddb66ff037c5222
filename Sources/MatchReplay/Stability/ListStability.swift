import Cohort
import Metrics

/// How far the lists of a snapshot stand on their own (M8): each participant's latest list drawn again under the standard errors of measurement.
///
/// Two questions, which are often taken for one another:
///
/// - *Agreement with the list of the true score.* The observed score x misses the true score by an error with standard deviation SEM, so the true
///   score lies about x as N(x, SEM^2) (with nothing else known about the participant). Each draw is one possible true score; its list is
///   compared with the list of x.
/// - *Retest.* Two testings of one person have an error each: their scores differ with variance 2 SEM^2, not SEM^2. Two draws are compared with
///   each other. The agreement of a retest is therefore lower, and it alone says what a second testing would show.
///
/// Errors are drawn independently per scale, and a draw belongs to (seed, scale, participant, draw): neither who else is in the snapshot nor the
/// number of threads changes it. Source: Lord and Novick (1968), Statistical Theories of Mental Test Scores, chapter 3.
public struct ListStability: Sendable, Equatable {
    public struct Settings: Sendable, Equatable {
        /// How many first places are compared.
        public var depth = 5
        /// An even number, at least 2; the default leaves a Monte Carlo error below .016 per participant.
        public var draws = 1_000
        public var seed: UInt64 = 1
        /// Standard errors per scale that the supplier published, in points of the score, for scores that come without one.
        public var published: [String: Double] = [:]
        /// What scales without a standard error may be taken to have: each is a case of its own.
        public var reliabilities = ListStability.reliabilities

        public init(
            depth: Int = 5, draws: Int = 1_000, seed: UInt64 = 1, published: [String: Double] = [:],
            reliabilities: [Double] = ListStability.reliabilities
        ) {
            self.depth = depth
            self.draws = draws
            self.seed = seed
            self.published = published
            self.reliabilities = reliabilities
        }

        /// Draws are made even and both numbers large enough to mean something.
        var usable: Settings {
            Settings(depth: max(1, depth), draws: max(2, draws + draws % 2), seed: seed, published: published, reliabilities: reliabilities)
        }
    }

    public struct Person: Sendable, Equatable {
        /// Position in `Snapshot.participants`.
        public let participant: Int
        public let agreement: RedrawnAgreement
    }

    /// The figures under one assumption about what is not known.
    public struct Case: Sendable, Equatable {
        /// `nil` = every standard error is known; else the reliability that scales without one are taken to have.
        public let assumedReliability: Double?
        /// In order of pseudonym; whoever has no list is left out.
        public let people: [Person]
    }

    public let settings: Settings
    /// Scales of which the standard error of somebody's score is not known.
    public let scalesWithoutError: [String]
    /// Participants with a run that has no list.
    public let withoutList: Int
    /// One when every standard error is known, else one per reliability of .70, .80 and .90: a band, never one number.
    public let cases: [Case]

    public static let reliabilities = [0.7, 0.8, 0.9]

    public static func measure(
        snapshot: Snapshot, core: RankingCore, settings: Settings = Settings(), threads: Int
    ) throws(ReplayError) -> ListStability {
        guard threads >= 1 else { throw .noThreads(asked: threads) }
        let settings = settings.usable
        let lists = try RedrawnLists(snapshot: snapshot, core: core)
        let errors = ErrorsOfMeasurement(snapshot: snapshot, published: settings.published)
        let latest = snapshot.latestRuns()
        let people = parallelMap(count: latest.count, threads: threads) { lists.person(run: latest[$0].run) }

        let unknown = Set(zip(latest, people).flatMap { latest, person in
            (person.map(lists.measured) ?? []).filter { errors.error(of: snapshot.runs[latest.run].assessmentId, scale: $0, reliability: nil) == nil }
        }).sorted(by: precedesInBytes)
        let assumptions: [Double?] = unknown.isEmpty ? [nil] : settings.reliabilities

        var cases: [Case] = []
        for reliability in assumptions {
            let agreements = try parallelMap(count: latest.count, threads: threads) { index throws(ReplayError) -> RedrawnAgreement? in
                guard let person = people[index] else { return nil }
                let assessment = snapshot.runs[latest[index].run].assessmentId
                let key = snapshot.participants[latest[index].participant].participantId.randomKey
                return try lists.agreement(person, settings: settings, key: key) { code in
                    errors.error(of: assessment, scale: code, reliability: reliability) ?? 0
                }
            }
            cases.append(Case(
                assumedReliability: reliability,
                people: zip(latest, agreements).compactMap { latest, agreement in
                    agreement.map { Person(participant: latest.participant, agreement: $0) }
                }))
        }
        return ListStability(
            settings: settings, scalesWithoutError: unknown, withoutList: people.count { $0 == nil }, cases: cases)
    }
}

extension ListStability {
    /// The mean of one figure per group, with an interval over participants. Groups of any size: not for print (`shownGroupMeans`).
    /// - Parameter labels: of every participant, parallel to `snapshot.participants`; `nil` = not known.
    public func groupMeans(
        _ figure: KeyPath<RedrawnAgreement, Double>, of stability: Case, snapshot: Snapshot, labels: [String?], level: Double = 0.95
    ) -> [GroupMean] {
        GroupMean.byGroup(
            stability.people.map { person in
                .init(
                    key: snapshot.participants[person.participant].participantId.randomKey, label: labels[person.participant],
                    value: person.agreement[keyPath: figure])
            }, seed: settings.seed, level: level)
    }

    /// The same, with small groups withheld, and others where a total would give them away.
    public func shownGroupMeans(
        _ figure: KeyPath<RedrawnAgreement, Double>, of stability: Case, snapshot: Snapshot, labels: [String?], minimum: Int = 10, level: Double = 0.95
    ) -> [ShownGroup<GroupMean>] {
        let means = groupMeans(figure, of: stability, snapshot: snapshot, labels: labels, level: level)
        return ShownGroup.withholding(means.map { ($0.label, $0.people, $0) }, minimum: minimum)
    }
}
