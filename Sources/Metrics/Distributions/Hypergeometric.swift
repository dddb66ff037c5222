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
}
