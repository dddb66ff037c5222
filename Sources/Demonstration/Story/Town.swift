import Cohort
import Intake
import MatchReplay

/// Lets one resident after another live through the quarters, and writes down what production would.
struct Town {
    private(set) var records = DemonstrationRecords()
    let seed: UInt64
    let system: DemonstrationSystem
    let planted: Planting
    let timeline: Timeline
    private let lean: Lean
    private var supply: Supply
    private var platform: Platform

    /// How many places of each list production logs.
    static let loggedPlaces = 25

    init(seed: UInt64, system: DemonstrationSystem, planted: Planting, timeline: Timeline) throws {
        self.seed = seed
        self.system = system
        self.planted = planted
        self.timeline = timeline
        let plan = TownPlan.of(system)
        (records.workplaces, records.profiles, lean) = Workplaces.records(seed: seed, plan: plan, timeline: timeline, planted: planted)
        records.scales = TestBattery.scales
        if system == .halloWerk { records.demands = Abilities.demands(of: records.workplaces, seed: seed) }
        supply = try Supply(
            system, places: records.workplaces, profiles: records.profiles, demands: records.demands, planted: planted)
        platform = Platform(seed: seed, planted: planted, timeline: timeline)
    }

    /// Everybody's story, and then what only all of them together can have.
    mutating func live() throws {
        for year in timeline.years {
            for resident in Population.residents(seed: seed, system: system, year: year, planted: planted, lean: lean)
            where timeline.first <= resident.firstRunOn && resident.firstRunOn <= timeline.last {
                try live(resident)
            }
        }
        guard system == .halloWerk else { return }
        platform.approach(&supply)
        for (index, placing) in platform.placings.enumerated() {
            let contact = platform.hiring(index, supply)
            var draw = placing.draw
            place(placing.resident, on: placing.day, at: contact?.place, advisedBy: contact?.run, &draw)
        }
        records.contacts = platform.contacts
    }

