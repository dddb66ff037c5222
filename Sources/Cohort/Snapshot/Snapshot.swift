/// A whole snapshot in memory: everything that left production, and nothing else.
///
/// Rows are in pseudonym order (workplaces in byte order of their id), so equal files give equal values.
public struct Snapshot: Sendable {
    public var manifest: SnapshotManifest
    public var scaling: ScalingConstants
    public var participants: [Participant]
    public var scales: [Scale]
    public var assessments: [Assessment]
    public var scores: AssessmentScores
    public var workplaces: [Workplace]
    public var profiles: [IdealProfileEntry]
    public var runs: [MatchRun]
    /// The recorded list of each run, parallel to `runs`, in order of rank.
    public var lists: [RecordedList]
    public var choices: [Choice]
    public var placements: [Placement]
    public var feedback: [Feedback]
    public var invitations: [Invitation]
    public var abilities: [ParticipantAbility]
    public var demands: [WorkplaceDemand]
    public var travelTimes: [TravelTime]
    public var contacts: [EmployerContact]
    /// SHA-256 over the manifest's digests: what the report calls the snapshot's digest.
    public var digest: String

    /// Whether the database offered this relation, even if it was empty.
    public func offers(_ relation: String) -> Bool { manifest.relations[relation]?.offered ?? false }

    /// Whether the database offered this column of a relation.
    public func offers(_ column: String, of relation: String) -> Bool {
        offers(relation) && !(manifest.relations[relation]?.missingColumns.contains(column) ?? true)
    }
}

/// A list as production recorded it: places by their index in `Snapshot.workplaces`, best first.
public struct RecordedList: Sendable, Hashable {
    public var workplaces: [Int]
    /// Parallel to `workplaces`; `nil` when the system does not log distances.
    public var distances: [Double?]

    public init(workplaces: [Int], distances: [Double?]) {
        self.workplaces = workplaces
        self.distances = distances
    }
}
