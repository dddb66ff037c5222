import Cohort
import Intake

/// People and places of a pipeline's test, in memory; every column that the contract knows is filled.
struct PipelineTown {
    struct Person {
        var age: String? = "27-44"
        var gender: String? = "female"
        var education: String? = "low"
        /// One test and one list in each, in this order.
        var languages = ["nl"]
        var score: Double? = 50
        var error: Double? = 3
        var day = PipelineTown.monday + 3
        var travel: Int? = 40
        /// To the one place.
        var minutes: Int? = 35
    }

    /// 2026-10-05.
    static let monday = Day(number: 20_731)
    var people: [Person]
    var places = ["w1"]
    var comings: [String: Day] = [:]

    static func pseudonym(_ kind: UInt64, _ number: Int) -> Pseudonym { Pseudonym(high: UInt64(number) &* 0x9E37_79B9_7F4A_7C15, low: kind) }

    func snapshot() throws -> Snapshot {
        try SnapshotWriter.inMemory { writer in
            try writer.add(Scale(scaleCode: "s", component: "capacity", labelNl: "s", labelEn: "s", minimum: 0, maximum: 100, languageFree: false))
            for place in places {
                var row = Workplace(workplaceId: place, workKind: "paid", activeFrom: comings[place] ?? Self.monday + -100)
                row.employerId = Self.pseudonym(9, 1)
                row.creboCode = "25655"
                row.creboLevel = 2
                row.sector = "zorg"
                row.seats = 1
                row.lastConfirmedOn = Self.monday
                try writer.add(row)
                try writer.add(IdealProfileEntry(workplaceId: place, profileVariant: "", scaleCode: "s", target: 40, weight: 1))
            }
            for (number, person) in people.enumerated() { try add(person, number, writer) }
            guard let period = Period(from: Self.monday + 2, to: Self.monday + 80) else { preconditionFailure("a period") }
            let relations = ["choice", "placement", "participant", "assessment", "workplace", "travel_time"]
            return SnapshotManifest(
                contractVersion: "1", toolVersion: "test", period: period, timeZone: "Europe/Amsterdam", ageBandBounds: [27, 45, 55], linkable: true,
                transformations: ["choice.choice_id": "keyed", "participant.participant_id": "keyed", "match_run.match_run_id": "keyed"],
                unrecognised: ["participant.gender": 1],
                relations: Dictionary(uniqueKeysWithValues: relations.map { ($0, .init(offered: true)) }))
        }
    }

    private func add(_ person: Person, _ number: Int, _ writer: SnapshotWriter) throws {
        var row = Participant(participantId: Self.pseudonym(1, number))
        (row.ageBand, row.gender, row.educationLevel) = (person.age, person.gender, person.education)
        (row.municipality, row.preferredLanguage, row.dutchLevel) = ("GM0406", "ar", "A2")
        (row.benefitDuration, row.targetGroupRegister) = ("2-5y", true)
        (row.travelMaxMinutes, row.hoursAvailable) = (person.travel, 22)
        (row.intakeWeek, row.firstRunOn, row.leftOn, row.leftReason) = (Self.monday, Self.monday, Self.monday + 9, "moved")
        try writer.add(row)
        if let minutes = person.minutes {
            try writer.add(TravelTime(participantId: row.participantId, workplaceId: "w1", minutes: minutes))
        }
        var ability = ParticipantAbility(participantId: row.participantId)
        (ability.canLift, ability.canStand, ability.directlyApproachable) = (false, true, true)
        try writer.add(ability)
        for (sitting, language) in person.languages.enumerated() {
            let key = number * 10 + sitting
            var test = Assessment(assessmentId: Self.pseudonym(2, key), participantId: row.participantId, testLanguage: language)
            (test.supplier, test.batteryVersion, test.normVersion, test.mode) = ("AMN", "7", "n1", "online")
            (test.startedOn, test.completedOn, test.completeness, test.qualityFlag) = (Self.monday, Self.monday, 1, "too_fast")
            try writer.add(test)
            try writer.add(AssessmentScore(assessmentId: test.assessmentId, scaleCode: "s", score: person.score, standardError: person.error))
            let run = MatchRun(
                matchRunId: Self.pseudonym(3, key), participantId: row.participantId, assessmentId: test.assessmentId, algorithmVersion: "1",
                executedOn: person.day, sequence: sitting + 1)
            try writer.add(run)
            try writer.add(MatchResult(matchRunId: run.matchRunId, rank: 1, workplaceId: "w1", distance: 0.5))
            try writer.add(Choice(choiceId: Self.pseudonym(4, key), matchRunId: run.matchRunId, decidedOn: Self.monday, sequence: 1))
        }
        try writer.add(Placement(placementId: Self.pseudonym(5, number), participantId: row.participantId, workKind: "paid", startedOn: Self.monday))
    }
}
