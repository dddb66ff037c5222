import Testing
import Metrics

/// Laws of the two-sample statistics: ranks, shifts, effects, distances. Each is tried on planted bugs as well.
@Suite struct LocationPropertyTests {
    typealias Figure = @Sendable (TwoSides) throws -> Double

    /// A statistic, how it answers when the sides are swapped, and how it scales with the unit (nil: not at all).
    struct Subject: CustomTestStringConvertible, Sendable {
        let name: String
        let sign: Double
        let scale: Double?
        let usesOrderOnly: Bool
        let exact: Bool
        let figure: Figure
        var testDescription: String { name }
        /// Nothing may be lost by rounding in what only counts; means and variances keep some digits.
        var tolerance: Double { exact ? 0 : 1e-11 }
    }

    static let subjects: [Subject] = [
        Subject(name: "Mann-Whitney U less half", sign: -1, scale: nil, usesOrderOnly: true, exact: true) {
            try MannWhitneyTest(group: $0.group, reference: $0.reference).statistic - Double($0.group.count * $0.reference.count) / 2
        },
        Subject(name: "Mann-Whitney p", sign: 1, scale: nil, usesOrderOnly: true, exact: true) {
            try MannWhitneyTest(group: $0.group, reference: $0.reference).pValue
        },
        Subject(name: "Brunner-Munzel", sign: -1, scale: nil, usesOrderOnly: true, exact: false) {
            try BrunnerMunzel(group: $0.group, reference: $0.reference).statistic
        },
        Subject(name: "Cliff's delta", sign: -1, scale: nil, usesOrderOnly: true, exact: true) {
            try CliffsDelta(group: $0.group, reference: $0.reference).estimate
        },
        Subject(name: "Hodges-Lehmann", sign: -1, scale: 1, usesOrderOnly: false, exact: true) {
            try HodgesLehmannDifference(group: $0.group, reference: $0.reference).estimate
        },
        Subject(name: "Hedges g", sign: -1, scale: nil, usesOrderOnly: false, exact: false) {
            try HedgesG(group: $0.group, reference: $0.reference).estimate
        },
        Subject(name: "Kolmogorov-Smirnov D", sign: 1, scale: nil, usesOrderOnly: true, exact: true) {
            try KolmogorovSmirnov(group: $0.group, reference: $0.reference).statistic
        },
        Subject(name: "Kolmogorov-Smirnov p", sign: 1, scale: nil, usesOrderOnly: true, exact: false) {
            try KolmogorovSmirnov(group: $0.group, reference: $0.reference).pValue
        },
        Subject(name: "Wasserstein", sign: 1, scale: 1, usesOrderOnly: false, exact: true) {
            try WassersteinDistance(group: $0.group, reference: $0.reference).estimate
        },
        Subject(name: "median difference", sign: -1, scale: 1, usesOrderOnly: false, exact: true) {
            try QuantileDifference(group: $0.group, reference: $0.reference, probability: 0.5).estimate
        },
    ]

    /// A comparison that looks at the first person only: wrong under every reordering, swap and copy.
    static let firstPerson: Figure = { $0.group[0] - $0.reference[0] + ($0.group.count > 1 ? $0.group[1] : 1) }

    private func law(
        _ name: String, _ subject: Subject, cases: Int = 2_500, interesting: @escaping (TwoSides) -> Bool = { !$0.isConstant },
        holds: (TwoSides, Figure) throws -> Bool
    ) throws {
        try Property.check(
            "\(name): \(subject.name)", cases: cases, subject: subject.figure, planted: Self.firstPerson,
            generate: { TwoSides.random(&$0) }, interesting: interesting, holds: holds)
    }

    @Test(arguments: subjects)
    func swappingTheSides(_ subject: Subject) throws {
        try law("swap", subject) { sides, figure in
            Outcome { try figure(sides.swapped) }.isClose(to: Outcome { try figure(sides) }, sign: subject.sign, within: subject.tolerance)
        }
    }

