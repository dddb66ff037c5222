/// The four-fifths screen: is the group's rate below 80 % of the reference's? A screen only, never a verdict.
///
/// Two equal groups of 50 with rate .3 are flagged either way in 46 of 100 cases, so a flag alone says little, and its absence says as
/// little: the figures that judge are `MiettinenNurminen` and `KoopmanRatio`. Exactly 80 % is not below (EEOC, Questions and Answers
/// 1979); that is decided by whole numbers, not by a rounded quotient.
public struct FourFifthsScreen: DescriptiveStatistic, Equatable {
    public static let method = "four_fifths_screen"
    public static let citation = "Uniform Guidelines on Employee Selection Procedures (1978), 29 CFR 1607.4 D; EEOC Questions and Answers (1979), 44 FR 11996"

    public let groupEvents: Int
    public let groupTotal: Int
    public let referenceEvents: Int
    public let referenceTotal: Int

    private static let largestTotal = 1 << 30

    /// - Throws: `noObservations` when a total is zero, `outsideRange` when events are not in 0...total or a total is above 2^30,
    ///   `zeroDenominator` when nobody of the reference has the outcome: an undefined ratio never passes the screen.
    public init(groupEvents: Int, groupTotal: Int, referenceEvents: Int, referenceTotal: Int) throws(Undefined) {
        (self.groupEvents, self.groupTotal) = try RateCheck.checked(groupEvents, of: groupTotal)
        (self.referenceEvents, self.referenceTotal) = try RateCheck.checked(referenceEvents, of: referenceTotal)
        guard groupTotal <= Self.largestTotal, referenceTotal <= Self.largestTotal else { throw .outsideRange }
        guard referenceEvents > 0 else { throw .zeroDenominator }
    }

    public var count: Int { groupTotal + referenceTotal }

    /// Impact ratio: rate of the group over rate of the reference.
    public var estimate: Double {
        Double(groupEvents) / Double(groupTotal) / (Double(referenceEvents) / Double(referenceTotal))
    }

    public var isFlagged: Bool {
        Self.isBelow(groupEvents, groupTotal, referenceEvents, referenceTotal)
    }

    /// Whether the answer would be the same however up to `people` people's outcomes were recoded, on either side.
    ///
    /// For one and two people that is the check the Guidelines' small-numbers clause asks for. A recoding that leaves nobody of the
    /// reference with the outcome makes the ratio undefined, and the answer does not survive it.
    public func survives(recoding people: Int) -> Bool {
        let people = max(0, people)
        guard referenceEvents > people else { return false }
        // The strongest change towards the other answer: i people of the group, the rest of the reference.
        return (0...people).allSatisfy { i in
            let group = isFlagged ? min(groupTotal, groupEvents + i) : max(0, groupEvents - i)
            let reference = isFlagged ? referenceEvents - (people - i) : min(referenceTotal, referenceEvents + people - i)
            return Self.isBelow(group, groupTotal, reference, referenceTotal) == isFlagged
        }
    }

    /// Chance that a group is flagged against its reference although both have the same true rate (exact binomial sum). Draws in which
    /// nobody of the reference has the outcome count as not flagged.
    ///
    /// - Throws: `noObservations` when a total is not positive, `outsideRange` when the rate is not in [0, 1].
    public static func chanceOfFlag(groupTotal: Int, referenceTotal: Int, rate: Double) throws(Undefined) -> Double {
        guard groupTotal > 0, referenceTotal > 0 else { throw .noObservations }
        guard groupTotal <= largestTotal, referenceTotal <= largestTotal, rate >= 0, rate <= 1 else { throw .outsideRange }
        let group = Binomial.row(n: groupTotal, p: rate)
        let reference = Binomial.row(n: referenceTotal, p: rate)
        var sum = CompensatedSum()
        // The number of group counts that are flagged grows with the reference's count.
        var below = CompensatedSum()
        var next = 0
        for events in 1...referenceTotal {
            while next <= groupTotal, isBelow(next, groupTotal, events, referenceTotal) {
                below.add(group[next])
                next += 1
            }
            sum.add(reference[events] * below.value)
        }
        return min(1, sum.value)
    }

    /// Chance that the lower of two rates is below 80 % of the higher one although both groups have the same true rate.
    ///
    /// - Throws: as `chanceOfFlag(groupTotal:referenceTotal:rate:)`.
    public static func chanceOfFlagEitherWay(_ firstTotal: Int, _ secondTotal: Int, rate: Double) throws(Undefined) -> Double {
        // Both cannot be below 80 % of each other.
        try min(1, chanceOfFlag(groupTotal: firstTotal, referenceTotal: secondTotal, rate: rate)
            + chanceOfFlag(groupTotal: secondTotal, referenceTotal: firstTotal, rate: rate))
    }

    /// x1/n1 < (4/5) x0/n0 in whole numbers.
    private static func isBelow(_ x1: Int, _ n1: Int, _ x0: Int, _ n0: Int) -> Bool {
        5 * x1 * n0 < 4 * x0 * n1
    }
}
