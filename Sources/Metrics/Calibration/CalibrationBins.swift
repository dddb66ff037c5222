/// How people are put into bins of predicted chance. It has to be said: every figure made of bins depends on it.
public enum CalibrationBins: Sendable, Equatable {
    /// Bins [e0, e1), [e1, e2), ..., the last closed on both sides. Edges ascend strictly; every prediction lies between the outer two.
    case edges([Double])
    /// This many bins of equal width over [0, 1].
    case equalWidth(Int)
    /// About as many people in each of this many bins, by ascending prediction; people with the same prediction stay together (the
    /// bin of the first of them), so there may be fewer bins.
    case equalCounts(Int)

    /// Bin number per prediction, and the edges where they are fixed.
    ///
    /// - Throws: `outsideRange` for less than one bin, edges that do not ascend, or a prediction outside them.
    func assign(_ predicted: [Double]) throws(Undefined) -> (numbers: [Int], edges: [Double]?) {
        switch self {
        case .equalWidth(let bins):
            guard bins > 0 else { throw .outsideRange }
            return try Self.edges((0...bins).map { Double($0) / Double(bins) }).assign(predicted)
        case .edges(let edges):
            guard edges.count > 1, zip(edges, edges.dropFirst()).allSatisfy({ $0 < $1 }) else { throw .outsideRange }
            var numbers: [Int] = []
            for value in predicted {
                guard let last = edges.last, value >= edges[0], value <= last else { throw .outsideRange }
                var low = 0
                var high = edges.count - 1
                while high - low > 1 {
                    let middle = (low + high) / 2
                    if value < edges[middle] { high = middle } else { low = middle }
                }
                numbers.append(low)
            }
            return (numbers, edges)
        case .equalCounts(let bins):
            guard bins > 0 else { throw .outsideRange }
            let order = predicted.indices.sorted { predicted[$0] < predicted[$1] }
            var numbers = [Int](repeating: 0, count: predicted.count)
            var first = 0
            for (rank, person) in order.enumerated() {
                if predicted[person] != predicted[order[first]] { first = rank }
                numbers[person] = first * bins / predicted.count
            }
            return (numbers, nil)
        }
    }
}