    @Test(arguments: subjects)
    func theOrderOfPeopleDoesNotMatter(_ subject: Subject) throws {
        try law("reorder", subject) { sides, figure in
            var random = SeededRandom(seed: UInt64(sides.group.count * 31 + sides.reference.count))
            return Outcome { try figure(sides.shuffled(&random)) }.isClose(to: Outcome { try figure(sides) }, within: subject.tolerance)
        }
    }

    @Test(arguments: subjects)
    func shiftAndUnit(_ subject: Subject) throws {
        try law("shift and unit", subject) { sides, figure in
            // Exact in binary: nothing but the statistic itself can spoil it.
            Outcome { try figure(sides.mapped { 4 * $0 + 64 }) }.isClose(
                to: Outcome { try figure(sides) }, factor: subject.scale == nil ? 1 : 4, within: subject.tolerance)
        }
    }

    @Test(arguments: subjects.filter(\.usesOrderOnly))
    func onlyOrderMatters(_ subject: Subject) throws {
        try law("increasing transformation", subject) { sides, figure in
            Outcome { try figure(sides.mapped { $0 * $0 * $0 + $0 }) }.isClose(to: Outcome { try figure(sides) }, within: subject.tolerance)
        }
    }

    /// A cohort twice: what describes the distribution stays; tests get surer.
    @Test(arguments: ["Cliff's delta", "Hodges-Lehmann", "Kolmogorov-Smirnov D", "Wasserstein"])
    func everybodyTwice(_ name: String) throws {
        let subject = Self.subjects.first { $0.name == name }!
        try law("duplicate", subject) { sides, figure in
            Outcome { try figure(sides.doubled) }.isClose(to: Outcome { try figure(sides) }, within: 1e-15)
        }
    }

    @Test(arguments: subjects)
    func missingValuesAndEmptySidesAreRefused(_ subject: Subject) throws {
        try law("refused", subject, cases: 1_000) { sides, figure in
            var broken = sides
            broken.group[broken.group.count / 2] = .nan
            var empty = sides
            empty.reference = []
            if sides.group.count % 2 == 0 { broken = broken.swapped }
            // The planted figure has no check and would read past the empty side.
            if (try? figure(broken)) != nil { return false }
            return Outcome { try figure(empty) } == .undefined(.noObservations) && Outcome { try figure(broken) } == .undefined(.notFinite)
        }
    }

    @Test(arguments: subjects)
    func aNumberOrAReason(_ subject: Subject) throws {
        try Property.check(
            "never NaN: \(subject.name)", cases: 1_500, subject: subject.figure,
            planted: { 0 / Double(Set($0.group).count - 1) } as Figure,
            generate: { random in
                var sides = TwoSides.random(&random)
                // One person on a side, and everybody equal, far more often than by chance.
                if random.uniform() < 0.3 { sides.group = [sides.group[0]] }
                if random.uniform() < 0.3 { sides = sides.mapped { _ in 7 } }
                return sides
            }, interesting: { $0.group.count == 1 || $0.isConstant }, holds: { sides, figure in Outcome { try figure(sides) }.isHonest })
    }

    /// Nothing exact is surer than one order among all.
    @Test(arguments: ["Mann-Whitney p", "Kolmogorov-Smirnov p"])
    func exactPNeverFallsBelowOneOrder(_ name: String) throws {
        let subject = Self.subjects.first { $0.name == name }!
        try Property.check(
            "p at least one order in all: \(name)", cases: 8_000, subject: subject.figure,
            planted: { try subject.figure($0) / 2 } as Figure,
            generate: { random in
                var sides = TwoSides.random(&random)
                if random.uniform() < 0.2 { sides.group = sides.group.map { $0 + 3_000 } }
                return sides
            }, interesting: \.isApart,
            holds: { sides, figure in
                if sides.isConstant { return true }
                let p = try figure(sides)
                let orders = Double.exponential(LogFactorial.choose(sides.group.count + sides.reference.count, sides.group.count))
                // Without ties the mirrored order is as extreme; with ties Mann-Whitney takes the normal approximation.
                let least = sides.hasTies ? (name.hasPrefix("Mann") ? 0 : 1) : 2
                return p > 0 && p >= Double(least) / orders * (1 - 1e-9) && p <= 1
            })
    }

