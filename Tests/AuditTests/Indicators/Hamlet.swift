import MatchReplay

@testable import Audit
@testable import Cohort

/// A handful of invented people, so few that every figure can be checked by hand. Days are counted from the first day of the window.
struct Hamlet {
    static let days = 365
    static let first = Day(number: 20_454)
    static let window = Period(from: first, to: first + (days - 1))!

    var snapshot: Snapshot
    /// Replayed distances of each run's first places; the recorded lists are reproduced.
    var distances: [[Double]?] = []
    var system = SystemConfiguration.standard
    var core: RankingCore?

    init(people: Int, offering: [String: [String]] = [:]) {
        let required = ["participant", "scale", "assessment", "assessment_score", "workplace", "ideal_profile", "match_run", "match_result"]
        var relations = Dictionary(uniqueKeysWithValues: required.map { ($0, SnapshotManifest.Relation(offered: true)) })
        for (relation, missing) in offering { relations[relation] = SnapshotManifest.Relation(offered: true, missingColumns: missing) }
        snapshot = Snapshot(
            manifest: SnapshotManifest(
                contractVersion: "1", toolVersion: "test", period: Self.window, timeZone: "Europe/Amsterdam", ageBandBounds: [27, 45, 55],
                linkable: false, transformations: [:], unrecognised: [:], relations: relations),
            scaling: ScalingConstants(participants: [:], workplaces: [:]), participants: (0..<people).map { Participant(participantId: Self.person($0)) },
            scales: [], assessments: [], scores: [], workplaces: [], profiles: [], runs: [], lists: [], choices: [], placements: [], feedback: [],
            invitations: [], abilities: [], demands: [], travelTimes: [], contacts: [], digest: "")
    }

    static func day(_ number: Int) -> Day { first + number }
    static func person(_ number: Int) -> Pseudonym { Pseudonym(high: 1, low: UInt64(number)) }
    static func sitting(_ name: Int) -> Pseudonym { Pseudonym(high: 2, low: UInt64(name)) }
    static func counsellor(_ number: Int) -> Pseudonym { Pseudonym(high: 5, low: UInt64(number)) }
    static func employer(_ number: Int) -> Pseudonym { Pseudonym(high: 6, low: UInt64(number)) }
    static func place(_ number: Int) -> String { number < 10 ? "W0\(number)" : "W\(number)" }

    mutating func sit(
        _ person: Int, name: Int, started: Int? = nil, completed: Int?, supersededBy: Int? = nil, language: String = "nl",
        _ change: (inout Assessment) -> Void = { _ in }
    ) {
        var assessment = Assessment(assessmentId: Self.sitting(name), participantId: Self.person(person), testLanguage: language)
        assessment.startedOn = started.map(Self.day)
        assessment.completedOn = completed.map(Self.day)
        assessment.supersededBy = supersededBy.map(Self.sitting)
        change(&assessment)
        snapshot.assessments.append(assessment)
    }

    mutating func open(_ count: Int, from: Int = -400, to: Int? = nil, confirmed: Int? = nil) {
        for _ in 0..<count {
            var place = Workplace(workplaceId: Self.place(snapshot.workplaces.count), workKind: "paid", activeFrom: Self.day(from))
            place.activeTo = to.map(Self.day)
            place.lastConfirmedOn = confirmed.map(Self.day)
            snapshot.workplaces.append(place)
        }
    }

    @discardableResult
    mutating func list(_ person: Int, sitting: Int, on day: Int, places: [Int], distances: [Double]? = nil) -> Int {
        let sequence = 1 + snapshot.runs.count { $0.participantId == Self.person(person) }
        let id = Pseudonym(high: 3, low: UInt64(snapshot.runs.count))
        snapshot.runs.append(
            MatchRun(
                matchRunId: id, participantId: Self.person(person), assessmentId: Self.sitting(sitting), algorithmVersion: "1", executedOn: Self.day(day),
                sequence: sequence))
        snapshot.lists.append(RecordedList(workplaces: places, distances: places.map { _ in nil }))
        self.distances.append(distances)
        return snapshot.runs.count - 1
    }

    mutating func choose(run: Int, place: Int?, counsellor: Int? = nil, on day: Int) {
        var choice = Choice(
            choiceId: Pseudonym(high: 4, low: UInt64(snapshot.choices.count)), matchRunId: snapshot.runs[run].matchRunId, decidedOn: Self.day(day),
            sequence: 1)
        choice.chosenWorkplaceId = place.map(Self.place)
        choice.counsellorId = counsellor.map(Self.counsellor)
        snapshot.choices.append(choice)
    }

    mutating func place(_ person: Int, at workplace: Int?, on day: Int) {
        var placement = Placement(
            placementId: Pseudonym(high: 7, low: UInt64(snapshot.placements.count)), participantId: Self.person(person), workKind: "paid",
            startedOn: Self.day(day))
        placement.workplaceId = workplace.map(Self.place)
        snapshot.placements.append(placement)
    }

    mutating func contact(_ person: Int, by: String, workplace: Int?, employer: Int = 0, on day: Int) {
        var contact = EmployerContact(
            contactId: Pseudonym(high: 8, low: UInt64(snapshot.contacts.count)), employerId: Self.employer(employer),
            participantId: Self.person(person), initiatedBy: by, contactedOn: Self.day(day))
        contact.workplaceId = workplace.map(Self.place)
        snapshot.contacts.append(contact)
    }

    mutating func invite(_ person: Int, on day: Int, response: String?, answered: Int? = nil, route: String? = nil) {
        var invitation = Invitation(participantId: Self.person(person), invitedOn: Self.day(day))
        invitation.response = response
        invitation.respondedOn = answered.map(Self.day)
        invitation.route = route
        snapshot.invitations.append(invitation)
    }

    var frame: AuditFrame {
        let replayed = snapshot.lists.indices.map { run in
            let places = snapshot.lists[run].workplaces
            return ReplayedList(workplaces: places, distances: distances[run] ?? places.indices.map(Double.init))
        }
        return AuditFrame(
            snapshot: snapshot, window: Self.window, replayed: PackedLists(replayed), population: .everybody, system: system, core: core, threads: 1)
    }

    static func limits() throws -> Thresholds { try ThresholdsTests.read(try ThresholdsTests.text()) }
}

extension [MeasuredMetric] {
    func outcomes(_ metric: String) -> [Bool?]? {
        guard case .outcomes(let values)? = first(where: { $0.description.metric == metric })?.observations else { return nil }
        return values
    }

    func values(_ metric: String) -> [Double?]? {
        switch first(where: { $0.description.metric == metric })?.observations {
        case .values(let values)?, .shares(let values)?: values.map { $0 }
        default: nil
        }
    }
}
