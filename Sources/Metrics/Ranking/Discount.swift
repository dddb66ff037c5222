import RealModule

/// How much attention a rank gets.
public enum Discount {
    /// 1 / log2(1 + rank): 1 at the first place (Järvelin and Kekäläinen 2002, ACM TOIS 20:422).
    /// - Parameter rank: 1 = first. Below 1 there is no place, and no attention.
    public static func logarithmic(rank: Int) -> Double {
        rank < 1 ? 0 : 1 / Double.log2(1 + Double(rank))
    }
}