    @Test func distancesAreZeroOnlyForTheSame() throws {
        typealias Distances = @Sendable (TwoSides) throws -> (ks: Double, area: Double)
        let subject: Distances = {
            (try KolmogorovSmirnov(group: $0.group, reference: $0.reference).statistic, try WassersteinDistance(group: $0.group, reference: $0.reference).estimate)
        }
        try Property.check(
            "zero distance only for the same, 1 for no overlap", cases: 20_000, subject: subject,
            planted: { let found = try subject($0); return $0.isApart ? (0, 0) : found } as Distances,
            generate: { random in
                var sides = TwoSides.random(&random, atMost: 5)
                if random.uniform() < 0.2 { sides.reference = Array(repeating: sides.group, count: 1 + random.index(below: 3)).flatMap { $0 } }
                return sides
            }, interesting: { $0.isApart || Set($0.group) == Set($0.reference) },
            holds: { sides, distances in
                let found = try distances(sides)
                func shares(_ values: [Double]) -> [Double: Int] { values.reduce(into: [:]) { $0[$1, default: 0] += 1 } }
                let (first, second) = (shares(sides.group), shares(sides.reference))
                let same = Set(first.keys) == Set(second.keys)
                    && first.allSatisfy { $0.value * sides.reference.count == second[$0.key]! * sides.group.count }
                if same { return found == (0, 0) }
                return found.ks > 0 && found.area > 0 && (found.ks == 1) == sides.isApart
            })
    }

    @Test func hodgesLehmannLiesAmongTheDifferences() throws {
        typealias Shift = @Sendable (TwoSides) throws -> (estimate: Double, interval: Interval, attained: Double?)
        let subject: Shift = {
            let shift = try HodgesLehmannDifference(group: $0.group, reference: $0.reference)
            let result = try shift.rankInterval(level: 0.9)
            return (shift.estimate, result.interval, result.attainedLevel)
        }
        try Property.check(
            "Hodges-Lehmann: median of all differences, interval dual to Mann-Whitney", cases: 12_000, subject: subject,
            planted: { var found = try subject($0); found.interval = Interval(level: 0.9, low: found.estimate, high: found.estimate); return found } as Shift,
            generate: { TwoSides.random(&$0) }, interesting: { !$0.hasTies && $0.group.count > 3 && $0.reference.count > 3 },
            holds: { sides, shift in
                let found = try shift(sides)
                let differences = sides.group.flatMap { x in sides.reference.map { x - $0 } }.sorted()
                let middle = (differences[(differences.count - 1) / 2] + differences[differences.count / 2]) / 2
                guard found.estimate == middle, found.attained! >= 0.9, found.interval.low <= middle, middle <= found.interval.high else { return false }
                if sides.hasTies { return true }
                let p = try MannWhitneyTest(group: sides.group, reference: sides.reference).pValue
                return found.interval.excludes(0) == (p < 1 - 0.9)
            })
    }

    @Test func oneSampleCentre() throws {
        typealias Centre = @Sendable ([Double]) throws -> Double
        try Property.check(
            "Hodges-Lehmann centre: median of Walsh averages, shifts with the values, flips with their sign", cases: 15_000,
            subject: { try HodgesLehmannLocation($0).estimate } as Centre,
            planted: { values in values.sorted()[values.count / 2] } as Centre,
            generate: { TwoSides.random(&$0).group }, interesting: { $0.count > 1 },
            holds: { values, centre in
                let averages = values.indices.flatMap { i in (i..<values.count).map { values[i] / 2 + values[$0] / 2 } }.sorted()
                let middle = averages[(averages.count - 1) / 2] / 2 + averages[averages.count / 2] / 2
                return try centre(values) == middle && centre(values.map { $0 + 16 }) == middle + 16 && centre(values.map { -$0 }) == -middle
            })
    }

