/// Infinitesimal-jackknife variances for records with sampling weights: sum over records of (weight x influence)^2.
///
/// The influence of a record is the derivative of the estimate with respect to its weight (Reid 1981, Annals of Statistics
/// 9:78-92, for the product-limit estimate). Influence on -log S(t): 1/(n - d) at the record's own event by t, less the sum of
/// d/(n (n - d)) over the times by t at which it was at risk.
enum SamplingVariance {
    /// Variance of log S after every step of the table, in one pass over people and steps; infinite where S is 0.
    static func ofLogSurvival(_ table: RiskTable) -> [Double] {
        var pass = Pass(table)
        return table.times.indices.map { pass.variance(afterStep: $0) }
    }

    private struct Pass {
        let table: RiskTable
        /// Records by their end, and by their entry.
        let order: [Int]
        let entering: [Int]
        var isInside: [Bool]
        /// The hazard sum when the record entered.
        var atEntry: [Double]
        var (nextEntry, nextEnd) = (0, 0)
        var hazard = 0.0
        /// Squared influences of those no longer at risk, which do not change any more.
        var finished = 0.0
        /// Over those at risk, with w the weight and c the hazard sum at entry: w^2, w^2 c, w^2 c^2.
        var (squares, products, quadratics) = (0.0, 0.0, 0.0)

        init(_ table: RiskTable) {
            self.table = table
            order = table.order
            entering = TimeOrder.ascending(table.records.map(\.entry))
            isInside = Array(repeating: false, count: table.records.count)
            atEntry = Array(repeating: 0, count: table.records.count)
        }

        mutating func variance(afterStep step: Int) -> Double {
            let time = table.times[step]
            while nextEnd < order.count, table.records[order[nextEnd]].end < time {
                leave(order[nextEnd], gain: 0)
                nextEnd += 1
            }
            while nextEntry < entering.count {
                let record = table.records[entering[nextEntry]]
                guard record.entry == 0 || record.entry < time else { break }
                if record.end >= time { enter(entering[nextEntry]) }
                nextEntry += 1
            }
            let remaining = table.atRisk[step] - table.exits[step]
            hazard += table.exits[step] / (table.atRisk[step] * remaining)
            if remaining == 0 { return .infinity }
            var position = nextEnd
            while position < order.count, table.records[order[position]].end == time {
                if table.records[order[position]].cause > 0 { leave(order[position], gain: 1 / remaining) }
                position += 1
            }
            return max(0, finished + hazard * hazard * squares - 2 * hazard * products + quadratics)
        }

        private mutating func enter(_ person: Int) {
            atEntry[person] = hazard
            isInside[person] = true
            count(person, sign: 1)
        }

        private mutating func leave(_ person: Int, gain: Double) {
            guard isInside[person] else { return }
            isInside[person] = false
            count(person, sign: -1)
            let influence = table.records[person].weight * (gain - (hazard - atEntry[person]))
            finished += influence * influence
        }

        private mutating func count(_ person: Int, sign: Double) {
            let square = sign * table.records[person].weight * table.records[person].weight
            squares += square
            products += square * atEntry[person]
            quadratics += square * atEntry[person] * atEntry[person]
        }
    }
}
