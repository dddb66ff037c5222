/// Boschloo's (1970) exact unconditional test of two rates: Fisher's p value as the statistic, its distribution at the worst rate.
///
/// Two-sided: all tables whose two-sided Fisher p is no larger than the observed one; so its p is never above Fisher's. One-sided
/// the same with the one-sided Fisher p. (scipy's two-sided value is another convention: twice the smaller one-sided p.)
public struct BoschlooExact: SignificanceTest, Equatable {
    public static let method = "boschloo_exact"
    public static let citation = "Boschloo (1970), Statistica Neerlandica 24:1-9"

    public let count: Int
    public let alternative: RateAlternative
    /// Fisher's p value of the observed table.
    public let statistic: Double
    /// Never below the true supremum by more than about 1e-12.
    public let pValue: Double

    /// Work grows with the product of the totals; 1,000 against 1,000 people take a second or so.
    ///
    /// - Throws: `noObservations` when a total is zero, `outsideRange` when events are not in 0...total.
    public init(
        groupEvents: Int, groupTotal: Int, referenceEvents: Int, referenceTotal: Int, alternative: RateAlternative = .different
    ) throws(Undefined) {
        _ = try RateCheck.checked(groupEvents, of: groupTotal)
        _ = try RateCheck.checked(referenceEvents, of: referenceTotal)
        count = groupTotal + referenceTotal
        self.alternative = alternative
        let observed = HypergeometricRow(
            events: groupEvents + referenceEvents, groupTotal: groupTotal, referenceTotal: referenceTotal)
        let fisher = switch alternative {
        case .different: observed.noMoreProbable(than: groupEvents)
        case .groupLower: observed.atMost(groupEvents)
        case .groupHigher: observed.atLeast(groupEvents)
        }
        statistic = fisher
        // Sums of the same terms in another row differ in their last digits, and ties must count.
        let bound = fisher * HypergeometricRow.slack
        let shares = (0...(groupTotal + referenceTotal)).map { events in
            let row = HypergeometricRow(events: events, groupTotal: groupTotal, referenceTotal: referenceTotal)
            switch alternative {
            case .different: return Self.largest(row.weights.sorted(), total: row.total, joinsTies: true, atMost: bound)
            case .groupLower: return Self.largest(row.weights, total: row.total, joinsTies: false, atMost: bound)
            case .groupHigher: return Self.largest(row.weights.reversed(), total: row.total, joinsTies: false, atMost: bound)
            }
        }
        pValue = UnconditionalTest.supremum(shares: shares)
    }

    /// The largest p value of a row that is at most `bound`: running sums of the weights in the order in which they become less
    /// extreme. Two-sided, tables that are equally probable share one p value.
    private static func largest(_ weights: [Double], total: Double, joinsTies: Bool, atMost bound: Double) -> Double {
        var sum = CompensatedSum()
        var largest = 0.0
        for (index, weight) in weights.enumerated() {
            sum.add(weight)
            if joinsTies, index + 1 < weights.count, weights[index + 1] <= weight * HypergeometricRow.slack { continue }
            let p = sum.value / total
            if p > bound { break }
            largest = p
        }
        return min(1, largest)
    }
}