    @Test func signedRanks() throws {
        typealias Test = @Sendable ([Double]) throws -> (w: Double, p: Double)
        let subject: Test = { let test = try WilcoxonSignedRank(differences: $0, zeros: .leftOut); return (test.statistic, test.pValue) }
        try Property.check(
            "signed ranks: signs mirrored, order and increasing odd transformations ignored", cases: 10_000, subject: subject,
            planted: { let found = try subject($0); return (found.w + 0.5, found.p) } as Test,
            generate: { TwoSides.random(&$0).group.filter { $0 != 0 } }, interesting: { $0.count > 2 },
            holds: { values, test in
                if values.isEmpty { return true }
                let n = Double(values.count)
                let found = try test(values)
                let (mirror, cubed, turned) = (try test(values.map { -$0 }), try test(values.map { $0 * $0 * $0 }), try test(values.reversed()))
                return found.w + mirror.w == n * (n + 1) / 2 && abs(found.p - mirror.p) < 1e-14 && found == cubed && found == turned
                    && found.p <= 1 && (Set(values.map(abs)).count < values.count ? found.p > 0 : found.p >= Double.exponential(-n * 0.6931471805599453) * 2 * (1 - 1e-9))
            })
    }

    @Test func intervalsHoldAndNest() throws {
        typealias Limits = @Sendable (TwoSides, Double) throws -> [(least: Double, estimate: Double, interval: Interval)]
        let subject: Limits = { sides, level in
            let delta = try CliffsDelta(group: sides.group, reference: sides.reference)
            let share = try ProbabilityOfSuperiority(group: sides.group, reference: sides.reference)
            return [(-1, delta.estimate, try delta.interval(level: level)), (0, share.estimate, try share.interval(level: level))]
        }
        try Property.check(
            "Cliff's delta: interval in its range, around the estimate, nested", cases: 15_000, subject: subject,
            planted: { sides, level in
                try subject(sides, level).map { ($0.least, $0.estimate, Interval(level: level, low: $0.interval.low - 0.2, high: $0.interval.high)) }
            } as Limits,
            generate: { TwoSides.random(&$0) }, interesting: { !$0.isApart && $0.group.count > 1 && $0.reference.count > 1 },
            holds: { sides, limits in
                guard let wide = try? limits(sides, 0.99), let narrow = try? limits(sides, 0.8) else {
                    return sides.isApart || sides.isConstant || min(sides.group.count, sides.reference.count) == 1
                }
                return zip(wide, narrow).allSatisfy { wide, narrow in
                    wide.interval.low <= narrow.interval.low && narrow.interval.high <= wide.interval.high
                        && wide.interval.low >= wide.least && wide.interval.high <= 1
                        && narrow.interval.low <= narrow.estimate + 1e-12 && narrow.estimate <= narrow.interval.high + 1e-12
                }
            })
    }

    @Test func stabilityIndex() throws {
        typealias Index = @Sendable (TwoSides) throws -> Double
        try Property.check(
            "population stability index: symmetric, doubled alike, 0 only for equal shares", cases: 10_000,
            subject: { try PopulationStabilityIndex(group: $0.group, reference: $0.reference, edges: [-1, 0.25, 2]).estimate } as Index,
            planted: { try PopulationStabilityIndex(group: $0.group, reference: $0.reference, edges: [-1, 0.25, 2], pseudoCount: 1).estimate } as Index,
            generate: { TwoSides.random(&$0).mapped { $0 / 200 } }, interesting: { !$0.isConstant },
            holds: { sides, index in
                let found = Outcome { try index(sides) }
                guard Outcome({ try index(sides.swapped) }).isClose(to: found, within: 1e-12), Outcome({ try index(sides.doubled) }).isClose(to: found, within: 1e-12) else { return false }
                func bins(_ values: [Double]) -> [Int] { [values.count { $0 < -1 }, values.count { $0 >= -1 && $0 < 0.25 }, values.count { $0 >= 0.25 && $0 < 2 }, values.count { $0 >= 2 }] }
                let pairs = Array(zip(bins(sides.group), bins(sides.reference)))
                if pairs.contains(where: { ($0 == 0) != ($1 == 0) }) { return found == .undefined(.zeroDenominator) }
                let same = pairs.allSatisfy { $0 * sides.reference.count == $1 * sides.group.count }
                guard case .value(let value) = found else { return false }
                return same ? value < 1e-15 : value > 1e-6
            })
    }
}
