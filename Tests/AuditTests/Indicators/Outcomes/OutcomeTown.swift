import Foundation
import MatchReplay
import Metrics

@testable import Audit
@testable import Cohort

/// A town made by hand for one test: people with lists on given days of 2026, and what came of them. Day 0 is 1 January.
struct OutcomeTown {
    struct Stay {
        var start: Int
        var end: Int?
        var reason: String?
        var kind = "paid"
    }

    static let relations = [
        "participant", "scale", "assessment", "assessment_score", "workplace", "ideal_profile", "match_run", "match_result", "choice", "placement",
        "feedback",
    ]

    private(set) var snapshot: Snapshot
    private var distances: [Double] = []
    private static let newYear = 20454

    static func day(_ number: Int) -> Day { Day(number: newYear + number) }

    /// - Parameter missing: relations, or columns as `relation.column`, that the source does not offer.
    init(missing: Set<String> = [], from: Int = -730) {
        var relations: [String: SnapshotManifest.Relation] = [:]
        for name in Self.relations where !missing.contains(name) {
            let columns = missing.filter { $0.hasPrefix(name + ".") }.map { String($0.dropFirst(name.count + 1)) }
            relations[name] = .init(offered: true, missingColumns: columns)
        }
        let manifest = SnapshotManifest(
            contractVersion: "1", toolVersion: "test", period: Period(from: Self.day(from), to: Self.day(364))!, timeZone: "Europe/Amsterdam",
            ageBandBounds: [27, 45, 55], linkable: false, transformations: [:], unrecognised: [:], relations: relations)
        snapshot = Snapshot(
            manifest: manifest, scaling: ScalingConstants(participants: [:], workplaces: [:]), participants: [], scales: [], assessments: [],
            scores: [],
            workplaces: KindOfWork.ladder.map { Workplace(workplaceId: $0, workKind: $0, activeFrom: Self.day(-800)) },
            profiles: [], runs: [], lists: [], choices: [], placements: [], feedback: [], invitations: [], abilities: [], demands: [],
            travelTimes: [], contacts: [], digest: "")
    }

    /// - Parameters:
    ///   - lists: days with a list; the first is time zero.
    ///   - first: time zero, where that list is not in the snapshot.
    ///   - chosen: kind of work chosen after each list, `nil` = none.
    /// - Returns: the person's number.
    @discardableResult
    mutating func add(
        _ gender: String?, lists: [Int], first: Int? = nil, distance: Double = 1, left: Int? = nil, stays: [Stay] = [], chosen: [String?] = []
    ) -> Int {
        let number = snapshot.participants.count
        let key = Pseudonym(high: 1, low: UInt64(number)), test = Pseudonym(high: 2, low: UInt64(number))
        var participant = Participant(participantId: key)
        participant.gender = gender
        participant.firstRunOn = (first ?? lists.first).map(Self.day)
        participant.leftOn = left.map(Self.day)
        snapshot.participants.append(participant)
        snapshot.assessments.append(Assessment(assessmentId: test, participantId: key, testLanguage: "nl"))
        for (index, list) in lists.enumerated() {
            let run = Pseudonym(high: 3, low: UInt64(snapshot.runs.count))
            snapshot.runs.append(
                MatchRun(matchRunId: run, participantId: key, assessmentId: test, algorithmVersion: "1", executedOn: Self.day(list), sequence: index + 1))
            snapshot.lists.append(RecordedList(workplaces: [0], distances: [distance]))
            distances.append(distance)
            if index < chosen.count, let kind = chosen[index] {
                var choice = Choice(
                    choiceId: Pseudonym(high: 5, low: UInt64(snapshot.choices.count)), matchRunId: run, decidedOn: Self.day(list), sequence: index + 1)
                choice.chosenWorkplaceId = kind
                snapshot.choices.append(choice)
            }
        }
        for stay in stays {
            var placement = Placement(
                placementId: Pseudonym(high: 4, low: UInt64(snapshot.placements.count)), participantId: key, workKind: stay.kind,
                startedOn: Self.day(stay.start))
            placement.endedOn = stay.end.map(Self.day)
            placement.endReason = stay.reason
            snapshot.placements.append(placement)
        }
        return number
    }

