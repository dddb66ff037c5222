import Cohort

/// Puts rows of the contract into a snapshot, generalised and checked: the one way in, for PostgreSQL and for the demonstration.
///
/// Add relations in the contract's order (``Contract/relations``), so that a row never names one that has not come yet; then
/// call ``finish(toolVersion:timeZone:relations:)``. It remembers keys of people, runs and places, never rows of lists.
public struct SnapshotIntake {
    private let writer: SnapshotWriter
    private var generaliser: Generaliser
    private var integrity = Integrity()

    public init(writer: SnapshotWriter, pseudonymiser: Pseudonymiser, period: Period, ageBands: AgeBands = .standard) {
        self.writer = writer
        generaliser = Generaliser(pseudonymiser: pseudonymiser, period: period, ageBands: ageBands)
    }

    public mutating func add(_ record: ParticipantRecord) throws {
        let row = generaliser.generalise(record)
        try integrity.note(row)
        try writer.add(row)
    }

    public mutating func add(_ record: ScaleRecord) throws {
        let row = try generaliser.generalise(record)
        try integrity.note(row)
        try writer.add(row)
    }

    public mutating func add(_ record: AssessmentRecord) throws {
        let row = try generaliser.generalise(record)
        try integrity.note(row)
        try writer.add(row)
    }

    public mutating func add(_ record: AssessmentScoreRecord) throws {
        let row = try generaliser.generalise(record)
        try integrity.note(row)
        try writer.add(row)
    }

    public mutating func add(_ record: WorkplaceRecord) throws {
        let row = try generaliser.generalise(record)
        try integrity.note(row)
        try writer.add(row)
    }

    public mutating func add(_ record: IdealProfileRecord) throws {
        let row = try generaliser.generalise(record)
        try integrity.note(row)
        try writer.add(row)
    }

    public mutating func add(_ record: MatchRunRecord) throws {
        let row = try generaliser.generalise(record)
        try integrity.note(row)
        try writer.add(row)
    }

    public mutating func add(_ record: MatchResultRecord) throws {
        let row = try generaliser.generalise(record)
        try integrity.note(row)
        try writer.add(row)
    }

    public mutating func add(_ record: ChoiceRecord) throws {
        let row = generaliser.generalise(record)
        try integrity.check(run: row.matchRunId, column: "choice.match_run_id")
        try integrity.check(workplace: row.chosenWorkplaceId, column: "choice.chosen_workplace_id")
        try writer.add(row)
    }

    public mutating func add(_ record: PlacementRecord) throws {
        let row = try generaliser.generalise(record)
        try integrity.check(participant: row.participantId, column: "placement.participant_id")
        try integrity.check(workplace: row.workplaceId, column: "placement.workplace_id")
        try writer.add(row)
    }

    public mutating func add(_ record: FeedbackRecord) throws {
        let row = try generaliser.generalise(record)
        try integrity.check(participant: row.participantId, column: "feedback.participant_id")
        try writer.add(row)
    }

    public mutating func add(_ record: InvitationRecord) throws {
        let row = generaliser.generalise(record)
        try integrity.check(participant: row.participantId, column: "invitation.participant_id")
        try writer.add(row)
    }

    public mutating func add(_ record: ParticipantAbilityRecord) throws {
        let row = generaliser.generalise(record)
        try integrity.check(participant: row.participantId, column: "participant_ability.participant_id")
        try writer.add(row)
    }

    public mutating func add(_ record: WorkplaceDemandRecord) throws {
        let row = generaliser.generalise(record)
        try integrity.check(workplace: row.workplaceId, column: "workplace_demand.workplace_id")
        try writer.add(row)
    }

    public mutating func add(_ record: TravelTimeRecord) throws {
        let row = generaliser.generalise(record)
        try integrity.check(participant: row.participantId, column: "travel_time.participant_id")
        try integrity.check(workplace: row.workplaceId, column: "travel_time.workplace_id")
        try writer.add(row)
    }

    public mutating func add(_ record: EmployerContactRecord) throws {
        let row = try generaliser.generalise(record)
        try integrity.check(participant: row.participantId, column: "employer_contact.participant_id")
        try integrity.check(workplace: row.workplaceId, column: "employer_contact.workplace_id")
        try writer.add(row)
    }

    /// Checks what can only be seen once all rows are there, and returns the manifest for ``SnapshotWriter/write(to:overwrite:_:)``.
    /// - Parameter relations: which relations were offered and which of their columns were not; all of them by default.
    public mutating func finish(
        toolVersion: String, timeZone: String, relations: [String: SnapshotManifest.Relation]? = nil
    ) throws -> SnapshotManifest {
        try integrity.finish(period: generaliser.period)
        let all = Dictionary(uniqueKeysWithValues: Contract.relations.map { ($0.name, SnapshotManifest.Relation(offered: true)) })
        return SnapshotManifest(
            contractVersion: Contract.version, toolVersion: toolVersion, period: generaliser.period, timeZone: timeZone,
            ageBandBounds: generaliser.ageBands.bounds, linkable: generaliser.pseudonymiser.isLinkable,
            transformations: Contract.transformations, unrecognised: generaliser.unrecognised, relations: relations ?? all)
    }
}
