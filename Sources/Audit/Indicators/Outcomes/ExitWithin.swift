import Metrics

extension Exit {
    /// An exit that is only asked about up to a day: whoever got past that day without it is known not to have had it, and stays in view
    /// through the horizon of the comparison.
    /// - Parameters:
    ///   - days: when something happened, or observation ended.
    ///   - limit: the last day that counts.
    ///   - horizon: of the comparison.
    static func within(_ limit: Int, days: Int, kind: Kind, horizon: Int) -> Exit {
        let isOver = kind == .censored ? days >= limit : days > limit
        return isOver ? Exit(days: max(limit, horizon), kind: .censored) : Exit(days: days, kind: kind)
    }
}
