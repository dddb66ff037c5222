/// Clusters of alike people in which outcomes differ: bias-aware hierarchical clustering (Misztal-Radecka and Indurkhya 2021).
///
/// Starting with everybody, the cluster whose outcomes vary most is cut in two by 2-means on the features; the cut is kept when
/// one of the parts lies at least as far from everybody outside it as the cluster did. Here the first two centres are the means
/// above and below the mean of the feature that varies most, so that no random start is needed and the result does not depend on
/// the order of people (but for rounding of sums).
package struct BiasAwareTree: Sendable {
    private struct Node: Sendable {
        /// Centres of the two parts and where they stand; nil for a leaf.
        var cut: (first: [Double], second: [Double], firstNode: Int, secondNode: Int)?
        var members: [Int]
        var isFinal = false
    }

    private var nodes: [Node]
    /// Positions of the leaves, in the order in which they came to be.
    package private(set) var leaves: [Int]

    /// - Parameters:
    ///   - features: per person, on comparable scales.
    ///   - members: positions of the people the tree is grown from.
    ///   - cuts: attempts at most.
    ///   - minimumSize: people a part needs.
    package init(features: [[Double]], outcomes: [Double], members: [Int], cuts: Int, minimumSize: Int) {
        nodes = [Node(members: members)]
        leaves = [0]
        let total = members.reduce(0) { $0 + outcomes[$1] }
        func distance(_ part: [Int]) -> Double {
            let rest = members.count - part.count
            guard rest > 0, !part.isEmpty else { return 0 }
            let sum = part.reduce(0) { $0 + outcomes[$1] }
            return abs(sum / Double(part.count) - (total - sum) / Double(rest))
        }
        for _ in 0..<max(0, cuts) {
            let open = leaves.filter { !nodes[$0].isFinal }
            guard let chosen = open.max(by: { Self.spread(outcomes, nodes[$0].members) < Self.spread(outcomes, nodes[$1].members) }) else { break }
            let members = nodes[chosen].members
            guard let halves = Self.twoMeans(features, members), min(halves.first.count, halves.second.count) >= minimumSize,
                max(distance(halves.first), distance(halves.second)) >= distance(members)
            else {
                nodes[chosen].isFinal = true
                continue
            }
            nodes[chosen].cut = (halves.firstCentre, halves.secondCentre, nodes.count, nodes.count + 1)
            leaves.removeAll { $0 == chosen }
            leaves += [nodes.count, nodes.count + 1]
            nodes.append(Node(members: halves.first))
            nodes.append(Node(members: halves.second))
        }
    }

    /// The leaf a person belongs to, by the nearer centre at each cut (the first on a tie).
    package func leaf(of features: [Double]) -> Int {
        var node = 0
        while let cut = nodes[node].cut {
            node = Self.squaredDistance(features, cut.first) <= Self.squaredDistance(features, cut.second) ? cut.firstNode : cut.secondNode
        }
        return node
    }

    private static func spread(_ outcomes: [Double], _ members: [Int]) -> Double {
        guard let summary = try? Summary(members.map { outcomes[$0] }) else { return 0 }
        return summary.populationDeviation
    }

    private static func squaredDistance(_ a: [Double], _ b: [Double]) -> Double {
        zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }

    private static func centre(_ features: [[Double]], _ members: [Int]) -> [Double] {
        guard let first = members.first else { return [] }
        return features[first].indices.map { column in
            members.reduce(0) { $0 + features[$1][column] } / Double(members.count)
        }
    }

    /// Lloyd's algorithm with two centres; nil when all people are alike.
    private static func twoMeans(
        _ features: [[Double]], _ members: [Int]
    ) -> (first: [Int], second: [Int], firstCentre: [Double], secondCentre: [Double])? {
        let middle = centre(features, members)
        let variances = middle.indices.map { column in
            members.reduce(0) { $0 + (features[$1][column] - middle[column]) * (features[$1][column] - middle[column]) }
        }
        guard let widest = variances.indices.max(by: { variances[$0] < variances[$1] }), variances[widest] > 0 else { return nil }
        var first = members.filter { features[$0][widest] <= middle[widest] }
        var second = members.filter { features[$0][widest] > middle[widest] }
        // Each round lowers the sum of squares, so this ends; the bound keeps rounding from turning in a circle.
        for _ in 0..<100 {
            guard !first.isEmpty, !second.isEmpty else { return nil }
            let centres = (centre(features, first), centre(features, second))
            let nearer = members.map { squaredDistance(features[$0], centres.0) <= squaredDistance(features[$0], centres.1) }
            let next = zip(members, nearer).filter { $1 }.map { $0.0 }
            if next == first { return (first, second, centres.0, centres.1) }
            first = next
            second = zip(members, nearer).filter { !$1 }.map { $0.0 }
        }
        guard !first.isEmpty, !second.isEmpty else { return nil }
        return (first, second, centre(features, first), centre(features, second))
    }
}
