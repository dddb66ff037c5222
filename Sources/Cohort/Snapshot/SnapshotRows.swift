import GRDB

/// The rows of a file whose digests were checked, as values.
struct SnapshotRows {
    let db: Database
    let path: String
    let manifest: SnapshotManifest
    let leavingOut: Set<String>

    func withoutScores(digest: String) throws -> Snapshot {
        let workplaces: [Workplace] = try all(Workplace.order(sql: "workplace_id"))
        let runs: [MatchRun] = try all(MatchRun.order(sql: "match_run_id"))
        return Snapshot(
            manifest: manifest, scaling: try ScalingConstants(from: db),
            participants: try rows(Participant.order(sql: "participant_id")),
            scales: try rows(Scale.order(sql: "scale_code")),
            assessments: try rows(Assessment.order(sql: "assessment_id")), scores: [],
            workplaces: workplaces,
            profiles: try rows(IdealProfileEntry.order(sql: "workplace_id, profile_variant, scale_code")),
            runs: runs,
            lists: leavingOut.contains(MatchResult.databaseTableName)
                ? runs.map { _ in RecordedList(workplaces: [], distances: []) } : try Self.lists(of: runs, over: workplaces, in: db, path: path),
            choices: try rows(Choice.order(sql: "choice_id")),
            placements: try rows(Placement.order(sql: "placement_id")),
            feedback: try rows(Feedback.order(sql: "feedback_id")),
            invitations: try rows(Invitation.order(sql: "participant_id, invited_on")),
            abilities: try rows(ParticipantAbility.order(sql: "participant_id")),
            demands: try rows(WorkplaceDemand.order(sql: "workplace_id")),
            travelTimes: try rows(TravelTime.order(sql: "participant_id, workplace_id")),
            contacts: try rows(EmployerContact.order(sql: "contact_id")), digest: digest)
    }

    func scores() throws -> AssessmentScores { try rows(AssessmentScore.order(sql: "assessment_id, scale_code")) }

    private func rows<Rows: RangeReplaceableCollection>(_ request: QueryInterfaceRequest<Rows.Element>) throws -> Rows where Rows.Element: SnapshotRow {
        leavingOut.contains(Rows.Element.databaseTableName) ? Rows() : try all(request)
    }

    /// With room for all of them at once: an array that grows holds up to twice as much.
    private func all<Rows: RangeReplaceableCollection>(_ request: QueryInterfaceRequest<Rows.Element>) throws -> Rows where Rows.Element: SnapshotRow {
        try Rows(request.fetchCursor(db), minimumCapacity: manifest.relations[Rows.Element.databaseTableName]?.rowCount ?? 0)
    }

    /// - Parameter rows: of the lists of these runs, in order of run and rank.
    static func lists(
        of runs: [MatchRun], over workplaces: [Workplace], in db: Database, path: String,
        rows: SQLRequest<Row> = "SELECT match_run_id, workplace_id, distance FROM match_result ORDER BY match_run_id, rank"
    ) throws -> [RecordedList] {
        let place = Dictionary(workplaces.enumerated().map { ($1.workplaceId, $0) }, uniquingKeysWith: { first, _ in first })
        // SQLite compares bytes, Swift compares what they mean: two ids could be one to us and two to the database.
        guard place.count == workplaces.count else {
            throw SnapshotError.inconsistent(path: path, what: "two workplace ids differ only in their Unicode form")
        }
        var lists = [RecordedList](repeating: RecordedList(workplaces: [], distances: []), count: runs.count)
        // Both sides are in key order, so one walk joins them.
        var index = 0
        // A list that grew by appending would keep room for more.
        var list = RecordedList(workplaces: [], distances: [])
        func endList() {
            guard !list.workplaces.isEmpty else { return }
            lists[index] = RecordedList(workplaces: Array(list.workplaces[...]), distances: Array(list.distances[...]))
            list.workplaces.removeAll(keepingCapacity: true)
            list.distances.removeAll(keepingCapacity: true)
        }
        let rows = try rows.fetchCursor(db)
        while let row = try rows.next() {
            let run: Pseudonym = try row.value(0)
            if index < runs.count, runs[index].matchRunId < run { endList() }
            while index < runs.count, runs[index].matchRunId < run { index += 1 }
            guard index < runs.count, runs[index].matchRunId == run else {
                throw SnapshotError.inconsistent(path: path, what: "a list has no match run")
            }
            guard let workplace = place[try row.value(1) as String] else {
                throw SnapshotError.inconsistent(path: path, what: "a list names a workplace that relation workplace does not have")
            }
            list.workplaces.append(workplace)
            list.distances.append(try row.value(2))
        }
        endList()
        return lists
    }
}
