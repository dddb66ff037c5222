import Cohort
import Metrics

/// What a scenario does for everybody and for each group, with small groups withheld on both sides of every sum.
public struct OutcomeTable: Sendable, Equatable {
    /// Distances that differ by no more than this share of the larger are the same distance.
    static let tolerance = 1e-9

    public struct Total: Sendable, Equatable {
        public let people: Shown<Int>
        public let bestMatch: Shown<GainsAndLosses>
        public let dayActivity: Shown<GainsAndLosses>
        public let list: Shown<Changes>
        public let best: Shown<Changes>
        public let bestKind: Shown<Changes>
        /// Mean over participants of overlap@k with the baseline's list, and of rank-biased overlap.
        public let overlap: Result<Double, Unavailable>
        public let rankBiasedOverlap: Result<Double, Unavailable>
        /// The same with the list that was recorded.
        public let overlapWithRecorded: Result<Double, Unavailable>
        public let rankBiasedOverlapWithRecorded: Result<Double, Unavailable>
    }

    public let total: Total
    /// By attribute, groups in byte order, unknown last.
    public let groups: [GroupOutcome]

    /// - Parameters:
    ///   - outcomes: everybody's.
    ///   - labels: known labels of each of them, parallel.
    ///   - minimum: the smallest number of people that may be shown.
    public init(_ outcomes: [ParticipantOutcome], labels: [[Attribute: String]], minimum: Int = 10, level: Double = 0.95) {
        total = Self.total(outcomes, minimum: minimum)
        groups = Attribute.allCases.flatMap { attribute in
            Self.groups(outcomes, attribute, labels: labels.map { $0[attribute] }, minimum: minimum, level: level)
        }
    }

    /// The labels of everybody in `lists`: test language and mode are those of the assessment of the latest run.
    public static func labels(of lists: LatestLists, in snapshot: Snapshot) -> [[Attribute: String]] {
        let people = Dictionary(snapshot.participants.map { ($0.participantId, $0) }, uniquingKeysWith: { first, _ in first })
        let tests = Dictionary(snapshot.assessments.map { ($0.assessmentId, $0) }, uniquingKeysWith: { first, _ in first })
        return zip(lists.participants, lists.runs).map { participant, run in
            people[participant].map { Attribute.labels(of: $0, test: tests[snapshot.runs[run].assessmentId]) } ?? [:]
        }
    }

    private static func total(_ outcomes: [ParticipantOutcome], minimum: Int) -> Total {
        let splits = Splits(outcomes.map(\.change))
        func shown<Value>(_ value: Value, _ cells: [Int]) -> Shown<Value> {
            WithheldGroups.indices([cells], minimum: minimum).isEmpty ? .shown(value) : .withheld
        }
        func mean(_ figure: (ParticipantOutcome) -> Result<Double, Unavailable>) -> Result<Double, Unavailable> {
            let values = outcomes.compactMap { try? figure($0).get() }
            guard values.count >= minimum else { return .failure(.undefined(.tooFewObservations(needed: minimum))) }
            return Unavailable.result { () throws(Undefined) in try Summary(values).mean }
        }
        return Total(
            people: shown(outcomes.count, [outcomes.count]), bestMatch: shown(splits.bestMatch, splits.bestMatch.cells),
            dayActivity: shown(splits.dayActivity, splits.dayActivity.cells), list: shown(splits.list, splits.list.cells),
            best: shown(splits.best, splits.best.cells), bestKind: shown(splits.bestKind, splits.bestKind.cells),
            overlap: mean(\.change.agreement.overlap), rankBiasedOverlap: mean(\.change.agreement.rankBiasedOverlap),
            overlapWithRecorded: mean(\.withRecorded.overlap), rankBiasedOverlapWithRecorded: mean(\.withRecorded.rankBiasedOverlap))
    }

    private static func groups(
        _ outcomes: [ParticipantOutcome], _ attribute: Attribute, labels: [String?], minimum: Int, level: Double
    ) -> [GroupOutcome] {
        let known = Set(labels.compactMap { $0 }).sorted(by: precedesInBytes)
        let names: [String?] = known + (labels.contains(nil) ? [nil] : [])
        let members = names.map { name in outcomes.indices.filter { labels[$0] == name } }
        let splits = members.map { Splits($0.map { outcomes[$0].change }) }

        let smallGroups = WithheldGroups.indices(members.map { [$0.count] }, minimum: minimum)
        func shown<Value>(_ figure: (Splits) -> Value, _ cells: (Splits) -> [Int]) -> [Shown<Value>] {
            let hidden = WithheldGroups.indices(splits.map(cells), minimum: minimum).union(smallGroups)
            return splits.indices.map { hidden.contains($0) ? .withheld : .shown(figure(splits[$0])) }
        }
        let bestMatch = shown(\.bestMatch, \.bestMatch.cells), dayActivity = shown(\.dayActivity, \.dayActivity.cells)
        let list = shown(\.list, \.list.cells), best = shown(\.best, \.best.cells), bestKind = shown(\.bestKind, \.bestKind.cells)

        func gap(_ index: Int, _ figure: (ListChange) -> Result<BeforeAfter<Double>, Unavailable>) -> Shown<Result<GroupGap, Unavailable>>? {
            guard names[index] != nil else { return nil }
            let others = outcomes.indices.filter { labels[$0] != nil && labels[$0] != names[index] }
            guard !smallGroups.contains(index), others.count >= minimum else { return .withheld }
            let sides = [members[index], others].map { side in side.map { figure(outcomes[$0].change) } }
            let values = sides.map { $0.compactMap { try? $0.get() } }
            if values.contains(where: \.isEmpty), case .failure(let reason)? = sides.joined().first { return .shown(.failure(reason)) }
            guard values.allSatisfy({ $0.count >= minimum }) else { return .withheld }
            return .shown(Unavailable.result { () throws(Undefined) in try GroupGap(group: values[0], rest: values[1], level: level) })
        }
        return names.indices.map { index in
            GroupOutcome(
                attribute: attribute, group: names[index] ?? Attribute.unknown,
                people: smallGroups.contains(index) ? .withheld : .shown(members[index].count), bestMatch: bestMatch[index],
                dayActivity: dayActivity[index], list: list[index], best: best[index], bestKind: bestKind[index],
                bestDistanceGap: gap(index, \.bestDistance), dayActivityGap: gap(index, \.dayActivity))
        }
    }

    /// The counts of one group of people.
    private struct Splits {
        let bestMatch: GainsAndLosses
        let dayActivity: GainsAndLosses
        let list: Changes
        let best: Changes
        let bestKind: Changes

        init(_ changes: [ListChange]) {
            bestMatch = GainsAndLosses(changes.map(\.bestDistance), tolerance: OutcomeTable.tolerance)
            dayActivity = GainsAndLosses(changes.map(\.dayActivity), tolerance: OutcomeTable.tolerance)
            list = Changes(changes.map(\.firstPlaces))
            best = Changes(changes.map(\.best))
            bestKind = Changes(changes.map(\.bestKind))
        }
    }
}
