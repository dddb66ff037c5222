/// Pearson's chi-squared test that the rows of a table of counts have the same distribution, with Yates' correction on request.
///
/// Sum of (observed - expected)^2 / expected with (rows - 1)(columns - 1) degrees of freedom. Yates (1934), for two by two:
/// every |observed - expected| is made smaller by 1/2, or by itself where it is smaller than that.
public struct PearsonChiSquared: SignificanceTest {
    public enum Continuity: Sendable {
        case none
        case yates
    }

    public static let method = "pearson_chi_squared"
    public static let citation = "Pearson (1900), Philosophical Magazine 50:157-175; Yates (1934), Supplement to the Journal of the Royal Statistical Society 1:217-235"

    public let count: Int
    /// Chi-squared.
    public let statistic: Double
    public let degreesOfFreedom: Int
    /// Where the approximation is trusted this is at least 5; below it an exact test is the better choice.
    public let smallestExpected: Double

    /// - Parameter table: rows are groups, columns are outcomes.
    /// - Throws: `tooFewObservations(needed: 2)` with fewer than two rows or columns, `unequalLengths` when rows differ in length,
    ///   `noObservations` when a row is empty (a group without people), `zeroVariance` when a column is empty (an outcome nobody
    ///   has), `outsideRange` for a negative count, or Yates' correction of a table that is not two by two.
    public init(_ table: [[Int]], continuity: Continuity = .none) throws(Undefined) {
        guard table.count >= 2, let columns = table.first?.count, columns >= 2 else { throw .tooFewObservations(needed: 2) }
        guard table.allSatisfy({ $0.count == columns }) else { throw .unequalLengths }
        guard table.allSatisfy({ $0.allSatisfy { $0 >= 0 } }) else { throw .outsideRange }
        guard continuity == .none || (table.count == 2 && columns == 2) else { throw .outsideRange }
        let rows = table.map { $0.reduce(0, +) }
        let sums = (0..<columns).map { column in table.reduce(0) { $0 + $1[column] } }
        guard rows.allSatisfy({ $0 > 0 }) else { throw .noObservations }
        guard sums.allSatisfy({ $0 > 0 }) else { throw .zeroVariance }
        count = rows.reduce(0, +)
        var sum = CompensatedSum()
        var smallest = Double.infinity
        for (row, counts) in table.enumerated() {
            for (column, observed) in counts.enumerated() {
                let expected = Double(rows[row]) * Double(sums[column]) / Double(count)
                let distance = abs(Double(observed) - expected)
                let kept = continuity == .yates ? max(0, distance - 0.5) : distance
                sum.add(kept * kept / expected)
                smallest = min(smallest, expected)
            }
        }
        statistic = sum.value
        degreesOfFreedom = (table.count - 1) * (columns - 1)
        smallestExpected = smallest
    }

    public var pValue: Double { ChiSquared.survival(statistic, df: Double(degreesOfFreedom)) }
}