    mutating func feedback(of person: Int, _ source: String = "participant", on day: Int, score: Int? = nil, followedUp: Int? = nil) {
        var feedback = Feedback(feedbackId: Pseudonym(high: 6, low: UInt64(snapshot.feedback.count)), source: source, givenOn: Self.day(day))
        feedback.participantId = snapshot.participants[person].participantId
        feedback.score = score
        feedback.followedUpOn = followedUp.map(Self.day)
        snapshot.feedback.append(feedback)
    }

    mutating func scale(_ code: String, component: String) {
        snapshot.scales.append(Scale(scaleCode: code, component: component, labelNl: code, labelEn: code, minimum: 0, maximum: 100, languageFree: false))
    }

    /// A sitting with scores by scale, and the error of all of them. - Returns: its key.
    @discardableResult
    mutating func sitting(of person: Int, on day: Int, _ scores: [String: Double], error: Double, supersededBy: Pseudonym? = nil) -> Pseudonym {
        let key = Pseudonym(high: 7, low: UInt64(snapshot.assessments.count))
        var assessment = Assessment(assessmentId: key, participantId: snapshot.participants[person].participantId, testLanguage: "nl")
        assessment.completedOn = Self.day(day)
        assessment.supersededBy = supersededBy
        snapshot.assessments.append(assessment)
        for (code, score) in scores.sorted(by: { $0.key < $1.key }) {
            snapshot.scores.append(AssessmentScore(assessmentId: key, scaleCode: code, score: score, standardError: error))
        }
        return key
    }

    func frame(delayedEntry: Bool = false) -> AuditFrame {
        let standard = SystemConfiguration.standard
        let system = SystemConfiguration(
            name: "test", title: standard.title, indicators: nil,
            attributes: [.init(attribute: .gender, purpose: .init(nl: "test", en: "test"), reference: nil, merge: [:])], specialCategories: [], intersections: [],
            driftScales: [], referencePeriod: nil, delayedEntry: delayedEntry, inventory: [], phrases: [:], sha256: "")
        return AuditFrame(
            snapshot: snapshot, window: Period(from: Self.day(0), to: Self.day(364))!,
            replayed: PackedLists(distances.map { ReplayedList(workplaces: [0], distances: [$0], sharesRanks: false) }), population: .listed, system: system,
            core: nil, threads: 1)
    }

    static func limits() throws -> Thresholds {
        try Thresholds.read(try ProjectFiles.data("thresholds.json"), source: "thresholds.json")
    }
}

extension AuditFrame {
    /// Women against men on one metric, as the audit compares them.
    func women(_ metric: MeasuredMetric, _ limits: Thresholds) throws -> any GroupDifference {
        try Comparator(metric: metric, strata: nil, limits: limits).difference(sides(metric))
    }

    func sides(_ metric: MeasuredMetric) -> Sides {
        let population = metric.observations.population
        let genders = labels(of: .gender)
        return Sides(
            .init(.gender), code: "female", group: population.filter { genders[$0] == "female" }, reference: population.filter { genders[$0] == "male" })
    }

    func genders(_ metric: MeasuredMetric, _ limits: Thresholds) -> Partition {
        Partition(attribute: .gender, labels: labels(of: .gender), population: metric.observations.population, limits: limits.disclosure)
    }
}

extension [MeasuredMetric] {
    func named(_ name: String) -> MeasuredMetric? { first { $0.description.metric == name } }
}

extension ReportTable {
    /// The number in a row, found by its texts, and a column.
    func number(_ texts: String..., column: String) -> Double? {
        guard let index = columns.firstIndex(where: { $0.key == column }),
            let row = rows.first(where: { row in texts.enumerated().allSatisfy { row[$0] == .text($1) } }),
            case .number(let number) = row[index]
        else { return nil }
        return number
    }
}