    private mutating func live(_ resident: Resident) throws {
        var draw = Draw(seed: seed, .afterwards, resident.number)
        var participant = resident.record
        if system == .halloWerk {
            let invitation = Invitations.invitation(of: resident, until: timeline.last, seed: seed)
            records.invitations.append(invitation)
            guard invitation.response == "accepted" else { return records.participants.append(participant) }
        }
        var testing = TestHistory(resident, seed: seed, planted: planted)
        let end = testing.hasFinished ? Outcomes.end(of: resident, until: timeline.last, seed: seed) : nil
        var choices: [(record: ChoiceRecord, place: Int?)] = []
        let circumstances = system == .halloWerk ? meetPlatform(resident, testing, until: end) : Circumstances()
        if testing.hasFinished {
            participant.firstRunOn = resident.firstRunOn
            for (index, day) in runDays(of: resident, until: end, &draw).enumerated() {
                if index > 0, draw.chance(0.5) { testing.sitAgain(on: day + -draw.integer(in: 2...7)) }
                guard let list = try advise(resident, testing, circumstances, run: index, on: day, until: end, &draw), system == .ikZoek else { continue }
                if let choice = choose(resident, from: list, run: index, on: day, sequence: choices.count + 1, &draw) { choices.append(choice) }
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
        let onFile = testing.onFile(until: timeline.last)
        records.assessments += onFile.assessments
        records.scores += onFile.scores
        records.choices += choices.map(\.record)
    }

    /// One to three lists, months apart, none after the waiting has ended.
    private func runDays(of resident: Resident, until end: Outcomes.End?, _ draw: inout Draw) -> [Day] {
        let last = end.map { $0.day + -1 } ?? timeline.last
        var days = [resident.firstRunOn]
        let wanted = draw.pick([(1, 0.45), (2, 0.35), (3, 0.2)]) ?? 1
        for _ in 1..<3 { days.append((days.last ?? resident.firstRunOn) + draw.integer(in: 45...120)) }
        return days.prefix(wanted).filter { $0 <= last }
    }

    /// What a list looks at besides scores, on a platform.
    private struct Circumstances {
        var ability: ParticipantAbilityRecord?
    }

    /// Makes a list and logs it.
    private mutating func advise(
        _ resident: Resident, _ testing: TestHistory, _ circumstances: Circumstances, run: Int, on day: Day, until end: Outcomes.End?, _ draw: inout Draw
    ) throws -> (key: String, list: Counselling.List, decided: Day)? {
        let key = "R\(resident.key.dropFirst())-\(run + 1)"
        let logsDistances = !draw.chance(0.04)
        let decided = day + draw.integer(in: 0...14)
        guard let latest = testing.latest(on: day) else { return nil }
        var request = ListRequest(scores: latest.scores, testLanguage: resident.language, day: day)
        if system == .halloWerk {
            request.hoursAvailable = resident.record.hoursAvailable
            request.ability = circumstances.ability.map(Abilities.ability)
        }
        // On a platform every place has a list of people too, so all distances count.
        let list = try supply.list(for: request, top: system == .halloWerk ? nil : Self.loggedPlaces)
        let logged = min(list.workplaces.count, Self.loggedPlaces)
        guard logged > 0 else { return nil }
        records.runs.append(
            MatchRunRecord(
                matchRunId: key, participantId: resident.key, assessmentId: latest.assessment.assessmentId,
                algorithmVersion: supply.algorithmVersion, executedOn: day, sequence: run + 1))
        for offset in 0..<logged {
            records.results.append(
                MatchResultRecord(
                    matchRunId: key, workplaceId: records.workplaces[list.workplaces[offset]].workplaceId, rank: offset + 1,
                    distance: logsDistances ? list.distances[offset] : nil))
        }
        if system == .halloWerk {
            platform.note(
                resident, run: key, on: day, list: list, places: supply.places, isApproachable: circumstances.ability?.directlyApproachable != false,
                until: end?.day)
        }
        return (key, .init(places: list.workplaces, distances: list.distances, isFlagged: latest.assessment.qualityFlag != nil), decided)
    }

    /// What the counsellor chose from a list.
    private mutating func choose(
        _ resident: Resident, from advice: (key: String, list: Counselling.List, decided: Day), run: Int, on day: Day, sequence: Int, _ draw: inout Draw
    ) -> (record: ChoiceRecord, place: Int?)? {
        guard advice.decided <= timeline.last,
            let (place, reason) = Counselling.choice(
                for: resident, run: run, on: advice.decided, list: advice.list, offered: supply.offered(on: day),
                isDayActivity: supply.isDayActivity, seed: seed, planted: planted)
        else { return nil }
        var choice = ChoiceRecord(choiceId: "C\(advice.key.dropFirst())", matchRunId: advice.key, decidedOn: advice.decided, sequence: sequence)
        choice.counsellorId = draw.known("counsellor-\(resident.counsellor + 1)", unknown: 0.02)
        choice.chosenWorkplaceId = place.map { supply.places[$0].workplaceId }
        choice.overrideReason = reason
        return (choice, place)
    }

    /// A placement at what was last chosen, mostly.
    private mutating func place(_ resident: Resident, on day: Day, after choices: [(record: ChoiceRecord, place: Int?)], _ draw: inout Draw) {
        if system == .halloWerk { return platform.placings.append(.init(resident: resident, day: day, draw: draw)) }
        let choice = choices.last { $0.record.decidedOn <= day && $0.place != nil }
        place(resident, on: day, at: choice?.place, advisedBy: choice?.record.matchRunId, &draw)
    }

    /// - Parameter wanted: the place that was agreed on, which is mostly kept to.
    private mutating func place(_ resident: Resident, on day: Day, at wanted: Int?, advisedBy run: String?, _ draw: inout Draw) {
        let follows = draw.chance(0.8)
        let other = draw.element(of: supply.offered(on: day))
        guard let index = (follows ? wanted : nil) ?? other else { return }
        let place = supply.places[index]
        let number = resident.key.dropFirst()
        var placement = PlacementRecord(placementId: "L\(number)", participantId: resident.key, workKind: place.workKind, startedOn: day)
        placement.workplaceId = draw.known(place.workplaceId, unknown: 0.04)
        placement.matchRunId = follows && wanted != nil ? draw.known(run, unknown: 0.15) : nil
        if let (ended, reason) = Endings.ending(of: resident, startedOn: day, seed: seed, planted: planted, &draw), ended <= timeline.last {
            placement.endedOn = ended
            placement.endReason = reason
        }
        records.placements.append(placement)
        records.feedback += Endings.feedback(on: placement, until: timeline.last, &draw)
    }

    /// The part of the story that only a platform has: abilities and journeys.
    private mutating func meetPlatform(_ resident: Resident, _ testing: TestHistory, until end: Outcomes.End?) -> Circumstances {
        guard testing.hasFinished else { return Circumstances() }
        let ability = Abilities.ability(of: resident, seed: seed)
        records.abilities.append(ability)
        records.travelTimes += Journeys.times(
            of: resident, to: supply.places, until: min(timeline.last, end?.day ?? timeline.last), seed: seed, planted: planted)
        return Circumstances(ability: ability)
    }
}
