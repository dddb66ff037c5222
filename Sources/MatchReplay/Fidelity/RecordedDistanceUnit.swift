import Cohort

/// In which unit production logged its distances, judged by the lists that the replay reproduces.
///
/// A constant factor does not change an order, and makes every distance differ: it must be known before distance errors are read.
public enum RecordedDistanceUnit: Sendable, Equatable {
    /// As replayed, to one part in 10^9.
    case same
    /// As replayed, rounded to so many decimals.
    case rounded(decimals: Int)
    /// The square of the replayed distance.
    case squared
    /// The replayed distance times this.
    case factor(Double)
    /// None of these.
    case unknown
    /// Fewer than two different distances above 0 were recorded on reproduced lists: a factor could be fitted to anything.
    case tooFewDistances

    /// By algorithm version, from the lists that are exact.
    /// - Parameter replayed: parallel to `snapshot.runs`.
    public static func byVersion(snapshot: Snapshot, replayed: [ReplayedList]) -> [String: RecordedDistanceUnit] {
        let fidelity = Fidelity.measure(snapshot: snapshot, replayed: replayed)
        var pairs: [String: [(recorded: Double, replayed: Double)]] = [:]
        for (run, list) in snapshot.lists.enumerated() {
            var own: [(Double, Double)] = []
            if fidelity.runs[run].exact {
                own = zip(list.distances, replayed[run].distances).compactMap { recorded, replayed in recorded.map { ($0, replayed) } }
            }
            pairs[snapshot.runs[run].algorithmVersion, default: []] += own
        }
        return pairs.mapValues(unit)
    }

    private static func unit(_ pairs: [(recorded: Double, replayed: Double)]) -> RecordedDistanceUnit {
        let tolerance = 1e-9
        func holds(_ expected: (Double) -> Double) -> Bool {
            pairs.allSatisfy { abs($0.recorded - expected($0.replayed)) <= tolerance * max(abs(expected($0.replayed)), 1e-3) }
        }
        guard Set(pairs.lazy.map(\.replayed).filter { $0 > 0 }).count > 1 else { return .tooFewDistances }
        if holds({ $0 }) { return .same }
        if holds({ $0 * $0 }) { return .squared }
        // Least squares through 0; the products are positive.
        let products = pairs.reduce(0.0) { $0 + $1.recorded * $1.replayed }, squares = pairs.reduce(0.0) { $0 + $1.replayed * $1.replayed }
        if holds({ $0 * (products / squares) }) { return .factor(products / squares) }
        var power = 1.0
        for decimals in 0...8 {
            let half = 0.5 / power * (1 + tolerance)
            let isRounded = pairs.allSatisfy { pair in
                abs(pair.recorded - pair.replayed) <= half
                    && abs(pair.recorded * power - (pair.recorded * power).rounded()) <= tolerance * max(1, pair.recorded * power)
            }
            if isRounded { return .rounded(decimals: decimals) }
            power *= 10
        }
        return .unknown
    }
}
