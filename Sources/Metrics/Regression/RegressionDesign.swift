/// The explanatory values of a regression, checked, each column centred and divided by its spread, with a column of ones in front.
///
/// Coefficients found for these columns are turned back into the caller's units afterwards. Centring takes the large common part
/// of a score out of the arithmetic; the scale makes "almost a copy" mean the same for days and for shares.
package struct RegressionDesign: Sendable {
    package let rows: Int
    /// Columns with the constant: predictors + 1.
    package let columns: Int
    /// Column after column, the ones first.
    package let values: [Double]
    private let centres: [Double]
    private let scales: [Double]

    /// A column whose part that the columns before it do not explain is below this share of its spread is a copy or a sum of them.
    package static let leastOwnShare = 1e-9

    /// - Throws: `noObservations` for no rows, `unequalLengths`, `notFinite`, `tooFewObservations` with fewer rows than columns,
    ///   `collinear` when a predictor is constant or a combination of others.
    package init(predictors: [[Double]], rows: Int) throws(Undefined) {
        guard rows > 0 else { throw .noObservations }
        for predictor in predictors {
            guard predictor.count == rows else { throw .unequalLengths }
            guard predictor.allSatisfy(\.isFinite) else { throw .notFinite }
        }
        guard rows >= predictors.count + 1 else { throw .tooFewObservations(needed: predictors.count + 1) }
        var values = [Double](repeating: 1, count: rows)
        var centres = [0.0]
        var scales = [1.0]
        for predictor in predictors {
            let largest = predictor.reduce(0) { max($0, abs($1)) }
            let summary = try Summary(predictor.map { largest > 0 ? $0 / largest : 0 })
            guard summary.populationDeviation > 1e-13 else { throw .collinear }
            let centre = summary.mean * largest
            let scale = summary.populationDeviation * largest
            centres.append(centre)
            scales.append(scale)
            values.append(contentsOf: predictor.lazy.map { ($0 - centre) / scale })
        }
        self.rows = rows
        columns = predictors.count + 1
        self.values = values
        self.centres = centres
        self.scales = scales
    }

    /// Factors the columns; every column has length sqrt(rows), so R's diagonal shows what each adds.
    package func factored() throws(Undefined) -> HouseholderQR {
        let factors = HouseholderQR(values, rows: rows, columns: columns)
        let least = Self.leastOwnShare * Double(rows).squareRoot()
        for j in 0..<columns {
            guard abs(factors.r[j * columns + j]) > least else { throw .collinear }
        }
        return factors
    }

    /// How much coefficient `index` of these columns is worth in the caller's unit of that predictor.
    package func scale(_ index: Int) -> Double { scales[index] }

    package func coefficients(_ standardised: [Double]) -> [Double] {
        var result = (0..<columns).map { standardised[$0] / scales[$0] }
        for j in 1..<max(1, columns) { result[0] -= result[j] * centres[j] }
        return result
    }

    /// T V T' with T the linear map of `coefficients`.
    package func covariance(_ standardised: [[Double]]) -> [[Double]] {
        let left = (0..<columns).map { j in coefficients((0..<columns).map { standardised[$0][j] }) }
        return (0..<columns).map { i in coefficients(left.map { $0[i] }) }
    }
}
