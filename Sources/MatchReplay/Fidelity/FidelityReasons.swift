import Cohort

/// The reasons found for the lists that a replay does not reproduce, each counted.
///
/// Every reason is tried on the lists that those before it did not explain: first those that must reproduce the recorded list exactly, then those for
/// which less can be shown. One list has one reason; two causes at once (an inactive place and another tie order) stay unexplained.
public struct FidelityReasons: Sendable, Equatable {
    public struct Count: Sendable, Equatable {
        public let reason: DifferenceReason
        public let runs: Int

        public init(reason: DifferenceReason, runs: Int) {
            self.reason = reason
            self.runs = runs
        }
    }

    public struct VersionReasons: Sendable, Equatable {
        public let algorithmVersion: String
        /// The most common first; equally common ones by their code.
        public let counts: [Count]
    }

    /// Parallel to `Snapshot.runs`; `nil` where the list is exact or nothing was recorded.
    public let runs: [DifferenceReason?]
    /// In byte order of the version; a version without differences has no counts.
    public let versions: [VersionReasons]
    /// Over all versions, the most common first.
    public let counts: [Count]

    /// - Parameters:
    ///   - replayed: as `Replay.recordedLengthLists` returns it for this snapshot and core.
    ///   - otherCores: earlier or later versions of the core, tried on what is left.
    public static func find(
        snapshot: Snapshot, core: RankingCore, replayed: [ReplayedList], otherCores: [RankingCore] = [], threads: Int
    ) throws(ReplayError) -> FidelityReasons {
        let fidelity = Fidelity.measure(snapshot: snapshot, replayed: replayed)
        var open = snapshot.runs.indices.filter { !fidelity.runs[$0].exact && !snapshot.lists[$0].workplaces.isEmpty }
        let lists = DifferingLists(snapshot: snapshot, core: core, threads: threads)
        var reasons = [DifferenceReason?](repeating: nil, count: snapshot.runs.count)
        func settle(_ found: [Int: DifferenceReason]) {
            for (run, reason) in found { reasons[run] = reason }
            open.removeAll { found[$0] != nil }
        }
        settle(try lists.inOtherTieOrder(open))
        settle(try lists.withPlacesNotActive(open))
        settle(try lists.withPlacesFilteredOut(open))
        settle(try lists.ofOtherAssessments(open))
        settle(try lists.underOtherProfileVariants(open))
        settle(try lists.ofOtherCores(open, otherCores))
        settle(try lists.comparedAsFarAsTheyGo(open))
        for run in open { reasons[run] = .unexplained }
        return FidelityReasons(runs: reasons, versions: snapshot.runs.map(\.algorithmVersion))
    }

    /// - Parameter versions: of each run.
    private init(runs: [DifferenceReason?], versions: [String]) {
        self.runs = runs
        counts = Self.counted(runs)
        let byVersion = Dictionary(grouping: runs.indices, by: { versions[$0] })
        self.versions = byVersion.keys.sorted(by: precedesInBytes).map { version in
            VersionReasons(algorithmVersion: version, counts: Self.counted((byVersion[version] ?? []).map { runs[$0] }))
        }
    }

    private static func counted(_ runs: [DifferenceReason?]) -> [Count] {
        runs.compactMap { $0 }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
            .map { Count(reason: $0.key, runs: $0.value) }
            .sorted { $0.runs != $1.runs ? $0.runs > $1.runs : precedesInBytes($0.reason.code, $1.reason.code) }
    }
}
