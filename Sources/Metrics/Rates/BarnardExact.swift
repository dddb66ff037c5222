/// Barnard's (1945) exact unconditional test of two rates with the pooled z as the statistic, its distribution at the worst rate.
///
/// All tables whose z = (p1 - p0)/sqrt(p(1 - p)(1/n1 + 1/n0)) is at least as far out as the observed one; z is 0 where nobody or
/// everybody has the outcome. (Suissa and Shuster 1985 studied this choice of statistic; scipy's `barnard_exact` has the same.)
public struct BarnardExact: SignificanceTest, Equatable {
    public static let method = "barnard_exact"
    public static let citation = "Barnard (1945), Nature 156:177; Suissa and Shuster (1985), Journal of the Royal Statistical Society A 148:317-327"

    public let count: Int
    public let alternative: RateAlternative
    /// Pooled z; positive when the group has the higher rate.
    public let statistic: Double
    /// Never below the true supremum by more than about 1e-12.
    public let pValue: Double

    /// - Throws: `noObservations` when a total is zero, `outsideRange` when events are not in 0...total.
    public init(
        groupEvents: Int, groupTotal: Int, referenceEvents: Int, referenceTotal: Int, alternative: RateAlternative = .different
    ) throws(Undefined) {
        _ = try RateCheck.checked(groupEvents, of: groupTotal)
        _ = try RateCheck.checked(referenceEvents, of: referenceTotal)
        let (n1, n0) = (Double(groupTotal), Double(referenceTotal))
        let people = n1 + n0
        func score(_ events: Int, _ other: Int) -> Double {
            let pooled = Double(events + other) / people
            // Whole numbers, so equal rates give exactly zero.
            let difference = Double(events) * n0 - Double(other) * n1
            if difference == 0 { return 0 }
            return difference / (n1 * n0) / (pooled * (1 - pooled) * (1 / n1 + 1 / n0)).squareRoot()
        }
        count = groupTotal + referenceTotal
        self.alternative = alternative
        let observed = score(groupEvents, referenceEvents)
        statistic = observed
        let slack = 1e-9 * max(1, abs(observed))
        func isExtreme(_ z: Double) -> Bool {
            switch alternative {
            case .different: abs(z) >= abs(observed) - slack
            case .groupLower: z <= observed + slack
            case .groupHigher: z >= observed - slack
            }
        }
        let shares = (0...(groupTotal + referenceTotal)).map { events in
            HypergeometricRow(events: events, groupTotal: groupTotal, referenceTotal: referenceTotal)
                .probability { isExtreme(score($0, events - $0)) }
        }
        pValue = UnconditionalTest.supremum(shares: shares)
    }
}
