import Testing
import Metrics

/// Regression and differential prediction. Small whole numbers, so that ties, constants and separation are common.
@Suite struct PredictionPropertyTests {
    struct Sides {
        var group: [DifferentialPrediction.Observation]
        var reference: [DifferentialPrediction.Observation]

        init(_ random: inout SeededRandom, least: Int = 1) {
            func side() -> [DifferentialPrediction.Observation] {
                (0..<(least + random.index(below: 5))).map { _ in
                    (predictor: Double(random.index(below: 4)), outcome: Double(random.index(below: 6)))
                }
            }
            group = side()
            reference = side()
        }

        var x: [Double] { (reference + group).map(\.predictor) }
        var y: [Double] { (reference + group).map(\.outcome) }
        var membership: [Double] { reference.map { _ in 0 } + group.map { _ in 1 } }
        var binaryGroup: [LogisticDifferentialPrediction.Observation] { group.map { ($0.predictor, $0.outcome > 2) } }
        var binaryReference: [LogisticDifferentialPrediction.Observation] { reference.map { ($0.predictor, $0.outcome > 2) } }
    }

    typealias Figures = Result<[Double], Undefined>

    static func attempt(_ make: () throws(Undefined) -> [Double]) -> Figures {
        do throws(Undefined) { return .success(try make()) } catch { return .failure(error) }
    }

    /// Same reason, or the same numbers up to rounding.
    static func agree(_ first: Figures, _ second: Figures, _ map: ([Double]) -> [Double] = { $0 }) -> Bool {
        switch (first, second) {
        case (.failure(let a), .failure(let b)): a == b
        case (.success(let a), .success(let b)): zip(map(a), b).allSatisfy { (one, other) in abs(one - other) <= 1e-6 * (1 + abs(other)) }
        default: false
        }
    }

    static func succeeds(_ figures: Figures) -> Bool { (try? figures.get()) != nil }

    private static func linear(_ sides: Sides) -> Figures {
        attempt { () throws(Undefined) in
            let lines = try DifferentialPrediction(group: sides.group, reference: sides.reference)
            return [try lines.interceptDifference().estimate, lines.groupResidual.estimate, lines.referenceResidual.estimate,
                lines.interceptTest.statistic]
        }
    }

    private static func logistic(_ sides: Sides) -> Figures {
        attempt { () throws(Undefined) in
            let curves = try LogisticDifferentialPrediction(group: sides.binaryGroup, reference: sides.binaryReference)
            return [try curves.interceptDifference().estimate, curves.groupResidual.estimate, curves.referenceResidual.estimate,
                curves.interceptTest.statistic]
        }
    }

    private static func size(_ figures: Figures) -> Figures { figures.map { [abs($0[0])] + $0.dropFirst() } }

    private static func checkRelabelling(_ name: String, cases: Int, _ subject: @escaping (Sides) -> Figures) throws {
        try Property.check(
            name, cases: cases, subject: subject, planted: { size(subject($0)) }, generate: { Sides(&$0) },
            interesting: { succeeds(subject($0)) },
            holds: { sides, subject in
                var swapped = sides
                (swapped.group, swapped.reference) = (sides.reference, sides.group)
                return agree(subject(sides), subject(swapped)) { [-$0[0], $0[2], $0[1], $0[3]] }
            })
    }

    @Test func relabellingGroupsFlipsTheSign() throws {
        try Self.checkRelabelling("prediction: relabelling flips the intercept difference", cases: 6000, Self.linear)
        try Self.checkRelabelling("prediction: relabelling flips the log odds ratio", cases: 3000, Self.logistic)
    }

    private static func fit(_ sides: Sides) -> Figures {
        attempt { () throws(Undefined) in
            let fit = try LeastSquares(outcome: sides.y, predictors: [sides.x, sides.membership])
            return fit.coefficients + [fit.rSquared]
        }
    }

    @Test func reorderingPeopleChangesNothing() throws {
        try Property.check(
            "regression: order of people", cases: 12_000, subject: Self.fit,
            planted: { sides in
                var shorter = sides
                shorter.group.removeLast()
                return Self.fit(shorter)
            }, generate: { Sides(&$0) }, interesting: { Self.succeeds(Self.fit($0)) },
            holds: { sides, subject in
                var turned = sides
                turned.group.reverse()
                turned.reference.reverse()
                return Self.agree(subject(sides), subject(turned))
            })
    }

    @Test func duplicatingTheCohortKeepsCoefficientsAndRSquared() throws {
        try Property.check(
            "regression: the cohort twice", cases: 12_000, subject: Self.fit,
            planted: { sides in Self.fit(sides).map { $0.map { $0 * Double(sides.group.count) } } },
            generate: { Sides(&$0, least: 3) }, interesting: { Self.succeeds(Self.fit($0)) },
            holds: { sides, subject in
                var twice = sides
                twice.group += sides.group
                twice.reference += sides.reference
                return Self.agree(subject(sides), subject(twice))
            })
    }

    private static func slopes(_ sides: Sides, _ x: [Double]) -> Figures {
        attempt { () throws(Undefined) in
            let small = try LeastSquares(outcome: sides.y, predictors: [x])
            let full = try LeastSquares(outcome: sides.y, predictors: [x, sides.membership])
            return [full.coefficients[1], try NestedFTest(restricted: small, full: full).statistic, full.rSquared]
        }
    }

