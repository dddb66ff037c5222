/// What a search would have found had outcomes been dealt to people at random: printed beside every search.
public struct ShuffledDiscoveries: Sendable, Equatable {
    /// Discoveries in each shuffle.
    public let discoveries: [Int]

    public init(discoveries: [Int]) {
        self.discoveries = discoveries
    }

    /// Runs the search on `shuffles` permutations of the outcomes, each a pure function of (seed, number).
    package init(
        outcomes: [Double], shuffles: Int, seed: UInt64, search: ([Double]) throws(Undefined) -> Int
    ) throws(Undefined) {
        var discoveries: [Int] = []
        for replicate in 0..<UInt64(max(0, shuffles)) {
            let order = LabelPermutation.order(count: outcomes.count, seed: seed, replicate: replicate)
            discoveries.append(try search(order.map { outcomes[$0] }))
        }
        self.discoveries = discoveries
    }

    /// Mean number of discoveries of a shuffled run; nil without shuffles.
    public var mean: Double? {
        discoveries.isEmpty ? nil : Double(discoveries.reduce(0, +)) / Double(discoveries.count)
    }

    /// Share of shuffled runs with any discovery: with nothing to find, the false discovery rate; nil without shuffles.
    public var shareWithAny: Double? {
        discoveries.isEmpty ? nil : Double(discoveries.count { $0 > 0 }) / Double(discoveries.count)
    }
}
