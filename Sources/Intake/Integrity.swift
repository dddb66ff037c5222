import Cohort

/// What the rows of a snapshot must be to each other. Its memory grows with people, runs, tests and places; not with lists.
struct Integrity {
    private var participants: Set<Pseudonym> = []
    private var assessments: Set<Pseudonym> = []
    private var workplaces: Set<String> = []
    private var scales: [String: ClosedRange<Double>] = [:]
    private var scoredScales: Set<String> = []
    private var profileScales: Set<String> = []
    private var lists: [Pseudonym: Tally] = [:]
    /// The list whose rows are coming in, kept apart so that a row costs no search.
    private var current: (run: Pseudonym, tally: Tally)?

    /// How many rows a list has and how deep it goes. Ranks cannot repeat (they are the key), so they are 1...n exactly when
    /// none lies below 1 and the deepest is n.
    private struct Tally {
        var rows = 0
        var deepest = 0
        var hasRankBelowOne = false

        mutating func add(rank: Int) {
            rows += 1
            deepest = max(deepest, rank)
            if rank < 1 { hasRankBelowOne = true }
        }

        var isConsecutive: Bool { !hasRankBelowOne && deepest == rows }
    }

    mutating func note(_ row: Participant) throws(IntakeError) {
        guard participants.insert(row.participantId).inserted else { throw .duplicateKey(relation: "participant") }
    }

    mutating func note(_ row: Scale) throws(IntakeError) {
        guard scales.updateValue(row.minimum...row.maximum, forKey: row.scaleCode) == nil else { throw .duplicateKey(relation: "scale") }
    }

    mutating func note(_ row: Assessment) throws(IntakeError) {
        try check(participant: row.participantId, column: "assessment.participant_id")
        guard assessments.insert(row.assessmentId).inserted else { throw .duplicateKey(relation: "assessment") }
    }

    mutating func note(_ row: AssessmentScore) throws(IntakeError) {
        guard assessments.contains(row.assessmentId) else {
            throw .orphan(column: "assessment_score.assessment_id", relation: "assessment")
        }
        guard let range = scales[row.scaleCode] else { throw .orphan(column: "assessment_score.scale_code", relation: "scale") }
        guard let score = row.score else { return }
        guard range.contains(score) else { throw .scoreOutsideScale(scale: row.scaleCode) }
        scoredScales.insert(row.scaleCode)
    }

    mutating func note(_ row: Workplace) throws(IntakeError) {
        guard workplaces.insert(row.workplaceId).inserted else { throw .duplicateKey(relation: "workplace") }
    }

    mutating func note(_ row: IdealProfileEntry) throws(IntakeError) {
        try check(workplace: row.workplaceId, column: "ideal_profile.workplace_id")
        guard scales[row.scaleCode] != nil else { throw .profileScaleUnknown(scale: row.scaleCode) }
        profileScales.insert(row.scaleCode)
    }

    mutating func note(_ row: MatchRun) throws(IntakeError) {
        try check(participant: row.participantId, column: "match_run.participant_id")
        guard assessments.contains(row.assessmentId) else { throw .orphan(column: "match_run.assessment_id", relation: "assessment") }
        guard lists.updateValue(Tally(), forKey: row.matchRunId) == nil else { throw .duplicateKey(relation: "match_run") }
    }

    mutating func note(_ row: MatchResult) throws(IntakeError) {
        if current?.run != row.matchRunId {
            closeList()
            guard let tally = lists[row.matchRunId] else { throw .orphan(column: "match_result.match_run_id", relation: "match_run") }
            current = (row.matchRunId, tally)
        }
        guard workplaces.contains(row.workplaceId) else { throw .orphan(column: "match_result.workplace_id", relation: "workplace") }
        current?.tally.add(rank: row.rank)
    }

    private mutating func closeList() {
        if let current { lists[current.run] = current.tally }
        current = nil
    }

    func check(participant: Pseudonym?, column: String) throws(IntakeError) {
        guard let participant else { return }
        guard participants.contains(participant) else { throw .orphan(column: column, relation: "participant") }
    }

    func check(workplace: String?, column: String) throws(IntakeError) {
        guard let workplace else { return }
        guard workplaces.contains(workplace) else { throw .orphan(column: column, relation: "workplace") }
    }

    func check(run: Pseudonym, column: String) throws(IntakeError) {
        guard lists[run] != nil else { throw .orphan(column: column, relation: "match_run") }
    }

    mutating func finish(period: Period) throws(IntakeError) {
        closeList()
        guard !lists.isEmpty else { throw .emptyPeriod(from: period.from.iso, to: period.to.iso) }
        let empty = lists.values.count { $0.rows == 0 }
        guard empty == 0 else { throw .runsWithoutResults(count: empty) }
        let broken = lists.values.count { !$0.isConsecutive }
        guard broken == 0 else { throw .ranksNotConsecutive(count: broken) }
        if let scale = profileScales.subtracting(scoredScales).min() { throw .profileScaleWithoutScores(scale: scale) }
    }
}