    @Test func anotherUnitOfThePredictor() throws {
        try Property.check(
            "regression: x becomes 3 - 2.5 x", cases: 10_000, subject: Self.slopes,
            planted: { Self.slopes($0, $1.map { $0 * $0 }) }, generate: { Sides(&$0, least: 2) },
            interesting: { Self.succeeds(Self.slopes($0, $0.x)) },
            holds: { sides, subject in
                Self.agree(subject(sides, sides.x), subject(sides, sides.x.map { 3 - 2.5 * $0 })) { [$0[0] / -2.5, $0[1], $0[2]] }
            })
    }

    /// Nobody on one side, or one person: no figure, and a stated reason.
    @Test func anAbsentGroupIsUndefined() throws {
        let zero: (Sides) -> Figures = { _ in .success([0, 0, 0, 0]) }
        for (name, subject) in [("linear", Self.linear), ("logistic", Self.logistic)] {
            try Property.check(
                "prediction: absent or single group, \(name)", cases: 15_000, subject: subject, planted: zero,
                generate: { random in
                    var sides = Sides(&random)
                    let left = Array(sides.group.prefix(random.index(below: 2)))
                    if random.index(below: 2) == 0 { sides.group = left } else { sides.reference = Array(sides.reference.prefix(left.count)) }
                    return sides
                }, interesting: { $0.group.isEmpty || $0.reference.isEmpty },
                holds: { sides, subject in
                    guard case .failure(let reason) = subject(sides) else { return false }
                    let absent = sides.group.isEmpty || sides.reference.isEmpty
                    return reason == (absent ? .noObservations : .tooFewObservations(needed: 2))
                })
        }
    }

    /// A constant predictor, a constant outcome, one person: never a slope.
    @Test func nothingToLearnFrom() throws {
        try Property.check(
            "regression: constant predictor or outcome, one person", cases: 25_000,
            subject: { (x: [Double], y: [Double]) in
                Self.attempt { () throws(Undefined) in try LeastSquares(outcome: y, predictors: [x]).coefficients }
            }, planted: { (_: [Double], y: [Double]) in .success([y[0], 0]) },
            generate: { random in
                let count = 1 + random.index(below: 8)
                let kind = random.index(below: 3)
                let shift = [0, 0.1, 1e6][random.index(below: 3)]
                let x = (0..<count).map { _ in shift + Double(kind == 0 ? 3 : random.index(below: 4)) }
                let y = (0..<count).map { _ in shift + Double(kind == 1 ? 3 : random.index(below: 4)) }
                return kind == 2 ? ([x[0]], [y[0]]) : (x, y)
            }, interesting: { $0.0.count > 2 },
            holds: { people, subject in
                guard case .failure(let reason) = subject(people.0, people.1) else { return false }
                let (x, y) = people
                if x.count < 3 { return reason == .tooFewObservations(needed: 3) }
                return y.allSatisfy { $0 == y[0] } ? reason == .zeroVariance : reason == .collinear
            })
    }

    /// One predictor and a group, few people: by hand the outcomes are separated exactly when one side's are all the same, or when
    /// on both sides the same direction of x tells them apart (one value may be shared).
    private static func isSeparated(_ sides: Sides) -> Bool {
        let parts = [sides.binaryGroup, sides.binaryReference]
        if parts.contains(where: { part in part.allSatisfy { $0.outcome == part[0].outcome } }) { return true }
        return [1.0, -1].contains { sign in
            parts.allSatisfy { part in
                let failures = part.filter { !$0.outcome }.map { sign * $0.predictor }.max()!
                let successes = part.filter(\.outcome).map { sign * $0.predictor }.min()!
                return failures <= successes
            }
        }
    }

    @Test func separationIsNeverAFiniteCoefficient() throws {
        let subject: (Sides) -> Figures = { sides in
            Self.attempt { () throws(Undefined) in
                try LogisticRegression(outcome: sides.y.map { $0 > 2 }, predictors: [sides.x, sides.membership]).coefficients
            }
        }
        try Property.check(
            "logistic: separated exactly when the answer is undefined", cases: 15_000, subject: subject,
            planted: { sides in
                if case .failure(.perfectSeparation) = subject(sides) { return .success([0, 25, 25]) }
                return subject(sides)
            }, generate: { Sides(&$0, least: 3) }, interesting: { Self.isSeparated($0) },
            holds: { sides, subject in
                switch subject(sides) {
                case .failure(.perfectSeparation): Self.isSeparated(sides)
                // All outcomes the same, or x constant on its own or given the group: another reason, and no coefficient either.
                case .failure(let reason): reason == .zeroVariance || reason == .collinear
                case .success(let values): !Self.isSeparated(sides) && values.allSatisfy { abs($0) < 20 }
                }
            })
    }

    @Test func reliabilityOneChangesNothingAndTheTurningPointIsZero() throws {
        func subject(_ sides: Sides, _ reliability: Double) -> Figures {
            Self.attempt { () throws(Undefined) in
                let lines = try DifferentialPrediction(group: sides.group, reference: sides.reference)
                let sensitivity = try lines.sensitivity(reliabilities: [reliability])
                let turned = try sensitivity.signTurnsAt.map { at throws(Undefined) in
                    try lines.sensitivity(reliabilities: [at]).corrected[0].estimate
                }
                return [sensitivity.observed.estimate - sensitivity.corrected[0].estimate, turned ?? 0]
            }
        }
        try Property.check(
            "prediction: reliability 1 and the turning point", cases: 3000, subject: { subject($0, 1) }, planted: { subject($0, 0.9) },
            generate: { Sides(&$0, least: 3) }, interesting: { Self.succeeds(subject($0, 1)) },
            holds: { sides, subject in
                guard case .success(let values) = subject(sides) else { return true }
                return values.allSatisfy { abs($0) < 1e-9 }
            })
    }
}
