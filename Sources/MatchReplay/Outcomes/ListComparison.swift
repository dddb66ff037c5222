import Cohort

/// How two lists of one person are compared. Two lists in, one value out: it does not care which core made them.
public struct ListComparison: Sendable {
    public static let dayActivity = "day_activity"

    /// k: how many places count as what the person is shown first.
    public let depth: Int
    /// p of rank-biased overlap.
    public let persistence: Double
    /// Whether distances of the two lists may be subtracted.
    public let hasSameUnit: Bool
    /// Work kind by place number.
    private let kinds: [String]

    public init(workplaces: [Workplace], depth: Int = 5, persistence: Double = 0.9, hasSameUnit: Bool) {
        kinds = workplaces.map(\.workKind)
        self.depth = max(1, depth)
        self.persistence = persistence
        self.hasSameUnit = hasSameUnit
    }

    public func change(from before: ReplayedList, to after: ReplayedList) -> ListChange {
        let (first, second) = (before.workplaces, after.workplaces)
        return ListChange(
            agreement: ListLikeness(first, second, depth: depth, persistence: persistence),
            firstPlaces: both(Array(first.prefix(depth)), Array(second.prefix(depth))),
            best: both(first.first, second.first),
            bestKind: both(first.first.map { kinds[$0] }, second.first.map { kinds[$0] }),
            dayActivity: both(dayActivityShare(first), dayActivityShare(second)),
            bestDistance: hasSameUnit ? both(before.distances.first, after.distances.first) : .failure(.otherUnit))
    }

    public func agreement(of list: ReplayedList, with recorded: RecordedList) -> ListLikeness {
        ListLikeness(recorded.workplaces, list.workplaces, depth: depth, persistence: persistence)
    }

    /// Share of the first k that is day activity, of fewer when the list is shorter; `nil` for an empty list (M2).
    func dayActivityShare(_ places: [Int]) -> Double? {
        let shown = places.prefix(depth)
        guard !shown.isEmpty else { return nil }
        return Double(shown.count { kinds[$0] == Self.dayActivity }) / Double(shown.count)
    }

    private func both<Value>(_ before: Value?, _ after: Value?) -> Result<BeforeAfter<Value>, Unavailable> {
        guard let before, let after else { return .failure(.noList) }
        return .success(BeforeAfter(before: before, after: after))
    }

    private func both(_ before: [Int], _ after: [Int]) -> Result<BeforeAfter<[Int]>, Unavailable> {
        before.isEmpty || after.isEmpty ? .failure(.noList) : .success(BeforeAfter(before: before, after: after))
    }
}
