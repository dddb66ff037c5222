import Cohort
import Intake
import MatchReplay

/// Lets one resident after another live through the year, and writes down what production would.
struct Year {
    private(set) var records = DemonstrationRecords()
    private let seed: UInt64
    private let planted: Set<PlantedEffect>
    private let ranking: PlaceRanking
    private let algorithmVersion: String

    init(seed: UInt64, planted: Set<PlantedEffect>) throws {
        self.seed = seed
        self.planted = planted
        (records.workplaces, records.profiles) = Workplaces.records(seed: seed)
        records.scales = TestBattery.scales
        let core = try DemonstrationCore.core()
        algorithmVersion = core.algorithmVersion
        ranking = try PlaceRanking(
            core: core,
            market: Market(
                scales: records.scales.map {
                    Scale(
                        scaleCode: $0.scaleCode, component: $0.component, labelNl: $0.labelNl, labelEn: $0.labelEn, minimum: $0.minimum,
                        maximum: $0.maximum, languageFree: $0.languageFree)
                },
                workplaces: records.workplaces.map {
                    var place = Workplace(workplaceId: $0.workplaceId, workKind: $0.workKind, activeFrom: $0.activeFrom)
                    place.activeTo = $0.activeTo
                    return place
                },
                profiles: records.profiles.map {
                    IdealProfileEntry(
                        workplaceId: $0.workplaceId, profileVariant: $0.profileVariant, scaleCode: $0.scaleCode, target: $0.target, weight: $0.weight)
                }))
    }

    mutating func live(_ resident: Resident) throws {
        var draw = Draw(seed: seed, .afterwards, resident.number)
        var testing = TestHistory(resident, seed: seed, planted: planted)
        var participant = resident.record
        var choices: [ChoiceRecord] = []
        let end = testing.hasFinished ? Outcomes.end(of: resident, seed: seed) : nil
        if testing.hasFinished {
            participant.firstRunOn = resident.firstRunOn
            for (index, day) in runDays(of: resident, until: end, &draw).enumerated() {
                if index > 0, draw.chance(0.5) { testing.sitAgain(on: day + -draw.integer(in: 2...7)) }
                if let choice = try advise(resident, testing, run: index, on: day, sequence: choices.count + 1, &draw) { choices.append(choice) }
            }
        }
        switch end {
        case .placed(let day): place(resident, on: day, after: choices, &draw)
        case .left(let day, let reason):
            participant.leftOn = day
            participant.leftReason = draw.known(reason, unknown: 0.1)
        case nil: break
        }
        records.participants.append(participant)
        records.assessments += testing.assessments
        records.scores += testing.scores
        records.choices += choices
    }

    /// One to three lists, months apart, none after the waiting has ended.
    private func runDays(of resident: Resident, until end: Outcomes.End?, _ draw: inout Draw) -> [Day] {
        let last: Day =
            switch end {
            case .placed(let day), .left(let day, _): day + -1
            case nil: Calendar.last
            }
        var days = [resident.firstRunOn]
        let wanted = draw.pick([(1, 0.45), (2, 0.35), (3, 0.2)]) ?? 1
        for _ in 1..<3 { days.append((days.last ?? resident.firstRunOn) + draw.integer(in: 45...120)) }
        return days.prefix(wanted).filter { $0 <= last }
    }

