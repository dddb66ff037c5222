import Testing
import Metrics

/// Laws of the limits of a paired change. Each is tried on planted bugs as well.
@Suite struct PairedChangePropertyTests {
    struct Figures {
        var estimate: Double
        var lower: Double
        var upper: Double
        /// Found by bisection for few changes, so only where it is looked at.
        var p = Double.nan
        var below = Double.nan

        init(_ change: any PairedChange, level: Double = 0.95, withP: Bool = false) {
            (estimate, lower, upper) = (change.estimate, change.lower(level: level), change.upper(level: level))
            if withP { (p, below) = (change.pAboveZero, change.pBelowZero) }
        }

        func isClose(to other: Figures, within tolerance: Double = 1e-9) -> Bool {
            [(estimate, other.estimate), (lower, other.lower), (upper, other.upper)].allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) }
        }
    }

    /// A change of a group among others: those of the group, of everybody else, and the bound of a change.
    struct People {
        var group: [Double]
        var rest: [Double]
        var largest: Double

        /// Changes in quarters with a long tail to either side, so that skewness of either sign occurs.
        static func random(_ random: inout SeededRandom) -> People {
            func side() -> [Double] {
                let sign = random.index(below: 2) == 0 ? 1.0 : -1
                return (0..<(3 + random.index(below: 20))).map { _ in
                    sign * Double(random.index(below: 5) - 2 + (random.index(below: 6) == 0 ? 9 : 0)) / 4
                }
            }
            return People(group: side(), rest: side(), largest: 8)
        }

        /// Fewer than ten off the commonest, in fifths.
        static func few(_ random: inout SeededRandom) -> People {
            let others = (0..<random.index(below: 10)).map { _ in Double(random.index(below: 11) - 5) / 5 }
            var group = Array(repeating: 0.0, count: 12 + random.index(below: 60)) + others
            random.shuffle(&group)
            return People(group: group, rest: [], largest: 1)
        }

        func mapped(scale: Double = 1, shift: Double = 0) -> People {
            People(group: group.map { scale * $0 + shift }, rest: rest.map { scale * $0 + shift }, largest: abs(scale) * largest)
        }

        var isVaried: Bool { Set(group).count > 2 && Set(rest).count > 2 }
    }

    typealias Judge = @Sendable (People) throws -> Figures
    struct Subject: CustomTestStringConvertible, Sendable {
        let name: String
        let judge: Judge
        /// Whether a shift for everybody moves the figures.
        var followsShifts = true
        var testDescription: String { name }
    }

    static let mean = Subject(name: "mean", judge: { Figures(try PairedMeanChange(ChangeSums($0.group)), withP: true) })
    static let centred = Subject(
        name: "difference in differences",
        judge: { Figures(try CentredMeanChange(group: ChangeSums($0.group), rest: ChangeSums($0.rest)), withP: true) },
        followsShifts: false)
    static let centredFew = Subject(
        name: "difference in differences, few changes", judge: { Figures(try nearlyAlike($0)) }, followsShifts: false)
    static let few = Subject(name: "few changes", judge: { Figures(try FewChanges($0.group, largest: $0.largest)) })

    private static func nearlyAlike(_ people: People) throws -> CentredFewChanges {
        CentredFewChanges(
            group: try FewChanges(people.group, largest: people.largest), rest: try FewChanges(people.rest, largest: people.largest))
    }

    private static func generate(_ subject: Subject) -> (inout SeededRandom) -> People {
        { random in
            if subject.name == few.name { return People.few(&random) }
            if subject.name == centredFew.name {
                var people = People.few(&random)
                people.rest = People.few(&random).group
                return people
            }
            while true {
                let people = People.random(&random)
                if people.isVaried { return people }
            }
        }
    }

    private static func isInteresting(_ people: People) -> Bool { Set(people.group).count > 2 }

    /// Worse for better: the limits change places.
    @Test(arguments: [mean, centred]) func signSymmetry(_ subject: Subject) throws {
        try Property.check(
            "\(subject.name): limits change places with the sign", cases: 600, subject: subject.judge,
            // A correction that does not change its sign.
            planted: { var found = try subject.judge($0); found.upper += 0.01; return found } as Judge,
            generate: Self.generate(subject), interesting: Self.isInteresting,
            holds: { people, judge in
                let (found, mirror) = (try judge(people), try judge(people.mapped(scale: -1)))
                return abs(found.lower + mirror.upper) < 1e-9 && abs(found.upper + mirror.lower) < 1e-9
                    && abs(found.estimate + mirror.estimate) < 1e-12 && found.p + mirror.p >= 1 - 1e-9 && abs(found.below - mirror.p) < 1e-9
            })
    }

    @Test(arguments: [mean, centred, few]) func shiftEquivariance(_ subject: Subject) throws {
        try Property.check(
            "\(subject.name): \(subject.followsShifts ? "moves with" : "ignores") a change for everybody", cases: 600, subject: subject.judge,
            planted: { people in
                var found = try subject.judge(people)
                // A limit that depends on where the changes lie.
                found.lower += people.group[0] / 100
                return found
            } as Judge,
            generate: Self.generate(subject), interesting: Self.isInteresting,
            holds: { people, judge in
                let (found, moved) = (try judge(people), try judge(people.mapped(shift: 0.5)))
                let by = subject.followsShifts ? 0.5 : 0
                return [(moved.lower, found.lower), (moved.upper, found.upper), (moved.estimate, found.estimate)]
                    .allSatisfy { abs($0 - $1 - by) < 1e-9 }
            })
    }

    @Test(arguments: [mean, centred, few]) func scaleEquivariance(_ subject: Subject) throws {
        try Property.check(
            "\(subject.name): follows the unit", cases: 600, subject: subject.judge,
            planted: { var found = try subject.judge($0); found.upper += 1e-3; return found } as Judge,
            generate: Self.generate(subject), interesting: Self.isInteresting,
            holds: { people, judge in
                let (found, scaled) = (try judge(people), try judge(people.mapped(scale: 4)))
                return abs(scaled.lower - 4 * found.lower) < 1e-9 && abs(scaled.upper - 4 * found.upper) < 1e-9
                    && (found.p.isNaN || abs(scaled.p - found.p) < 1e-9)
            })
    }

    @Test(arguments: [mean, centred, few]) func orderInvariance(_ subject: Subject) throws {
        try Property.check(
            "\(subject.name): whoever comes first", cases: 500, subject: subject.judge,
            planted: { people in
                var found = try subject.judge(people)
                found.upper += people.group[0] / 100
                return found
            } as Judge,
            generate: Self.generate(subject), interesting: Self.isInteresting,
            holds: { people, judge in
                let turned = People(group: people.group.reversed(), rest: people.rest.reversed(), largest: people.largest)
                return try judge(people).isClose(to: judge(turned))
            })
    }

    typealias AtLevel = @Sendable (People, Double) throws -> Figures
    private static func atLevel(_ subject: Subject, withP: Bool = false) -> AtLevel {
        switch subject.name {
        case mean.name: { Figures(try PairedMeanChange(ChangeSums($0.group)), level: $1, withP: withP) }
        case centred.name: { Figures(try CentredMeanChange(group: ChangeSums($0.group), rest: ChangeSums($0.rest)), level: $1, withP: withP) }
        case centredFew.name: { Figures(try nearlyAlike($0), level: $1, withP: withP) }
        default: { Figures(try FewChanges($0.group, largest: $0.largest), level: $1, withP: withP) }
        }
    }

    @Test(arguments: [mean, centred, centredFew, few]) func pIsDualToTheLimits(_ subject: Subject) throws {
        let judge = Self.atLevel(subject, withP: true)
        try Property.check(
            "\(subject.name): p below 1 - level exactly when the limit excludes 0", cases: 150, subject: judge,
            planted: { var found = try judge($0, $1); found.p = min(1, 2 * found.p); return found } as AtLevel,
            generate: { random in
                // Away from 0, so that the decision falls either way.
                var people = Self.generate(subject)(&random)
                let shift = Double(random.index(below: 9) - 4) / 8
                people.group = people.group.map { $0 + shift }
                return people
            }, interesting: Self.isInteresting,
            holds: { people, judge in
                try [0.3, 0.6, 0.9, 0.95, 0.998].allSatisfy { level in
                    let found = try judge(people, level)
                    return (abs(found.p - (1 - level)) < 1e-9 || (found.lower > 0) == (found.p < 1 - level))
                        && (abs(found.below - (1 - level)) < 1e-9 || (found.upper < 0) == (found.below < 1 - level))
                }
            })
    }

    @Test(arguments: [mean, centred, centredFew, few]) func limitsOpenWithTheLevelAroundTheEstimate(_ subject: Subject) throws {
        let judge = Self.atLevel(subject)
        try Property.check(
            "\(subject.name): limits nest and hold the mean of the people", cases: 400, subject: judge,
            planted: { people, level in
                var found = try judge(people, level)
                if level > 0.99 { found.upper = found.estimate }
                return found
            } as AtLevel,
            generate: Self.generate(subject), interesting: Self.isInteresting,
            holds: { people, judge in
                let levels = [0.6, 0.8, 0.95, 0.998].compactMap { try? judge(people, $0) }
                let nested = zip(levels, levels.dropFirst()).allSatisfy { $1.lower <= $0.lower + 1e-12 && $1.upper >= $0.upper - 1e-12 }
                let holds = levels.allSatisfy { $0.lower <= $0.estimate + 1e-12 && $0.upper >= $0.estimate - 1e-12 }
                return levels.count == 4 && nested && holds
            })
    }

    @Test(arguments: [mean, few]) func somebodyWithoutAChangeShrinksTheEstimate(_ subject: Subject) throws {
        try Property.check(
            "\(subject.name): one more without a change shrinks the estimate", cases: 500, subject: subject.judge,
            planted: { people in
                var found = try subject.judge(people)
                // People without a change left out.
                found.estimate = people.group.reduce(0, +) / Double(max(1, people.group.count { $0 != 0 }))
                return found
            } as Judge,
            generate: Self.generate(subject), interesting: Self.isInteresting,
            holds: { people, judge in
                let (found, more) = (try judge(people), try judge(People(group: people.group + [0], rest: people.rest, largest: people.largest)))
                let expected = found.estimate * Double(people.group.count) / Double(people.group.count + 1)
                return abs(more.estimate - expected) < 1e-12 && abs(more.estimate) <= abs(found.estimate)
            })
    }

    @Test func fewChangesHoldTheMeanAndRiseWithHarm() throws {
        try Property.check(
            "few changes: limits hold the mean and no harm makes them lower", cases: 400, subject: Self.few.judge,
            // The gains taken off the upper limit: it could then lie below the mean.
            planted: { people in
                var found = try Self.few.judge(people)
                found.upper -= 2 * people.group.reduce(0) { $0 + max(0, -$1) } / Double(people.group.count)
                return found
            } as Judge,
            generate: { Self.generate(Self.few)(&$0) }, interesting: { $0.group.contains { $0 < 0 } && $0.group.contains { $0 > 0 } },
            holds: { people, judge in
                let found = try judge(people)
                guard found.lower <= found.estimate, found.estimate <= found.upper else { return false }
                var worse = people
                guard let unchanged = worse.group.firstIndex(of: 0) else { return true }
                worse.group[unchanged] = 0.4
                let after = try judge(worse)
                return after.upper >= found.upper && after.lower >= found.lower && after.estimate > found.estimate
            })
    }

    typealias Detectable = @Sendable (_ reach: Double, _ error: Double, _ size: Double) -> Double?
    @Test func theDetectableEffectGrowsWithReachErrorAndSize() throws {
        let subject: Detectable = { reach, error, size in
            MinimumDetectableEffect.nonInferiority(reach: reach, standardError: error, margin: size, signalSize: size)
        }
        try Property.check(
            "detectable change: grows with reach, error and size, never below the size", cases: 600, subject: subject,
            planted: { reach, error, size in subject(reach, error, size).map { min($0, 0.3) } } as Detectable,
            generate: { (reach: $0.uniform(), error: 0.005 + $0.uniform() / 5, size: 0.05 + $0.uniform() / 4) },
            interesting: { $0.reach > $0.size },
            holds: { example, detectable in
                guard let found = detectable(example.reach, example.error, example.size),
                      let blurred = detectable(example.reach, example.error * 1.1, example.size),
                      let larger = detectable(example.reach, example.error, example.size * 1.1),
                      let wider = detectable(example.reach * 1.1, example.error, example.size) else { return false }
                return found > example.size && blurred > found && larger >= found && wider >= found
                    && detectable(.nan, example.error, example.size) == nil && detectable(-1, example.error, example.size) == nil
            })
    }
}
