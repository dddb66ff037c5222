import RealModule

/// Whether two or more groups have the same cumulative incidence of one exit beside others (Gray 1988): a log-rank test for the
/// hazard of the subdistribution. Chi-squared with one degree of freedom less than there are groups.
///
/// Whoever left for another reason stays at risk in expectation: group i counts as R_i = n_i (1 - F_i(t-)) / S_i(t-) people, with F_i the
/// incidence and S_i the share with no exit in the group. The variance is Gray's, under the hypothesis, with his corrections for
/// ties. Weights (1 - F)^rho; rho = 0 weighs all times alike. Right-censored data without weights or delayed entry.
public struct GrayTest: SignificanceTest {
    public static let method = "gray"
    public static let citation = "Gray (1988), Annals of Statistics 16:1141-1154"

    public let count: Int
    /// Chi-squared.
    public let statistic: Double
    public let degreesOfFreedom: Int
    public let pValue: Double
    /// Observed less expected exits of each group, weighted.
    public let scores: [Double]

    /// - Parameters:
    ///   - cause: the exit compared; every other cause above 0 competes.
    ///   - strata: a number for each record, in the same order; nil for none.
    /// - Throws: `outsideRange` below two groups, for a cause below 1, negative times, weights or delayed entry; `noObservations`
    ///   for an empty group; `notFinite`; `unequalLengths`; `zeroVariance` when nobody has the exit or a group has no say in it.
    public init(groups: [[FollowUp]], cause: Int, strata: [[Int]]? = nil, rho: Double = 0) throws(Undefined) {
        guard groups.count > 1, cause >= 1, rho >= 0 else { throw .outsideRange }
        for records in groups {
            guard !records.isEmpty else { throw .noObservations }
            guard records.allSatisfy({ $0.end.isFinite }) else { throw .notFinite }
            guard records.allSatisfy({ $0.end >= 0 && $0.entry == 0 && $0.weight == 1 && $0.cause >= 0 }) else { throw .outsideRange }
        }
        var parts: [GrayStratum] = []
        if let strata {
            guard strata.count == groups.count, zip(strata, groups).allSatisfy({ $0.count == $1.count }) else { throw .unequalLengths }
            for number in Set(strata.joined()).sorted() {
                parts.append(GrayStratum(zip(groups, strata).map { zip($0, $1).filter { $1 == number }.map(\.0) }, cause, rho))
            }
        } else {
            parts = [GrayStratum(groups, cause, rho)]
        }
        count = groups.reduce(0) { $0 + $1.count }
        scores = groups.indices.map { group in parts.reduce(0) { $0 + $1.scores[group] } }
        let rest = groups.count - 1
        degreesOfFreedom = rest
        let covariance = (0..<rest).map { row in
            (0..<rest).map { column in parts.reduce(0) { $0 + $1.covariance[row][column] } }
        }
        guard let form = QuadraticForm.value(Array(scores.prefix(rest)), covariance) else { throw .zeroVariance }
        statistic = form
        pValue = ChiSquared.survival(form, df: Double(rest))
    }
}