    /// Makes a list, logs it, and returns what the counsellor chose from it.
    private mutating func advise(
        _ resident: Resident, _ testing: TestHistory, run: Int, on day: Day, sequence: Int, _ draw: inout Draw
    ) throws -> ChoiceRecord? {
        let key = "R\(resident.key.dropFirst())-\(run + 1)"
        let logsDistances = !draw.chance(0.04)
        let decided = day + draw.integer(in: 0...14)
        guard let assessment = testing.latest(on: day) else { return nil }
        let list = try ranking.list(
            for: ListRequest(scores: assessment.scores, testLanguage: resident.language, day: day), top: DemonstrationMunicipality.loggedPlaces)
        records.runs.append(
            MatchRunRecord(
                matchRunId: key, participantId: resident.key, assessmentId: assessment.key, algorithmVersion: algorithmVersion, executedOn: day,
                sequence: run + 1))
        for (offset, place) in list.workplaces.enumerated() {
            records.results.append(
                MatchResultRecord(
                    matchRunId: key, workplaceId: records.workplaces[place].workplaceId, rank: offset + 1,
                    distance: logsDistances ? list.distances[offset] : nil))
        }
        func shown(_ place: WorkplaceRecord) -> Counselling.Place { .init(id: place.workplaceId, isDayActivity: place.workKind == Workplaces.dayActivity) }
        let offered = records.workplaces.filter { $0.activeFrom <= day && ($0.activeTo.map { day <= $0 } ?? true) }.map(shown)
        guard decided <= Calendar.last,
            let (place, reason) = Counselling.choice(
                for: resident, run: run, list: list.workplaces.map { shown(records.workplaces[$0]) }, offered: offered, seed: seed, planted: planted)
        else { return nil }
        var choice = ChoiceRecord(choiceId: "C\(key.dropFirst())", matchRunId: key, decidedOn: decided, sequence: sequence)
        choice.counsellorId = draw.known("counsellor-\(resident.counsellor + 1)", unknown: 0.02)
        choice.chosenWorkplaceId = place?.id
        choice.overrideReason = reason
        return choice
    }

    /// A placement at what was last chosen, mostly, and what came after it.
    private mutating func place(_ resident: Resident, on day: Day, after choices: [ChoiceRecord], _ draw: inout Draw) {
        let choice = choices.last { $0.decidedOn <= day && $0.chosenWorkplaceId != nil }
        let follows = draw.chance(0.8)
        let other = draw.element(of: records.workplaces.filter { $0.activeFrom <= day && ($0.activeTo.map { day <= $0 } ?? true) })
        let chosen = records.workplaces.first { $0.workplaceId == choice?.chosenWorkplaceId }
        guard let place = (follows ? chosen : nil) ?? other else { return }
        let number = resident.key.dropFirst()
        var placement = PlacementRecord(placementId: "L\(number)", participantId: resident.key, workKind: place.workKind, startedOn: day)
        placement.workplaceId = draw.known(place.workplaceId, unknown: 0.04)
        placement.matchRunId = follows && chosen != nil ? draw.known(choice?.matchRunId, unknown: 0.15) : nil
        let lasted = draw.integer(in: 14...500), ends = draw.chance(0.45)
        let reason = draw.pick([("no_match", 0.3), ("contract_ended", 0.35), ("promoted", 0.15), ("moved", 0.05), ("other", 0.1), (nil, 0.05)]) ?? nil
        if ends, day + lasted <= Calendar.last {
            placement.endedOn = day + lasted
            placement.endReason = reason
        }
        records.placements.append(placement)
        for (source, share) in [("participant", 0.35), ("employer", 0.5), ("counsellor", 0.2)] {
            let answers = draw.chance(share), given = day + draw.integer(in: 20...90)
            let score = draw.known(draw.pick([(1, 0.06), (2, 0.12), (3, 0.27), (4, 0.36), (5, 0.19)]), unknown: 0.05)
            let followedUp = given + draw.integer(in: 1...40), isFollowedUp = draw.chance(0.55)
            guard answers, given <= Calendar.last else { continue }
            var feedback = FeedbackRecord(feedbackId: "F\(number)-\(source)", source: source, givenOn: given)
            feedback.participantId = resident.key
            feedback.matchRunId = placement.matchRunId
            feedback.score = score
            feedback.followedUpOn = isFollowedUp && followedUp <= Calendar.last ? followedUp : nil
            records.feedback.append(feedback)
        }
    }
}
