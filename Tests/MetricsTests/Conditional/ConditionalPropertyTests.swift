import Testing
import Metrics

/// What must hold for every list of strata, empty and one-sided ones included.
@Suite struct ConditionalPropertyTests {
    /// Counts of 0 to 6 strata; small, so that zeros of every kind come up.
    private static func strata(_ random: inout SeededRandom) -> [RateStratum] {
        (0..<random.index(below: 7)).map { _ in
            let (n1, n0) = (random.index(below: 8), random.index(below: 12))
            return RateStratum(
                groupEvents: Double(random.index(below: n1 + 1)), groupTotal: Double(n1),
                referenceEvents: Double(random.index(below: n0 + 1)), referenceTotal: Double(n0))
        }
    }

    private static func swapped(_ strata: [RateStratum]) -> [RateStratum] {
        strata.map {
            RateStratum(
                groupEvents: $0.referenceEvents, groupTotal: $0.referenceTotal, referenceEvents: $0.groupEvents, referenceTotal: $0.groupTotal)
        }
    }

    private static func times(_ factor: Double, _ strata: [RateStratum]) -> [RateStratum] {
        strata.map {
            RateStratum(
                groupEvents: factor * $0.groupEvents, groupTotal: factor * $0.groupTotal, referenceEvents: factor * $0.referenceEvents,
                referenceTotal: factor * $0.referenceTotal)
        }
    }

    private static func informative(_ strata: [RateStratum]) -> Int { strata.count { $0.groupTotal > 0 && $0.referenceTotal > 0 } }

    private static func close(_ a: Double, _ b: Double, _ tolerance: Double = 1e-11) -> Bool {
        a == b || abs(a - b) <= tolerance * max(1, abs(a), abs(b))
    }

    /// Every estimate, nil where it is undefined.
    private static func estimates(_ strata: [RateStratum]) -> [Double?] {
        [
            try? MantelHaenszelRiskDifference(strata: strata).estimate, try? MantelHaenszelRiskRatio(strata: strata).estimate,
            try? MantelHaenszelOddsRatio(strata: strata).estimate, try? ConditionalDemographicDisparity(strata: strata).estimate,
            try? DirectStandardisation(strata: strata, standard: .everybody).estimate,
            try? KitagawaDecomposition(strata: strata).rate.estimate, try? KitagawaDecomposition(strata: strata).composition.estimate,
        ]
    }

    /// Every figure that depends on nothing but strata with both sides.
    private static func stratified(_ strata: [RateStratum]) -> [Double?] {
        [
            try? MantelHaenszelRiskDifference(strata: strata).estimate, try? MantelHaenszelRiskRatio(strata: strata).logStandardError(),
            try? MantelHaenszelOddsRatio(strata: strata).logStandardError(),
            try? CochranMantelHaenszel(strata: strata, continuity: .none).statistic,
            try? CochranMantelHaenszel(strata: strata, continuity: .half).pValue,
            try? BreslowDay(strata: strata, correction: .tarone).statistic, try? BreslowDay(strata: strata, correction: .none).pValue,
            try? DirectStandardisation(strata: strata, standard: .everybody).interval(level: 0.9).high,
            try? KitagawaDecomposition(strata: strata).rate.interval(level: 0.9).low,
        ]
    }

    private static func same(_ a: [Double?], _ b: [Double?], _ tolerance: Double = 1e-11) -> Bool {
        zip(a, b).allSatisfy { first, second in
            if let first, let second { close(first, second, tolerance) } else { first == nil && second == nil }
        }
    }

    @Test func exchangingTheSidesTurnsSignsAndRatios() throws {
        typealias Subject = ([RateStratum]) -> (difference: Double?, ratio: Double?, odds: Double?, rest: [Double?])
        func subject(_ strata: [RateStratum]) -> (difference: Double?, ratio: Double?, odds: Double?, rest: [Double?]) {
            let e = Self.estimates(strata)
            return (e[0], e[1], e[2], [e[4], e[5], e[6]])
        }
        try Property.check(
            "conditional: exchanging the sides", cases: 15_000, subject: subject as Subject,
            planted: { strata in
                // Largest minus smallest: the sign is lost.
                var result = subject(strata)
                result.difference = result.difference.map(abs)
                return result
            },
            generate: { Self.strata(&$0) }, interesting: { Self.informative($0) > 1 },
            holds: { strata, subject in
                let (one, other) = (subject(strata), subject(Self.swapped(strata)))
                func inverted(_ a: Double?, _ b: Double?) -> Bool {
                    // 0 turns into a zero denominator, and both undefined stay so.
                    guard let a, let b else { return (a ?? 0) == 0 && (b ?? 0) == 0 }
                    return Self.close(a * b, 1)
                }
                guard Self.same([one.difference], [other.difference.map { -$0 }]) else { return false }
                guard Self.same(one.rest, other.rest.map { $0.map { -$0 } }) else { return false }
                return inverted(one.ratio, other.ratio) && inverted(one.odds, other.odds)
            })
    }

