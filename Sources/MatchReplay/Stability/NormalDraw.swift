import Metrics

/// Standard normal values as a pure function of (seed, scale, participant, draw), fast enough for tens of millions.
///
/// By inversion, so that one draw costs one random number and a scale that is left out moves no other draw.
enum NormalDraw {
    /// A seed of its own for each scale, from the bytes of its code (FNV-1a, 64 bits; Fowler, Noll and Vo 1991).
    static func seed(_ seed: UInt64, scale code: String) -> UInt64 {
        seed ^ code.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    /// - Parameter seed: of the scale.
    @inline(__always)
    static func value(seed: UInt64, participant: UInt64, draw: Int) -> Double {
        quantile(CounterRandom.uniform(seed: seed, participant: participant, replicate: UInt64(draw)))
    }

    /// The x with P(Z <= x) = p for 0 < p < 1: Wichura (1988), Applied Statistics 37:477-484, algorithm AS 241, relative error about 1e-16.
    ///
    /// From + - * / and square roots only, so that every machine has the same draws; `Normal.quantile` searches, and is too slow for this.
    static func quantile(_ p: Double) -> Double {
        let q = p - 0.5
        if abs(q) <= 0.425 {
            let r = 0.180625 - q * q
            return q * centre(r)
        }
        let tail = (-CounterRandom.portableLog(q < 0 ? p : 1 - p)).squareRoot()
        let x = tail <= 5 ? middle(tail - 1.6) : far(tail - 5)
        return q < 0 ? -x : x
    }

    @inline(__always)
    private static func centre(_ r: Double) -> Double {
        var above = 2509.0809287301226727, below = 5226.495278852854561
        above = above * r + 33430.575583588128105
        above = above * r + 67265.770927008700853
        above = above * r + 45921.953931549871457
        above = above * r + 13731.693765509461125
        above = above * r + 1971.5909503065514427
        above = above * r + 133.14166789178437745
        above = above * r + 3.387132872796366608
        below = below * r + 28729.085735721942674
        below = below * r + 39307.89580009271061
        below = below * r + 21213.794301586595867
        below = below * r + 5394.1960214247511077
        below = below * r + 687.1870074920579083
        below = below * r + 42.313330701600911252
        below = below * r + 1
        return above / below
    }

    private static func middle(_ r: Double) -> Double {
        var above = 7.7454501427834140764e-4, below = 1.05075007164441684324e-9
        above = above * r + 0.0227238449892691845833
        above = above * r + 0.24178072517745061177
        above = above * r + 1.27045825245236838258
        above = above * r + 3.64784832476320460504
        above = above * r + 5.7694972214606914055
        above = above * r + 4.6303378461565452959
        above = above * r + 1.42343711074968357734
        below = below * r + 5.475938084995344946e-4
        below = below * r + 0.0151986665636164571966
        below = below * r + 0.14810397642748007459
        below = below * r + 0.68976733498510000455
        below = below * r + 1.6763848301838038494
        below = below * r + 2.05319162663775882187
        below = below * r + 1
        return above / below
    }

    private static func far(_ r: Double) -> Double {
        var above = 2.01033439929228813265e-7, below = 2.04426310338993978564e-15
        above = above * r + 2.71155556874348757815e-5
        above = above * r + 0.0012426609473880784386
        above = above * r + 0.026532189526576123093
        above = above * r + 0.29656057182850489123
        above = above * r + 1.7848265399172913358
        above = above * r + 5.4637849111641143699
        above = above * r + 6.6579046435011037772
        below = below * r + 1.4215117583164458887e-7
        below = below * r + 1.8463183175100546818e-5
        below = below * r + 7.868691311456132591e-4
        below = below * r + 0.0148753612908506148525
        below = below * r + 0.13692988092273580531
        below = below * r + 0.59983220655588793769
        below = below * r + 1
        return above / below
    }
}
