/// Ranks of a list counted from 1 at the smallest value; equal values share the mean of their places.
public struct MidRanks: Sendable, Equatable {
    /// In the order of the values.
    public let ranks: [Double]
    /// Sum of t^3 - t over the blocks of t equal values; 0 without ties. What ties take off the variance of a rank sum.
    public let tieTerm: Double

    public var hasTies: Bool { tieTerm > 0 }

    /// - Throws: `notFinite`. An empty list has no ranks and no ties.
    public init(_ values: [Double]) throws(Undefined) {
        guard values.allSatisfy(\.isFinite) else { throw .notFinite }
        let order = values.indices.sorted { values[$0] < values[$1] }
        var ranks = [Double](repeating: 0, count: values.count)
        var ties = 0.0
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
            let length = Double(end - start)
            for place in start..<end { ranks[order[place]] = Double(start + 1 + end) / 2 }
            ties += length * length * length - length
            start = end
        }
        self.ranks = ranks
        tieTerm = ties
    }
}
