import RealModule

/// How much attention a rank gets; 1 at the first place, whatever the discount.
///
/// The discounts of the literature are not interchangeable: the second place gets .63, .5, the patience, 1 or 1. A figure is
/// therefore always given with the name of its discount.
public struct Discount: Sendable, Equatable {
    private enum Shape: Equatable {
        case logarithmic, reciprocal, geometric(Double), trec, uniform
    }

    private let shape: Shape

    /// As it is written in reports.
    public let name: String

    /// 1 / log2(1 + rank) (Järvelin and Kekäläinen 2002, ACM TOIS 20:422).
    public static let logarithmic = Discount(shape: .logarithmic, name: "logarithmic")

    /// 1 / rank (Voorhees 1999, TREC-8, 77).
    public static let reciprocal = Discount(shape: .reciprocal, name: "reciprocal")

    /// 1 / log2(max(rank, 2)): the first two places alike (TREC Fair Ranking track 2021).
    public static let trec = Discount(shape: .trec, name: "trec")

    /// 1 for every place that is shown: plain counting.
    public static let uniform = Discount(shape: .uniform, name: "uniform")

    /// patience^(rank - 1): the reader goes on to the next place with probability `patience` (rank-biased precision, Moffat and
    /// Zobel 2008, ACM TOIS 27:2).
    ///
    /// The factor (1 - patience), with which all attention of an endless list sums to 1, is left out: it drops out of every share
    /// and ratio, and the first place stays comparable with the other discounts.
    /// - Throws: `outsideRange` when the patience is not strictly between 0 and 1.
    public static func geometric(patience: Double) throws(Undefined) -> Discount {
        guard patience > 0, patience < 1 else { throw .outsideRange }
        return Discount(shape: .geometric(patience), name: "geometric_\(patience)")
    }

    /// - Parameter rank: 1 = first. Below 1 there is no place, and no attention.
    public func weight(rank: Int) -> Double {
        guard rank >= 1 else { return 0 }
        return switch shape {
        case .logarithmic: 1 / Double.log2(1 + Double(rank))
        case .reciprocal: 1 / Double(rank)
        case .geometric(let patience): Double.pow(patience, rank - 1)
        case .trec: 1 / Double.log2(Double(max(rank, 2)))
        case .uniform: 1
        }
    }

    /// The weights of ranks 1...depth.
    func weights(_ depth: Int) -> [Double] {
        (0..<max(0, depth)).map { weight(rank: $0 + 1) }
    }

    /// Weight of a rank under the logarithmic discount.
    /// - Parameter rank: 1 = first. Below 1 there is no place, and no attention.
    public static func logarithmic(rank: Int) -> Double {
        logarithmic.weight(rank: rank)
    }
}
