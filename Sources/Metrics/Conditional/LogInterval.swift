import RealModule

/// Interval of a ratio that is symmetric in its logarithm.
package enum LogInterval {
    package static func about(_ ratio: Double, standardError: Double, level: Double) -> Interval {
        let factor = Double.exp(Normal.critical(level: level) * standardError)
        return Interval(level: level, low: ratio / factor, high: ratio * factor)
    }
}
