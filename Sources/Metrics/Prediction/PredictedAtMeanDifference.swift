/// Group minus reference at one value of the predictor, each side on its own line: c + d x0 of Cleary's separate lines, by default at the
/// mean predictor of everybody compared.
///
/// Heteroskedasticity-robust (HC2) per side, degrees of freedom by Satterthwaite, each side counted as (sum w^2)^2 / sum w^4 - 2 people
/// with w the weights by which outcomes make up the prediction. Outcomes may be yes or no (1, 0): then the lines are linear
/// chances, and the difference one of rates. Estimate and standard error are those of `DifferentialPrediction.predictedDifference`.
public struct PredictedAtMeanDifference: GroupDifference {
    public static let method = "separate_lines_at_mean_hc2"
    public static let citation =
        "Cleary (1968), Journal of Educational Measurement 5:115-124; Aguinis, Culpepper and Pierce (2010), Journal of Applied Psychology 95:648-680; MacKinnon and White (1985), Journal of Econometrics 29:305-325"

    public typealias Observation = DifferentialPrediction.Observation

    /// Where the lines are compared.
    public let predictor: Double
    public let standardError: Double
    public let degreesOfFreedom: Double
    private let group: PredictionLine
    private let reference: PredictionLine

    /// - Throws: `tooFewObservations(needed: 3)` for a side with fewer people, `collinear` when nobody on a side differs in the predictor,
    ///   `zeroVariance` when the lines leave no residuals, `notFinite`.
    public init(group: [Observation], reference: [Observation]) throws(Undefined) {
        let people = group.map(\.predictor) + reference.map(\.predictor)
        guard !people.isEmpty else { throw .noObservations }
        try self.init(group: group, reference: reference, at: CompensatedSum(people).value / Double(people.count))
    }

    public init(group: [Observation], reference: [Observation], at predictor: Double) throws(Undefined) {
        try self.init(PredictionLine(group, at: predictor), PredictionLine(reference, at: predictor), predictor)
    }

    private init(_ group: PredictionLine, _ reference: PredictionLine, _ predictor: Double) throws(Undefined) {
        let variance = group.variance + reference.variance
        guard variance.isFinite else { throw .notFinite }
        guard variance > 0 else { throw .zeroVariance }
        self.group = group
        self.reference = reference
        self.predictor = predictor
        standardError = variance.squareRoot()
        let (share, rest) = (group.variance / variance, reference.variance / variance)
        degreesOfFreedom = 1 / (share * share / group.degreesOfFreedom + rest * rest / reference.degreesOfFreedom)
    }

    public var groupCount: Int { group.people.count }
    public var referenceCount: Int { reference.people.count }
    /// What each side's line predicts there.
    public var groupValue: Double { group.value }
    public var referenceValue: Double { reference.value }
    public var estimate: Double { groupValue - referenceValue }
    public var statistic: Double { estimate / standardError }
    public var pValue: Double { StudentT.twoSided(statistic, df: degreesOfFreedom) }

    public func interval(level: Double) -> Interval {
        let half = StudentT.critical(level: level, df: degreesOfFreedom) * standardError
        return Interval(level: level, low: estimate - half, high: estimate + half)
    }

    /// The most influential person of the smaller side dropped; the lines are still compared at the same predictor value.
    public func weakened() -> PredictedAtMeanDifference? {
        let before = estimate
        let side = weakensGroup ? group : reference
        let other = weakensGroup ? referenceValue : groupValue
        guard before != 0, side.people.count > 3 else { return nil }
        var best = (index: 0, distance: Double.infinity)
        for index in side.people.indices {
            let distance = abs(side.value(without: index) - other)
            if distance < best.distance { best = (index, distance) }
        }
        guard best.distance <= abs(before) * (1 + 1e-12) else { return nil }
        var fewer = side.people
        fewer.remove(at: best.index)
        guard let line = try? PredictionLine(fewer, at: predictor) else { return nil }
        return try? PredictedAtMeanDifference(weakensGroup ? line : group, weakensGroup ? reference : line, predictor)
    }
}

/// One side's least-squares line, and what it says at one predictor value.
private struct PredictionLine: Sendable {
    let people: [DifferentialPrediction.Observation]
    let value: Double
    let variance: Double
    let degreesOfFreedom: Double
    private let mean: Double
    private let centre: Double
    private let slope: Double
    private let spread: Double
    private let predictor: Double

    init(_ people: [DifferentialPrediction.Observation], at predictor: Double) throws(Undefined) {
        guard people.count > 2 else { throw .tooFewObservations(needed: 3) }
        guard people.allSatisfy({ $0.predictor.isFinite && $0.outcome.isFinite }), predictor.isFinite else { throw .notFinite }
        let n = Double(people.count)
        centre = CompensatedSum(people.lazy.map(\.predictor)).value / n
        mean = CompensatedSum(people.lazy.map(\.outcome)).value / n
        var squares = CompensatedSum()
        var products = CompensatedSum()
        for person in people {
            squares.add((person.predictor - centre) * (person.predictor - centre))
            products.add((person.predictor - centre) * (person.outcome - mean))
        }
        guard squares.value > 1e-24 * n * (1 + centre * centre) else { throw .collinear }
        spread = squares.value
        slope = products.value / spread
        self.people = people
        self.predictor = predictor
        value = mean + slope * (predictor - centre)
        var variance = CompensatedSum()
        var weightSquares = CompensatedSum()
        var fourths = CompensatedSum()
        for person in people {
            let distance = person.predictor - centre
            let weight = 1 / n + distance * (predictor - centre) / spread
            let leverage = 1 / n + distance * distance / spread
            guard 1 - leverage > 1e-9 else { throw .tooFewObservations(needed: 3) }
            let residual = person.outcome - mean - slope * distance
            variance.add(weight * weight * residual * residual / (1 - leverage))
            weightSquares.add(weight * weight)
            fourths.add(weight * weight * weight * weight)
        }
        self.variance = variance.value
        degreesOfFreedom = max(1, weightSquares.value * weightSquares.value / fourths.value - 2)
    }

    /// The prediction of the line through the others.
    func value(without index: Int) -> Double {
        let n = Double(people.count)
        let distance = people[index].predictor - centre
        let weight = 1 / n + distance * (predictor - centre) / spread
        let leverage = 1 / n + distance * distance / spread
        let residual = people[index].outcome - mean - slope * distance
        return value - weight * residual / (1 - leverage)
    }
}
