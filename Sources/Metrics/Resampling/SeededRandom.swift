/// A sequential generator (SplitMix64) whose whole sequence follows from its seed, for shuffles and demonstration data.
///
/// Not for secrets.
public struct SeededRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: UInt64) {
        state = seed
    }

    public mutating func next() -> UInt64 {
        state &+= CounterRandom.golden
        return CounterRandom.mixed(state)
    }

    /// Uniform on (0, 1): never 0, never 1.
    public mutating func uniform() -> Double {
        CounterRandom.open(next())
    }

    /// A standard normal value, by inversion.
    public mutating func normal() -> Double {
        Normal.quantile(uniform())
    }

    /// Uniform on 0..<count (Lemire 2019, every value equally likely), spelled out here because the standard library does not promise to keep
    /// its own method. `count` must be positive.
    public mutating func index(below count: Int) -> Int {
        let bound = UInt64(count)
        var product = next().multipliedFullWidth(by: bound)
        if product.low < bound {
            let threshold = (0 &- bound) % bound
            while product.low < threshold {
                product = next().multipliedFullWidth(by: bound)
            }
        }
        return Int(product.high)
    }

    /// Fisher-Yates, from the end, in place.
    public mutating func shuffle<Element>(_ elements: inout [Element]) {
        guard elements.count > 1 else { return }
        for last in stride(from: elements.count - 1, to: 0, by: -1) {
            elements.swapAt(last, index(below: last + 1))
        }
    }
}
