import Cohort

/// Moves every score by at most its standard error of measurement, evenly over that range: no further than the test could not tell anyway.
enum ScoreJitter {
    /// Of a scale's standard deviation: what scores without a standard error are rounded to.
    static let roundedTo = 0.1

    static func apply(_ copy: inout Snapshot, _ losses: inout PipelineLosses, using generator: inout some RandomNumberGenerator) {
        let bounds = Dictionary(uniqueKeysWithValues: copy.scales.map { ($0.scaleCode, $0.minimum...$0.maximum) })
        for index in copy.scores.indices {
            let entry = copy.scores[index]
            copy.scores[index].standardError = nil
            guard let score = entry.score else { continue }
            let changed: Double
            if let error = entry.standardError, error > 0 {
                changed = score + Double.random(in: -1...1, using: &generator) * error
                losses.jitteredScores += 1
            } else {
                changed = rounded(score, deviation: copy.scaling.participants[entry.scaleCode]?.standardDeviation ?? 0)
                losses.roundedScores += 1
            }
            copy.scores[index].score = bounds[entry.scaleCode].map { min(max(changed, $0.lowerBound), $0.upperBound) } ?? changed
        }
    }

    /// Where everybody has the same score it tells nobody apart, and stays.
    private static func rounded(_ score: Double, deviation: Double) -> Double {
        let step = deviation * roundedTo
        return step > 0 ? (score / step).rounded() * step : score
    }
}
