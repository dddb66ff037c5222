import Cohort
import Metrics

/// How far scores must shift before a participant's list changes: the smallest shift along a line that changes the first place, and the set of the first k.
///
/// Solved, not searched: along a line x + t u the squared distance to each place is a + 2 b t + c t^2, so two places change order at a root of a
/// quadratic (`Crossing`). `Metrics.BoundaryMargin` answers the same for unweighted distances, one scale and the first place; here places have
/// weights, scales may be missing, several scales shift together and the first k count, which that type does not know; tests hold the two together.
///
/// Scores that are missing stay missing, and what stands in for them does not shift. Places are those on the participant's own latest list, of
/// whatever length: a limit to the length of a list does not limit what may come in.
public struct BoundaryMargins: Sendable, Equatable {
    public struct Person: Sendable, Equatable {
        /// Position in `Snapshot.participants`.
        public let participant: Int
        /// Until another place is first.
        public let firstPlace: ListMargin
        /// Until another place is among the first `depth`.
        public let firstPlaces: ListMargin
    }

    public let direction: ShiftDirection
    /// The k of the first k.
    public let depth: Int
    /// Points on each scale that a shift of 1 stands for, by scale code; for `anyScale` each by itself.
    public let unit: [String: Double]
    /// Participants with a run, in order of pseudonym.
    public let people: [Person]

    /// - Parameter depth: below 1 counts as 1.
    public static func measure(
        snapshot: Snapshot, core: RankingCore, direction: ShiftDirection, depth: Int, threads: Int
    ) throws(BoundaryError) -> BoundaryMargins {
        guard threads >= 1 else { throw .replay(.noThreads(asked: threads)) }
        let depth = max(1, min(depth, core.top ?? depth))
        guard core.distance == .euclidean else { throw .distanceNotSolved(distance: core.distance.rawValue, core: core.name) }
        let lists = try RedrawnLists.make(snapshot: snapshot, core: core)
        let latest = snapshot.latestRuns()
        let unit = try direction.unit(snapshot: snapshot, core: lists.core, runs: latest.map(\.run))
        let points = lists.core.scales.map { unit[$0.code] ?? 0 }
        // For any scale one line per scale.
        let lines =
            direction == .anyScale
            ? points.indices.filter { points[$0] != 0 }.map { only in points.indices.map { $0 == only ? points[$0] : 0 } }
            : [points]
        let people = try parallelMap(count: latest.count, threads: threads) { index throws(BoundaryError) in
            guard let person = lists.person(run: latest[index].run) else {
                return Person(participant: latest[index].participant, firstPlace: .noList, firstPlaces: .noList)
            }
            var first = ListMargin.never, set = first
            for line in lines {
                let curves = try lists.curves(person, along: line)
                first = first.smaller(ListMargin(curves, top: 1))
                set = set.smaller(ListMargin(curves, top: depth))
            }
            return Person(participant: latest[index].participant, firstPlace: first, firstPlaces: set)
        }
        return BoundaryMargins(direction: direction, depth: depth, unit: unit, people: people)
    }

    /// The median size of the margin per group, in units of the direction. Whoever has no list is not counted, and whose list never changes counts as
    /// infinite. Groups of any size: not for print (`shownMedians`).
    /// - Parameter labels: of every participant, parallel to `Snapshot.participants`; `nil` = not known.
    public func medians(_ margin: KeyPath<Person, ListMargin>, labels: [String?], level: Double = 0.95) -> [GroupMedian] {
        GroupMedian.byGroup(
            people.compactMap { person in person[keyPath: margin].size.map { (labels[person.participant], $0) } }, level: level)
    }

    /// The same, with small groups withheld, and others where a total would give them away.
    public func shownMedians(
        _ margin: KeyPath<Person, ListMargin>, labels: [String?], minimum: Int = 10, level: Double = 0.95
    ) -> [ShownGroup<GroupMedian>] {
        ShownGroup.withholding(medians(margin, labels: labels, level: level).map { ($0.label, $0.people, $0) }, minimum: minimum)
    }
}

extension RedrawnLists {
    static func make(snapshot: Snapshot, core: RankingCore) throws(BoundaryError) -> RedrawnLists {
        do throws(ReplayError) { return try RedrawnLists(snapshot: snapshot, core: core) } catch { throw .replay(error) }
    }
}
