/// Difference of means within strata (stratum fixed effects), with Mantel-Haenszel weights.
///
/// Estimate: sum(w d) / sum(w), w = n1 n0/(n1 + n0), the least-squares coefficient of "is in the group" beside one constant per
/// stratum. Its standard error is heteroskedasticity-robust, HC2 (MacKinnon and White 1985): each squared residual is divided by
/// 1 - leverage, the stratum constants included, so many small strata do not shrink it. t reference with Satterthwaite's
/// degrees of freedom, each side counted as (sum d^2)^2 / sum d^4 - 1 people (d = centred membership). With one stratum this is
/// Welch's comparison to the last digit.
public struct StratifiedMeanDifference: GroupDifference {
    public static let method = "stratified_mean_hc2"
    public static let citation = "MacKinnon and White (1985), Journal of Econometrics 29:305-325 (HC2)"

    public typealias Observation = (value: Double, stratum: Int)

    public let estimate: Double
    public let standardError: Double
    public let degreesOfFreedom: Double
    public let groupCount: Int
    public let referenceCount: Int
    public let groupValue: Double
    public let referenceValue: Double
    public let informativeStrata: Int

    private let strata: [MeanStratum]

    /// - Parameters: values with the number of their stratum; the numbers only tell strata apart.
    /// - Throws: `noInformativeStratum`, `zeroVariance`, `notFinite`, `tooFewObservations(needed: 2)` when everything a side adds
    ///   rests on one person, whose spread nobody can know.
    public init(group: [Observation], reference: [Observation]) throws(Undefined) {
        guard group.allSatisfy({ $0.value.isFinite }), reference.allSatisfy({ $0.value.isFinite }) else { throw .notFinite }
        try self.init(strata: MeanStratum.strata(group: group, reference: reference))
    }

    private init(strata: [MeanStratum]) throws(Undefined) {
        guard !strata.isEmpty else { throw .noInformativeStratum }
        let weight = CompensatedSum(strata.map(\.weight)).value
        let beta = CompensatedSum(strata.map { $0.weight * $0.difference }).value / weight
        var group = SideSpread()
        var reference = SideSpread()
        for stratum in strata {
            try group.add(stratum.group.summary, stratum, beta: beta, isGroup: true, weight: weight)
            try reference.add(stratum.reference.summary, stratum, beta: beta, isGroup: false, weight: weight)
        }
        let variance = group.variance.value + reference.variance.value
        guard variance > 0 else { throw .zeroVariance }
        self.strata = strata
        estimate = beta
        standardError = variance.squareRoot() / weight
        let share = group.variance.value / variance
        let rest = reference.variance.value / variance
        degreesOfFreedom = 1 / (share * share / group.degreesOfFreedom + rest * rest / reference.degreesOfFreedom)
        groupCount = strata.reduce(0) { $0 + $1.group.summary.count }
        referenceCount = strata.reduce(0) { $0 + $1.reference.summary.count }
        groupValue = CompensatedSum(strata.lazy.map { $0.group.summary.mean * $0.group.count }).value / Double(groupCount)
        referenceValue = CompensatedSum(strata.lazy.map { $0.reference.summary.mean * $0.reference.count }).value / Double(referenceCount)
        informativeStrata = strata.count
    }

    public var pValue: Double { StudentT.twoSided(estimate / standardError, df: degreesOfFreedom) }

    public func interval(level: Double) -> Interval {
        let half = StudentT.critical(level: level, df: degreesOfFreedom) * standardError
        return Interval(level: level, low: estimate - half, high: estimate + half)
    }

    /// The person of the smaller side without whom the stratified estimate lies closest to zero; a stratum whose side loses its
    /// last person drops out with everybody in it.
    public func weakened() -> StratifiedMeanDifference? {
        if estimate == 0 { return nil }
        let shrinksGroup = weakensGroup
        let weight = CompensatedSum(strata.map(\.weight)).value
        let sum = CompensatedSum(strata.map { $0.weight * $0.difference }).value
        var best: (stratum: Int, value: Double, distance: Double)?
        for (number, stratum) in strata.enumerated() {
            let others = sum - stratum.weight * stratum.difference
            guard let value = stratum.mostInfluential(ofGroup: shrinksGroup, others: others) else { continue }
            let (part, partWeight) = stratum.contribution(without: value, ofGroup: shrinksGroup)
            let leftWeight = weight - stratum.weight + partWeight
            guard leftWeight > 1e-12 * weight else { continue }
            let distance = abs((others + part) / leftWeight)
            if distance < best?.distance ?? .infinity { best = (number, value, distance) }
        }
        guard let best, best.distance <= abs(estimate) * (1 + 1e-12) else { return nil }
        var fewer = strata
        if let changed = strata[best.stratum].without(best.value, ofGroup: shrinksGroup) {
            fewer[best.stratum] = changed
        } else {
            fewer.remove(at: best.stratum)
        }
        return try? StratifiedMeanDifference(strata: fewer)
    }

    public func readiedForWeakening() -> StratifiedMeanDifference {
        (try? StratifiedMeanDifference(strata: strata.map { $0.ordered() })) ?? self
    }
}

/// One side's share of the robust variance, and how many people it rests on.
private struct SideSpread {
    var variance = CompensatedSum()
    private var squares = CompensatedSum()
    private var fourths = CompensatedSum()

    var degreesOfFreedom: Double { max(1, squares.value * squares.value / fourths.value - 1) }

    /// Within a stratum the residuals of a side are its values less one number, so that their squares add up to those about the side's own mean
    /// and those of that mean.
    mutating func add(_ side: Summary, _ stratum: MeanStratum, beta: Double, isGroup: Bool, weight: Double) throws(Undefined) {
        let share = stratum.group.count / stratum.people
        let centred = isGroup ? 1 - share : -share
        let square = centred * centred
        let unexplained = 1 - 1 / stratum.people - square / weight
        guard unexplained > 1e-9 else { throw .tooFewObservations(needed: 2) }
        let people = Double(side.count), offset = side.mean - stratum.mean - beta * centred
        variance.add(square * (side.squaredDeviations + people * offset * offset) / unexplained)
        squares.add(people * square)
        fourths.add(people * square * square)
    }
}
