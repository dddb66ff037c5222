import Metrics

/// A figure about one person's list whose gap between groups can be attributed.
public enum ListIndicator: Sendable, Equatable {
    /// M1: distance of the first place.
    case bestMatchDistance
    /// M2: share of the first k places that is day activity.
    case dayActivityShare(depth: Int)
    /// M3: share of attention that day activity gets among the first k, with the discount 1 / log2(1 + rank).
    case dayActivityExposure(depth: Int)

    /// - Parameter id: M1, M2 or M3; `nil` for any other.
    public init?(id: String, depth: Int = 5) {
        switch id {
        case "M1": self = .bestMatchDistance
        case "M2": self = .dayActivityShare(depth: max(1, depth))
        case "M3": self = .dayActivityExposure(depth: max(1, depth))
        default: return nil
        }
    }

    public var id: String {
        switch self {
        case .bestMatchDistance: "M1"
        case .dayActivityShare: "M2"
        case .dayActivityExposure: "M3"
        }
    }

    /// Places of a list that it looks at.
    public var depth: Int {
        switch self {
        case .bestMatchDistance: 1
        case .dayActivityShare(let depth), .dayActivityExposure(let depth): depth
        }
    }

    /// `nil` for an empty list.
    /// - Parameter kinds: work kind by place number.
    func value(of list: ReplayedList, kinds: [String]) -> Double? {
        let places = list.workplaces.prefix(depth)
        guard !places.isEmpty else { return nil }
        switch self {
        case .bestMatchDistance:
            return list.distances.first
        case .dayActivityShare:
            return Double(places.count { kinds[$0] == ListComparison.dayActivity }) / Double(places.count)
        case .dayActivityExposure:
            var seen = 0.0, all = 0.0
            for (offset, place) in places.enumerated() {
                let weight = Discount.logarithmic(rank: offset + 1)
                all += weight
                if kinds[place] == ListComparison.dayActivity { seen += weight }
            }
            return seen / all
        }
    }
}
