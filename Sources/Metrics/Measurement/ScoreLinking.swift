/// What entitles anybody to carry scores of one test form or language over to the scale of another.
public enum LinkingBasis: Sendable, Equatable {
    /// The people of the two forms are equal on average, and here is how that is known (forms handed out at random, for example).
    case equivalentGroups(evidence: String)
    /// Both groups took the same anchor, which measures the same in both, and here is how that is known.
    case commonAnchor(evidence: String)
    /// Neither is known.
    case none
}

/// How linked scores may be read.
public enum LinkingInterpretation: String, Sendable, CaseIterable {
    /// Scores on one scale, to be used for each other.
    case equating
    /// "What would change if the whole difference were the test's": a difference between the people and one between the forms
    /// cannot be told apart, so no score may be replaced by a linked one.
    case sensitivity
}

/// A function that carries scores of one form over to the scale of another, fitted on a sample for each.
public protocol ScoreLinking: Sendable {
    static var method: String { get }
    static var citation: String { get }

    /// What was stated about the samples.
    var basis: LinkingBasis { get }
    /// `equating` only when the basis is the one this design rests on and its evidence is not blank.
    var interpretation: LinkingInterpretation { get }
    /// People behind the function, both samples together.
    var count: Int { get }

    /// The score on the other scale that belongs to `score`, which counts as given; its error is that of the function.
    func linked(_ score: Double) throws(Undefined) -> LinkedScore<Self>
}

/// A score carried over to another scale.
public struct LinkedScore<Link: ScoreLinking>: Statistic {
    public static var method: String { Link.method }
    public static var citation: String { Link.citation }

    public let score: Double
    public let estimate: Double
    public let count: Int
    public let interpretation: LinkingInterpretation
    private let error: Double?

    /// - Parameter error: standard error; nil when the samples give none.
    init(_ score: Double, _ estimate: Double, error: Double?, of link: Link) {
        self.score = score
        self.estimate = estimate
        self.error = error
        count = link.count
        interpretation = link.interpretation
    }

    /// Standard error of the linking function at this score.
    ///
    /// - Throws: `zeroDenominator` where the other form has nobody near the linked score, so that its slope is unknown.
    public func standardError() throws(Undefined) -> Double {
        guard let error else { throw .zeroDenominator }
        return error
    }

    /// - Throws: as `standardError()`.
    public func interval(level: Double) throws(Undefined) -> Interval {
        let half = Normal.critical(level: level) * (try standardError())
        return Interval(level: level, low: estimate - half, high: estimate + half)
    }
}

/// A form's scores with their mean and spread (n - 1).
struct LinkingSample: Sendable {
    let values: [Double]
    let mean: Double
    let deviation: Double

    /// - Throws: `noObservations`, `notFinite`, `tooFewObservations(needed: 2)`, `zeroVariance`.
    init(_ values: [Double]) throws(Undefined) {
        let summary = try Summary(values)
        guard let deviation = summary.sampleDeviation else { throw .tooFewObservations(needed: 2) }
        guard deviation > 0 else { throw .zeroVariance }
        self.values = values
        mean = summary.mean
        self.deviation = deviation
    }

    /// Influence of one person on mean + z spread, in units of the spread: t + z (t^2 - 1)/2, t in units of the spread with n.
    func influence(_ index: Int, at z: Double) -> Double {
        let t = (values[index] - mean) / deviation
        let n = Double(values.count)
        return t + z * (t * t * (n / (n - 1)) - 1) / 2
    }

    /// Sum of squared influences over n (n - 1): the variance that one sample adds to a delta-method error.
    func variance(_ influence: (Int) -> Double) -> Double {
        var squares = CompensatedSum()
        for index in values.indices {
            let own = influence(index)
            squares.add(own * own)
        }
        return squares.value / Double(values.count) / Double(values.count - 1)
    }
}
