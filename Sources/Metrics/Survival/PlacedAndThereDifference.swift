/// Difference of the shares placed and still there at a time after the match, of all who were matched: the score method at
/// effective counts.
public struct PlacedAndThereDifference: GroupDifference {
    public static let method = "miettinen_nurminen_effective_counts"
    public static let citation = PlacedAndThere.citation

    public let group: PlacedAndThere
    public let reference: PlacedAndThere
    private let score: MiettinenNurminen

    /// - Throws: as `PlacedAndThere`.
    public init(group: [PlacementHistory], reference: [PlacementHistory], at time: Double) throws(Undefined) {
        try self.init(group: PlacedAndThere(group, at: time), reference: PlacedAndThere(reference, at: time))
    }

    private init(group: PlacedAndThere, reference: PlacedAndThere) throws(Undefined) {
        self.group = group
        self.reference = reference
        score = try EffectiveShare.difference(group: group.share, reference: reference.share)
    }

    public var time: Double { group.time }
    public var groupCount: Int { group.count }
    public var referenceCount: Int { reference.count }
    public var groupValue: Double { group.estimate }
    public var referenceValue: Double { reference.estimate }
    public var estimate: Double { groupValue - referenceValue }
    public var standardError: Double { score.standardError }
    public var pValue: Double { score.pValue }

    public func interval(level: Double) -> Interval {
        score.interval(level: level)
    }

    /// One person recoded to be there, or not to be, at the time asked about; first-order influence finds a dozen to try in
    /// earnest.
    public func weakened() -> PlacedAndThereDifference? {
        let before = estimate
        if before == 0 { return nil }
        let side = weakensGroup ? group : reference
        let sign: Double = weakensGroup ? 1 : -1
        let removing = sign * before > 0
        var changes: [(change: (index: Int, recoded: PlacementHistory), distance: Double)] = []
        for (index, history) in side.histories.enumerated() where history.isThere(at: time) == removing {
            let recoded = history.recoded(there: !removing, at: time)
            changes.append(((index, recoded), abs(before + sign * (side.influence(recoded) - side.influence(history)))))
        }
        let moved = Shortlist.best(changes) { change -> PlacedAndThereDifference? in
            var histories = side.histories
            histories[change.index] = change.recoded
            guard let changed = try? PlacedAndThere(histories, at: time) else { return nil }
            return try? PlacedAndThereDifference(
                group: weakensGroup ? changed : group, reference: weakensGroup ? reference : changed)
        }
        guard let moved, abs(moved.estimate) < abs(before) else { return nil }
        return moved
    }
}
