/// How far one score of a participant must move before another place comes first, with Euclidean distances.
///
/// Moving score j by t changes the squared distance to a place w by 2 t (p_j - w_j) + t^2; the t^2 is the same for all places, so the first place
/// and another one change order at t = (d_w^2 - d_first^2) / (2 (w_j - first_j)). The margin is the smallest |t| over all other places and scores: 0 when
/// two places share the first rank, and small where the order is a matter of decimals.
public struct BoundaryMargin: Sendable, Equatable {
    /// The nearest place (the lowest index on a tie).
    public let first: Int
    /// The place that would come first after the shift.
    public let next: Int
    /// Which score, from 0, and by how much, with its sign.
    public let dimension: Int
    public let shift: Double

    /// - Parameters:
    ///   - scores: of the participant.
    ///   - places: ideal scores of each place.
    /// - Throws: `tooFewObservations` for fewer than two places, `unequalLengths`, `notFinite`, `zeroVariance` when all places have the same ideal
    ///   scores, so that no shift can change anything.
    public init(scores: [Double], places: [[Double]]) throws(Undefined) {
        guard places.count >= 2 else { throw .tooFewObservations(needed: 2) }
        guard places.allSatisfy({ $0.count == scores.count }) else { throw .unequalLengths }
        guard scores.allSatisfy(\.isFinite), places.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { throw .notFinite }
        let squared = places.map { Self.squaredDistance(scores, $0) }
        let first = squared.indices.min { squared[$0] < squared[$1] } ?? 0
        var best: (size: Double, next: Int, dimension: Int, shift: Double)?
        for place in places.indices where place != first {
            for dimension in scores.indices where places[place][dimension] != places[first][dimension] {
                let shift = (squared[place] - squared[first]) / (2 * (places[place][dimension] - places[first][dimension]))
                if best.map({ abs(shift) < $0.size }) ?? true { best = (abs(shift), place, dimension, shift) }
            }
        }
        guard let best else { throw .zeroVariance }
        self.first = first
        next = best.next
        dimension = best.dimension
        shift = best.shift
    }

    /// Sum of squared differences.
    static func squaredDistance(_ a: [Double], _ b: [Double]) -> Double {
        CompensatedSum(zip(a, b).map { ($0 - $1) * ($0 - $1) }).value
    }
}
