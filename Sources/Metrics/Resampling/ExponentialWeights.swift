/// Bootstrap weights of participants: Exp(1) in fixed point, a pure function of (seed, participant, replicate).
///
/// Every participant has a SplitMix64 stream that starts where (seed, participant) send it; each 64 bits of it give the weights of
/// five consecutive replicates, 12 bits each. Twelve bits choose one of 4,096 equally likely values: the means of Exp(1) between
/// its 4,096-quantiles, rounded to 1/4096. That costs one hash per five weights and a table that stays in the nearest cache.
///
/// Against Exp(1): mean exactly 1, variance 0.99973, third central moment 1.993 (of 2), distribution function within 1/4,096
/// (one cell), largest weight 9.3, none zero. An interval is 0.014 % narrower for it, which
/// 2,000 replicates could not tell from their own noise. Portable arithmetic only: the same weights on every machine.
public enum ExponentialWeights {
    /// What a weight of 1 is in fixed point.
    public static let unit = 4096.0

    /// Weight of a participant in a replicate, in `unit`ths, 1...38,100. The mean over all random bits is exactly `unit`.
    public static func weight(seed: UInt64, participant: UInt64, replicate: UInt64) -> Int {
        let (block, place) = replicate.quotientAndRemainder(dividingBy: UInt64(perBlock))
        let bits = bits(stream: stream(seed: seed, participant: participant), block: block)
        return Int(table[Int((bits >> (12 * place)) & 0xfff)])
    }

    /// Weights that one hash gives.
    package static let perBlock = 5

    package static func stream(seed: UInt64, participant: UInt64) -> UInt64 {
        CounterRandom.mixed(CounterRandom.mixed(seed &+ CounterRandom.golden) ^ (participant &+ CounterRandom.golden &* 2))
    }

    @inline(__always)
    package static func bits(stream: UInt64, block: UInt64) -> UInt64 {
        CounterRandom.mixed(stream &+ block &* CounterRandom.golden)
    }

    /// Mean of Exp(1) in each of 4,096 cells of equal chance, in `unit`ths; the last takes what rounding left, so that the mean is 1.
    package static let table: [UInt16] = {
        let cells = 4096
        // Integral of -ln s: s - s ln s. Between s and s + 1/4096 its difference times 4,096 is the mean of the cell.
        func integral(_ s: Double) -> Double { s == 0 ? 0 : s - s * CounterRandom.portableLog(s) }
        var weights = (0..<cells).map { cell -> Int in
            let high = 1 - Double(cell) / Double(cells)
            let low = 1 - Double(cell + 1) / Double(cells)
            return max(1, Int(((integral(high) - integral(low)) * Double(cells) * unit).rounded()))
        }
        weights[cells - 1] += cells * Int(unit) - weights.reduce(0, +)
        return weights.map { UInt16($0) }
    }()
}