    @Test func orderOfStrataAndEmptyStrataChangeNothing() throws {
        try Property.check(
            "conditional: order, and an added empty stratum", cases: 15_000, subject: { Self.stratified($0) + Self.estimates($0) },
            planted: { strata in
                // Weighs strata equally, the empty ones too.
                var result = Self.stratified(strata) + Self.estimates(strata)
                result[0] = result[0].map { $0 / Double(strata.count) }
                return result
            },
            generate: { random -> ([RateStratum], [RateStratum]) in
                let strata = Self.strata(&random)
                var other = strata
                other.append(RateStratum(groupEvents: 0, groupTotal: 0, referenceEvents: 0, referenceTotal: 0))
                random.shuffle(&other)
                return (strata, other)
            },
            interesting: { Self.informative($0.0) > 1 },
            holds: { Self.same($1($0.0), $1($0.1)) })
    }

    @Test func aDoubledCohortKeepsEstimates() throws {
        try Property.check(
            "conditional: doubling the cohort", cases: 15_000, subject: { Self.estimates($0) },
            planted: { strata in
                // Half a person added to every cell.
                Self.estimates(strata.map {
                    RateStratum(
                        groupEvents: $0.groupEvents + 0.5, groupTotal: $0.groupTotal + 1, referenceEvents: $0.referenceEvents + 0.5,
                        referenceTotal: $0.referenceTotal + 1)
                })
            },
            generate: { Self.strata(&$0) }, interesting: { Self.informative($0) > 1 },
            holds: { Self.same($1($0), $1(Self.times(2, $0))) })
    }

    /// Splitting a stratum into parts with the same rates on either side and the same balance changes no Mantel-Haenszel estimate.
    @Test func mergingStrataOfOneKindChangesNothing() throws {
        func subject(_ strata: [RateStratum]) -> [Double?] { Array(Self.estimates(strata)) }
        try Property.check(
            "conditional: merging strata of one kind", cases: 15_000, subject: subject,
            planted: { strata in
                // A plain mean of the strata's differences.
                let used = strata.filter { $0.groupTotal > 0 && $0.referenceTotal > 0 }
                let sum = used.reduce(0.0) { $0 + $1.groupEvents / $1.groupTotal - $1.referenceEvents / $1.referenceTotal }
                return [used.isEmpty ? nil : sum / Double(used.count)] + subject(strata).dropFirst()
            },
            generate: { Self.strata(&$0) }, interesting: { Self.informative($0) > 1 },
            holds: { strata, subject in
                guard let first = strata.first else { return true }
                return Self.same(subject(Self.times(3, [first]) + strata.dropFirst()), subject([first, first, first] + strata.dropFirst()))
            })
    }

    @Test func oneSidedStrataAloneGiveNothing() throws {
        try Property.check(
            "conditional: one-sided strata alone", cases: 10_000,
            subject: { strata in Self.stratified(strata) + [Self.estimates(strata)[5]] },
            planted: { strata in Self.stratified(strata) + [0] },
            generate: { random in
                Self.strata(&random).map { stratum in
                    let group = random.index(below: 2) == 0
                    return RateStratum(
                        groupEvents: group ? stratum.groupEvents : 0, groupTotal: group ? stratum.groupTotal : 0,
                        referenceEvents: group ? 0 : stratum.referenceEvents, referenceTotal: group ? 0 : stratum.referenceTotal)
                }
            },
            interesting: { $0.count > 2 },
            holds: { strata, subject in subject(strata).allSatisfy { $0 == nil } })
    }

    /// Rate part, composition part and the part of the one-sided strata make the crude gap.
    @Test func kitagawasPartsSumToTheGap() throws {
        func subject(_ strata: [RateStratum]) throws -> (gap: Double, sum: Double) {
            let parts = try KitagawaDecomposition(strata: strata)
            return (parts.crudeGap, parts.rate.estimate + parts.composition.estimate + parts.oneSided.estimate)
        }
        try Property.check(
            "Kitagawa: parts sum to the gap", cases: 20_000, subject: subject,
            planted: { strata in
                // Leaves the one-sided strata out of the parts in silence.
                let parts = try KitagawaDecomposition(strata: strata)
                return (parts.crudeGap, parts.rate.estimate + parts.composition.estimate)
            },
            generate: { Self.strata(&$0) }, interesting: { Self.informative($0) > 0 && Self.informative($0) < $0.count },
            holds: { strata, subject in
                guard Self.informative(strata) > 0 else { return (try? subject(strata)) == nil }
                let (gap, sum) = try subject(strata)
                let (n1, n0) = (strata.reduce(0) { $0 + $1.groupTotal }, strata.reduce(0) { $0 + $1.referenceTotal })
                let crude = strata.reduce(0) { $0 + $1.groupEvents } / n1 - strata.reduce(0) { $0 + $1.referenceEvents } / n0
                return abs(gap - crude) < 1e-15 && abs(sum - crude) < 1e-13
            })
    }

