/// How the number of marked items among the first i of a list is distributed when the order has nothing to do with the mark.
package protocol PrefixNull: Sendable {
    /// The chance that the next item is marked, and that it is not, as linear functions of how many were marked before it:
    /// (marked - step * count) * scale and (rest + step * count) * scale.
    func next(after taken: Int) -> PrefixStep

    /// P(at most `count` of the first `prefix` are marked).
    func lowerTail(_ count: Int, prefix: Int) -> Double

    /// The same list with marked and unmarked exchanged.
    var complement: Self { get }
}

package struct PrefixStep: Sendable {
    package let marked: Double
    package let rest: Double
    package let step: Double
    package let scale: Double
}

/// Every place is marked with the same chance, independently: an endless pool (Zehlike et al. 2017).
package struct EndlessPool: PrefixNull, Equatable {
    package let share: Double

    package init(share: Double) {
        self.share = share
    }

    package var complement: EndlessPool { EndlessPool(share: 1 - share) }

    package func next(after taken: Int) -> PrefixStep {
        PrefixStep(marked: share, rest: 1 - share, step: 0, scale: 1)
    }

    package func lowerTail(_ count: Int, prefix: Int) -> Double {
        Binomial.cdf(count, n: prefix, p: share)
    }
}

/// The list is drawn without replacement from `size` people of whom `marked` are marked.
package struct FinitePool: PrefixNull, Equatable {
    package let size: Int
    package let marked: Int

    package init(size: Int, marked: Int) {
        self.size = size
        self.marked = marked
    }

    package var complement: FinitePool { FinitePool(size: size, marked: size - marked) }

    package func next(after taken: Int) -> PrefixStep {
        PrefixStep(marked: Double(marked), rest: Double(size - taken - marked), step: 1, scale: 1 / Double(size - taken))
    }

    package func lowerTail(_ count: Int, prefix: Int) -> Double {
        Hypergeometric.cdf(count, population: size, marked: marked, draws: prefix)
    }
}
