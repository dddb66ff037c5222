import RealModule

/// Maximum likelihood of a logistic model on given columns, by Newton's method (iteratively reweighted least squares).
///
/// With overlapping outcomes the maximum is unique and Newton's last steps square the error. When some combination of columns
/// separates the outcomes, the likelihood rises for ever and every step adds about 1 to the linear predictor of the separated
/// people: the step itself is then the proof, and the answer is `perfectSeparation`.
struct LogisticLikelihood: Sendable {
    let coefficients: [Double]
    let probabilities: [Double]
    let logLikelihood: Double
    /// Factors of sqrt(weight) x column at the maximum.
    let factors: HouseholderQR

    /// - Parameters:
    ///   - events: outcomes that happened per row, 0...total.
    ///   - totals: people per row, > 0.
    ///   - values: column after column, `columns` of them.
    ///   - offsets: added to the linear predictor, one per row.
    /// - Throws: `perfectSeparation`, `notConverged`.
    init(events: [Double], totals: [Double], values: [Double], columns: Int, offsets: [Double]) throws(Undefined) {
        let rows = events.count
        // Start where least squares on the smoothed log odds puts the coefficients, so that large offsets are taken up at once.
        let smoothed = events.indices.map { i in
            Double.log((events[i] + 0.5) / (totals[i] - events[i] + 0.5)) - offsets[i]
        }
        var beta = HouseholderQR(values, rows: rows, columns: columns).solve(smoothed)
        var predictor = zip(offsets, Self.product(values, beta, rows)).map { $0 + $1 }
        var value = Self.logLikelihood(events, totals, predictor)
        for _ in 0..<Self.mostSteps {
            let step = Self.newton(events, totals, values, columns, predictor).step
            guard step.allSatisfy(\.isFinite) else { throw .notConverged }
            var change = Self.product(values, step, rows)
            let largest = change.reduce(0) { max($0, abs($1)) }
            let size = predictor.reduce(1) { max($0, abs($1)) }
            if largest <= 1e-8 * size {
                for i in 0..<rows { predictor[i] += change[i] }
                coefficients = zip(beta, step).map { $0 + $1 }
                probabilities = predictor.map(Self.probability)
                logLikelihood = Self.logLikelihood(events, totals, predictor)
                self.factors = Self.newton(events, totals, values, columns, predictor).factors
                return
            }
            if largest > 0.1, Self.separates(change, events, totals, allowed: 1e-9 * largest) { throw .perfectSeparation }
            var share = 1.0
            var next = zip(predictor, change).map { $0 + $1 }
            var nextValue = Self.logLikelihood(events, totals, next)
            while nextValue < value - 1e-10 * abs(value), share > 1e-6 {
                share /= 2
                for i in 0..<rows { change[i] /= 2 }
                next = zip(predictor, change).map { $0 + $1 }
                nextValue = Self.logLikelihood(events, totals, next)
            }
            for j in 0..<columns { beta[j] += share * step[j] }
            predictor = next
            value = nextValue
            // Strictly right about everybody: no finite maximum can lie on the way.
            if Self.separates(Self.product(values, beta, rows), events, totals, allowed: 0) { throw .perfectSeparation }
        }
        throw .notConverged
    }

    private static let mostSteps = 100

    static func probability(_ predictor: Double) -> Double {
        1 / (1 + Double.exp(-predictor))
    }

    /// sum of events log p + (total - events) log(1 - p), without the binomial coefficients.
    static func logLikelihood(_ events: [Double], _ totals: [Double], _ predictor: [Double]) -> Double {
        var sum = CompensatedSum()
        for i in events.indices {
            // log p = -log(1 + e^-x), log(1 - p) = -log(1 + e^x), each through the exponential that cannot overflow.
            let tail = Double.log(onePlus: Double.exp(-abs(predictor[i])))
            let (success, failure) = predictor[i] > 0 ? (tail, predictor[i] + tail) : (-predictor[i] + tail, tail)
            if events[i] > 0 { sum.add(-events[i] * success) }
            if events[i] < totals[i] { sum.add(-(totals[i] - events[i]) * failure) }
        }
        return sum.value
    }

    /// The full step from the linear predictor `predictor`: least squares of (events - total p)/weight with weight total p (1 - p).
    private static func newton(
        _ events: [Double], _ totals: [Double], _ values: [Double], _ columns: Int, _ predictor: [Double]
    ) -> (factors: HouseholderQR, step: [Double]) {
        let rows = events.count
        var weighted = values
        var working = [Double](repeating: 0, count: rows)
        for i in 0..<rows {
            let p = probability(predictor[i])
            let q = probability(-predictor[i])
            let root = (totals[i] * p * q).squareRoot()
            for j in 0..<columns { weighted[j * rows + i] *= root }
            // events - total p, without the cancellation.
            if root > 0 { working[i] = (events[i] * q - (totals[i] - events[i]) * p) / root }
        }
        let factors = HouseholderQR(weighted, rows: rows, columns: columns)
        return (factors, factors.solve(working))
    }

    /// True when moving along `direction` never lowers anybody's likelihood by more than `allowed` and raises somebody's.
    private static func separates(_ direction: [Double], _ events: [Double], _ totals: [Double], allowed: Double) -> Bool {
        var raises = false
        for i in events.indices {
            if events[i] == totals[i] {
                if direction[i] < -allowed || (allowed == 0 && direction[i] == 0) { return false }
            } else if events[i] == 0 {
                if direction[i] > allowed || (allowed == 0 && direction[i] == 0) { return false }
            } else if abs(direction[i]) > allowed || allowed == 0 {
                return false
            }
            raises = raises || abs(direction[i]) > allowed
        }
        return raises
    }

    private static func product(_ values: [Double], _ coefficients: [Double], _ rows: Int) -> [Double] {
        var result = [Double](repeating: 0, count: rows)
        for j in coefficients.indices {
            for i in 0..<rows { result[i] += coefficients[j] * values[j * rows + i] }
        }
        return result
    }
}
