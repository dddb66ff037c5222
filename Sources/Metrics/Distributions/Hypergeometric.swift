/// The hypergeometric distribution: marked items among `draws` without replacement from a population.
public enum Hypergeometric {
    /// P(X = k) for a population of `population` with `marked` marked; zero where impossible.
    ///
    /// Three binomial terms at the common share draws/population (Loader 2000), so no factorial is ever large.
    public static func pmf(_ k: Int, population: Int, marked: Int, draws: Int) -> Double {
        guard population >= 0, marked >= 0, draws >= 0, marked <= population, draws <= population else { return .nan }
        guard k >= 0, k <= marked, k <= draws, draws - k <= population - marked else { return 0 }
        if draws == 0 || draws == population { return 1 }
        let total = Double(population)
        let p = Double(draws) / total
        let q = Double(population - draws) / total
        let inMarked = SaddlePoint.binomialTerm(Double(k), of: Double(marked), p: p, q: q)
        let inRest = SaddlePoint.binomialTerm(Double(draws - k), of: Double(population - marked), p: p, q: q)
        return inMarked * inRest / SaddlePoint.binomialTerm(Double(draws), of: total, p: p, q: q)
    }

    /// P(X <= k), from the term at k and the exact ratios of its neighbours, summed on the side away from the mode; relative error about
    /// 1e-12 on that side.
    public static func cdf(_ k: Int, population: Int, marked: Int, draws: Int) -> Double {
        guard population >= 0, marked >= 0, draws >= 0, marked <= population, draws <= population else { return .nan }
        let lowest = max(0, draws - (population - marked))
        let highest = min(marked, draws)
        if k < lowest { return 0 }
        if k >= highest { return 1 }
        let mode = Int((Double(draws + 1) * Double(marked + 1) / Double(population + 2)).rounded(.down))
        return k <= mode
            ? lowerSum(k, lowest: lowest, population: population, marked: marked, draws: draws)
            : max(0, 1 - upperSum(k + 1, highest: highest, population: population, marked: marked, draws: draws))
    }

    /// P(X > k), accurate in the upper tail.
    public static func survival(_ k: Int, population: Int, marked: Int, draws: Int) -> Double {
        // The others among the draws are hypergeometric too, and few of them is many of these.
        cdf(draws - k - 1, population: population, marked: population - marked, draws: draws)
    }

    private static func lowerSum(_ k: Int, lowest: Int, population: Int, marked: Int, draws: Int) -> Double {
        var term = 1.0
        var sum = 1.0
        var count = Double(k)
        let (m, d, rest) = (Double(marked), Double(draws), Double(population - marked))
        while Int(count) > lowest {
            term *= count * (rest - d + count) / ((m - count + 1) * (d - count + 1))
            sum += term
            if term < sum * 1e-17 { break }
            count -= 1
        }
        return min(1, pmf(k, population: population, marked: marked, draws: draws) * sum)
    }

    private static func upperSum(_ k: Int, highest: Int, population: Int, marked: Int, draws: Int) -> Double {
        var term = 1.0
        var sum = 1.0
        var count = Double(k)
        let (m, d, rest) = (Double(marked), Double(draws), Double(population - marked))
        while Int(count) < highest {
            term *= (m - count) * (d - count) / ((count + 1) * (rest - d + count + 1))
            sum += term
            if term < sum * 1e-17 { break }
            count += 1
        }
        return min(1, pmf(k, population: population, marked: marked, draws: draws) * sum)
    }
}
