/// Random numbers as a pure function of (seed, participant, replicate): no state, so neither the order of the participants nor
/// the number of threads can change a result.
///
/// Three rounds of the SplitMix64 finaliser (Steele, Lea and Flood 2014; constants by Stafford, variant 13).
public enum CounterRandom {
    /// 64 random bits.
    public static func bits(seed: UInt64, participant: UInt64, replicate: UInt64) -> UInt64 {
        var state = mixed(seed &+ golden)
        state = mixed(state ^ (participant &+ golden &* 2))
        return mixed(mixed(state &+ replicate &* golden) &+ golden)
    }

    /// Uniform on (0, 1): never 0, never 1.
    public static func uniform(seed: UInt64, participant: UInt64, replicate: UInt64) -> Double {
        open(bits(seed: seed, participant: participant, replicate: replicate))
    }

    /// SplitMix64's finaliser.
    @inline(__always)
    package static func mixed(_ input: UInt64) -> UInt64 {
        var z = input
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }

    package static let golden: UInt64 = 0x9e37_79b9_7f4a_7c15

    /// 52 bits and a half: the middle of one of 2^52 equal cells.
    package static func open(_ bits: UInt64) -> Double {
        (Double(bits >> 12) + 0.5) * 0x1p-52
    }

    /// ln(x) for x in (0, 1) from + - * / only, which IEEE 754 rounds the same everywhere; the system's logarithm may differ in
    /// the last bit between machines, and a weight must not. Relative error below 1e-15.
    package static func portableLog(_ x: Double) -> Double {
        // x = 2^exponent * significand, significand in [sqrt(1/2), sqrt(2)).
        var exponent = Double(x.exponent)
        var significand = x.significand
        if significand > 1.4142135623730951 {
            significand /= 2
            exponent += 1
        }
        let s = (significand - 1) / (significand + 1)
        let square = s * s
        var series = 0.0
        // A plain loop with constant bounds, which the compiler unrolls: this is drawn once per person and replicate.
        var odd = 25.0
        while odd >= 1 {
            series = series * square + 1 / odd
            odd -= 2
        }
        // ln 2 in two parts: the first has zeros at its end, so the product with the exponent is exact.
        return exponent * 0x1.62e42feep-1 + (2 * s * series + exponent * 1.9082149292705877e-10)
    }
}
