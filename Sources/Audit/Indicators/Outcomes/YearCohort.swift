import Cohort
import Metrics

/// People whose first list was 12 to 24 months before the end of the window: all of them can be followed for a whole year.
///
/// Most have no list in the window any more, so they are taken from the whole snapshot and grouped by the test of their first list.
struct YearCohort {
    static let days = 365

    /// Whether each was placed within a year; whoever left for another reason was not.
    private(set) var placed: [Bool] = []
    private(set) var labels: [String?] = []

    init(_ frame: AuditFrame, by attribute: Attribute) {
        let snapshot = frame.snapshot
        let last = frame.window.to + -Self.days
        let first = max(snapshot.manifest.period.from, frame.window.to + -(2 * Self.days - 1))
        guard first <= last else { return }
        let tests = Dictionary(uniqueKeysWithValues: snapshot.assessments.enumerated().map { ($1.assessmentId, $0) })
        var firstTest: [Pseudonym: Int] = [:]
        for run in snapshot.runs where run.sequence == 1 { firstTest[run.participantId] = tests[run.assessmentId] }
        var firstPlacement: [Pseudonym: Day] = [:]
        var started: [Pseudonym: Day] = [:]
        for participant in snapshot.participants {
            if let day = participant.firstRunOn, day >= first, day <= last { started[participant.participantId] = day }
        }
        for placement in snapshot.placements {
            guard let start = started[placement.participantId], placement.startedOn >= start else { continue }
            firstPlacement[placement.participantId] = min(firstPlacement[placement.participantId] ?? placement.startedOn, placement.startedOn)
        }
        for participant in snapshot.participants {
            guard let start = started[participant.participantId] else { continue }
            let day = firstPlacement[participant.participantId]
            let isGone = participant.leftOn.map { left in left >= start && day.map { left < $0 } ?? true } ?? false
            placed.append(!isGone && (day.map { $0 - start <= Self.days } ?? false))
            let test = firstTest[participant.participantId].map { snapshot.assessments[$0] }
            labels.append(frame.system.label(attribute, of: participant, test: test))
        }
    }

    /// Table 8.7: placed within a year. A group that today's figures hide is hidden here too, and so is one of which nearly everybody or
    /// nearly nobody was placed; `nil` without such people.
    func table(_ partition: Partition, limits: Thresholds) -> ReportTable? {
        guard !placed.isEmpty, let attribute = partition.grouping.attributes.first else { return nil }
        let own = Partition(attribute: attribute, labels: labels, population: Array(placed.indices), limits: limits.disclosure)
        return GroupTable.make(
            id: "8.7", indicator: PlacementRate.id, partition: own,
            columns: [.init("participants", "people"), .init("placed", "per_100"), .init("low", "per_100"), .init("high", "per_100")],
            notes: ["year_cohort"]
        ) { group, members in
            let events = members.count { placed[$0] }
            let few = min(events, members.count - events) < limits.disclosure.minimumNumeratorPublic.value
            guard partition.rule(for: group) == nil, !few,
                let rate = try? Wilson(events: Double(events), total: Double(members.count))
            else { return [.none, .none, .none, .none] }
            let interval = rate.interval(level: 0.95)
            return [.count(members.count), .number(rate.estimate), .number(interval.low), .number(interval.high)]
        }
    }
}
