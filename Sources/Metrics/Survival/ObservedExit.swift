/// An exit in whole days of somebody who came under observation on day `entry`: at risk from the beginning of that day through the day
/// of the exit. 0 = followed from time zero on.
///
/// Whoever was seen only because they had not left yet must not count as at risk before the day from which they would have been
/// seen leaving (left truncation).
public struct ObservedExit: Sendable, Hashable {
    public let entry: Int
    public let days: Int
    public let kind: Exit.Kind

    public init(days: Int, kind: Exit.Kind, entry: Int = 0) {
        self.entry = entry
        self.days = days
        self.kind = kind
    }

    public init(_ exit: Exit) { self.init(days: exit.days, kind: exit.kind) }

    /// The same on a clock of real time, where entry is not included: half a day earlier.
    public var followUp: FollowUp {
        let cause = switch kind {
        case .event: 1
        case .competing: 2
        case .censored: 0
        }
        return FollowUp(end: Double(days), cause: cause, entry: entry > 0 ? Double(entry) - 0.5 : 0)
    }

    /// The last day on which at least `needed` people were at risk; nil when there never were so many.
    public static func lastDay(_ exits: [ObservedExit], withAtRiskAtLeast needed: Int) -> Int? {
        let highest = exits.reduce(-1) { max($0, $1.days) }
        guard highest >= 0 else { return nil }
        var changes = [Int](repeating: 0, count: highest + 1)
        for exit in exits where exit.days >= exit.entry && exit.entry >= 0 {
            changes[exit.days] += 1
            if exit.entry > 0 { changes[exit.entry - 1] -= 1 }
        }
        var atRisk = 0
        for day in stride(from: highest, through: 0, by: -1) {
            atRisk += changes[day]
            if atRisk >= needed { return day }
        }
        return nil
    }
}