    /// Every interval holds its estimate, and every value is finite.
    @Test func intervalsHoldTheirEstimates() throws {
        typealias Subject = (any Statistic) throws -> Interval
        try Property.check(
            "conditional: intervals hold their estimates", cases: 10_000,
            subject: { try $0.interval(level: 0.95) } as Subject,
            planted: { statistic in
                // Limits of 95 % in either direction as if no effect were the centre.
                let interval = try statistic.interval(level: 0.95)
                return Interval(level: 0.95, low: interval.low - statistic.estimate, high: interval.high - statistic.estimate)
            },
            generate: { Self.strata(&$0) }, interesting: { Self.informative($0) > 1 },
            holds: { strata, subject in
                let list: [(any Statistic)?] = [
                    try? MantelHaenszelRiskRatio(strata: strata), try? MantelHaenszelOddsRatio(strata: strata),
                    try? DirectStandardisation(strata: strata, standard: .reference),
                    try? KitagawaDecomposition(strata: strata).rate, try? KitagawaDecomposition(strata: strata).composition,
                ]
                for case let statistic? in list {
                    guard statistic.estimate.isFinite else { return false }
                    guard let interval = try? subject(statistic) else { continue }
                    guard interval.low < interval.high, !interval.excludes(statistic.estimate) else { return false }
                }
                return true
            })
    }

    /// Crude, adjusted and parts come whole or not at all; what is undefined is never a number.
    @Test func theWholeIsWhole() throws {
        typealias Subject = (ConditionalDisparity) -> [ConditionalDisparity.Figure]
        try Property.check(
            "conditional disparity: all lines, none a made-up number", cases: 6_000, subject: { $0.figures(level: 0.95) } as Subject,
            planted: { whole in whole.figures(level: 0.95).filter { (try? $0.value.get()) != nil } },
            generate: { Self.strata(&$0) }, interesting: { Self.informative($0) > 1 },
            holds: { strata, subject in
                let people = strata.reduce((0.0, 0.0)) { ($0.0 + $1.groupTotal, $0.1 + $1.referenceTotal) }
                guard people.0 > 0, people.1 > 0 else { return (try? ConditionalDisparity(strata: strata)) == nil }
                let figures = subject(try ConditionalDisparity(strata: strata))
                guard figures.map(\.line) == ConditionalDisparity.Line.allCases else { return false }
                return figures.allSatisfy { figure in
                    guard let value = try? figure.value.get() else { return (try? figure.interval?.get()) == nil && figure.pValue == nil }
                    return value.isFinite && (figure.pValue.map { $0 >= 0 && $0 <= 1 } ?? true)
                }
            })
    }

    /// The best and the worst labels for the unknown people, found by trying how many of them go where.
    @Test func boundsAreTheExtremes() throws {
        struct Case {
            let a, n1, c, n0, e, f: Int
        }
        typealias Subject = (UnknownGroupBounds) -> (Double, Double)
        try Property.check(
            "unknown group: bounds are the extremes", cases: 10_000, subject: { ($0.low, $0.high) } as Subject,
            // The known people only.
            planted: { ($0.estimate, $0.estimate) },
            generate: { random in
                let (n1, n0) = (1 + random.index(below: 6), 1 + random.index(below: 8))
                return Case(
                    a: random.index(below: n1 + 1), n1: n1, c: random.index(below: n0 + 1), n0: n0, e: random.index(below: 4),
                    f: random.index(below: 4))
            },
            interesting: { $0.e + $0.f > 0 },
            holds: { example, subject in
                let bounds = try UnknownGroupBounds(
                    groupEvents: Double(example.a), groupTotal: Double(example.n1), referenceEvents: Double(example.c),
                    referenceTotal: Double(example.n0), unknownEvents: Double(example.e), unknownTotal: Double(example.e + example.f))
                var (low, high) = (2.0, -2.0)
                for x in 0...example.e {
                    for y in 0...example.f {
                        let group = Double(example.a + x) / Double(example.n1 + x + y)
                        let reference = Double(example.c + example.e - x) / Double(example.n0 + example.e - x + example.f - y)
                        low = min(low, group - reference)
                        high = max(high, group - reference)
                    }
                }
                let (least, most) = subject(bounds)
                return abs(least - low) < 1e-15 && abs(most - high) < 1e-15 && least <= bounds.estimate && bounds.estimate <= most
            })
    }
}
