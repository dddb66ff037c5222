/// The rate that a side would have if its people were spread over the strata as in a standard population: sum(w_k p_k), sum w_k = 1.
///
/// Interval: limits of the parts are recovered from Wilson's limits in each stratum (Zou and Donner 2008):
/// estimate - sqrt(sum w_k^2 (p_k - l_k)^2) and estimate + sqrt(sum w_k^2 (u_k - p_k)^2). Unlike the usual variance
/// sum w_k^2 p_k (1 - p_k) / n_k it has a width where a stratum's rate is 0 or 1.
public struct StandardisedRate: Statistic {
    public static let method = "direct_standardisation"
    public static let citation = "Neison (1844), JSSL 7:40-68; Zou and Donner (2008), Statistics in Medicine 27:1693-1702"

    /// People of this side in the strata that count.
    public let count: Int
    public let estimate: Double
    private let cells: [(weight: Double, events: Double, total: Double)]

    /// Weights sum to 1; totals > 0.
    init(cells: [(weight: Double, events: Double, total: Double)]) {
        self.cells = cells
        count = Int(CompensatedSum(cells.map(\.total)).value.rounded())
        estimate = CompensatedSum(cells.lazy.map { $0.weight * ($0.events / $0.total) }).value
    }

    public func interval(level: Double) throws(Undefined) -> Interval {
        var below = CompensatedSum()
        var above = CompensatedSum()
        for cell in cells {
            let rate = cell.events / cell.total
            let wilson = try Wilson(events: cell.events, total: cell.total).interval(level: level)
            let down = cell.weight * (rate - wilson.low)
            let up = cell.weight * (wilson.high - rate)
            below.add(down * down)
            above.add(up * up)
        }
        return Interval(
            level: level, low: max(0, estimate - below.value.squareRoot()), high: min(1, estimate + above.value.squareRoot()))
    }
}
