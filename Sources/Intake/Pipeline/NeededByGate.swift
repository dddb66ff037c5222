import Cohort

/// Leaves out what no gate looks at: what people did with the advice and what came of it, who served them, and what else is known of them.
enum NeededByGate {
    /// In the manifest these say that nothing was offered.
    static let relationsLeftOut = ["choice", "placement", "feedback", "invitation", "employer_contact"]

    /// Names of the contract, for the manifest.
    static let columnsLeftOut = [
        "participant": [
            "municipality", "preferred_language", "dutch_level", "benefit_since", "target_group_register", "intake_on", "left_on", "left_reason",
        ],
        "assessment": ["supplier", "battery_version", "norm_version", "started_at", "completed_at", "completeness", "quality_flag", "superseded_by"],
        // Where errors differ from person to person they are a function of the score, and would give it away.
        "assessment_score": ["standard_error"],
        "workplace": ["employer_id", "crebo_code", "crebo_level", "sector", "seats", "last_confirmed_on"],
        "match_result": ["distance"],
        "participant_ability": ["directly_approachable"],
    ]

    /// Standard errors stay until scores are jittered by them.
    static func only(_ captured: Snapshot) -> Snapshot {
        var copy = captured
        copy.choices = []
        copy.placements = []
        copy.feedback = []
        copy.invitations = []
        copy.contacts = []
        copy.lists = captured.lists.map { list in
            RecordedList(
                workplaces: Array(repeating: 0, count: list.workplaces.count), distances: Array(repeating: nil, count: list.workplaces.count))
        }
        keepOnly(runs: Array(copy.runs.indices), in: &copy)
        copy.participants = copy.participants.map(needed)
        copy.assessments = copy.assessments.map(needed)
        copy.workplaces = copy.workplaces.map(needed)
        let asked = copy.demands
        copy.abilities = copy.abilities.compactMap { needed($0, by: asked) }
        return copy
    }

    /// Some runs, with the people and the tests that they are of.
    static func keepOnly(runs: [Int], in copy: inout Snapshot) {
        copy.lists = runs.map { copy.lists[$0] }
        copy.runs = runs.map { copy.runs[$0] }
        let people = Set(copy.runs.map(\.participantId)), tests = Set(copy.runs.map(\.assessmentId))
        copy.participants.removeAll { !people.contains($0.participantId) }
        copy.assessments.removeAll { !tests.contains($0.assessmentId) || !people.contains($0.participantId) }
        copy.scores.removeAll { !tests.contains($0.assessmentId) }
        copy.abilities.removeAll { !people.contains($0.participantId) }
        copy.travelTimes.removeAll { !people.contains($0.participantId) }
    }

    private static func needed(_ row: Participant) -> Participant {
        var kept = Participant(participantId: row.participantId)
        kept.ageBand = row.ageBand
        kept.gender = row.gender
        kept.educationLevel = row.educationLevel
        kept.travelMaxMinutes = row.travelMaxMinutes
        kept.hoursAvailable = row.hoursAvailable
        return kept
    }

    private static func needed(_ row: Assessment) -> Assessment {
        var kept = Assessment(assessmentId: row.assessmentId, participantId: row.participantId, testLanguage: row.testLanguage)
        kept.mode = row.mode
        return kept
    }

    private static func needed(_ row: Workplace) -> Workplace {
        var kept = Workplace(workplaceId: row.workplaceId, workKind: row.workKind, activeFrom: row.activeFrom)
        kept.activeTo = row.activeTo
        kept.minimumHours = row.minimumHours
        return kept
    }

    /// Only what some place asks of the body, and nothing of somebody for whom none of it is known.
    private static func needed(_ row: ParticipantAbility, by demands: [WorkplaceDemand]) -> ParticipantAbility? {
        var kept = ParticipantAbility(participantId: row.participantId)
        if demands.contains(where: { $0.standing == true }) { kept.canStand = row.canStand }
        if demands.contains(where: { $0.sitting == true }) { kept.canSit = row.canSit }
        if demands.contains(where: { $0.bending == true }) { kept.canBend = row.canBend }
        if demands.contains(where: { $0.lifting == true }) { kept.canLift = row.canLift }
        return kept == ParticipantAbility(participantId: row.participantId) ? nil : kept
    }
}
