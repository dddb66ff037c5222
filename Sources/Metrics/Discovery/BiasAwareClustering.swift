/// A second way to look for groups nobody named: people alike in their features whose outcomes differ from everybody else's.
///
/// One half of the participants grows a `BiasAwareTree`; each person of the other half is put into a cluster by its centres, and
/// each cluster's difference is tested there, in the direction proposed, with the false discovery rate controlled over the
/// clusters. The same on shuffled outcomes says how much chance alone would give.
public struct BiasAwareClustering: Sendable {
    public static let method = "bias_aware_hierarchical_clustering_split_sample"
    public static let citation = "Misztal-Radecka and Indurkhya (2021), Information Processing and Management 58:102519"

    public struct Design: Sendable {
        /// Cuts tried at most; the number of clusters is at most one more.
        public var cuts = 8
        /// Fewest people of a cluster in each half.
        public var minimumSize = 10
        public var falseDiscoveryRate = 0.10
        public var shuffles = 200
        public var seed: UInt64

        public init(seed: UInt64) {
            self.seed = seed
        }
    }

    public struct Cluster: Sendable {
        /// Everybody in it, both halves, ascending positions.
        public let members: [Int]
        /// nil when the held-out half has too few people in it or gives no comparison.
        public let finding: DiscoveryFinding?
    }

    public let design: Design
    public let count: Int
    public let clusters: [Cluster]
    public let shuffled: ShuffledDiscoveries

    public var discoveries: [Cluster] { clusters.filter { $0.finding?.isDiscovery == true } }

    /// - Parameters:
    ///   - keys: one per participant.
    ///   - features: one row per participant, all of the same length; a category is one 0/1 column per value. Columns are divided by
    ///     their standard deviation in the discovery half, one that does not vary is left out.
    ///   - outcomes: one value per participant; `bounded` when they lie in [0, 1].
    /// - Throws: `noObservations`, `unequalLengths`, `notFinite`, `outsideRange` for a minimum size below 2 or a rate outside [0, 1].
    public init(
        keys: [UInt64], features: [[Double]], outcomes: [Double], bounded: Bool, design: Design
    ) throws(Undefined) {
        guard let width = features.first?.count, !keys.isEmpty else { throw .noObservations }
        guard features.count == keys.count, outcomes.count == keys.count, features.allSatisfy({ $0.count == width }) else {
            throw .unequalLengths
        }
        guard outcomes.allSatisfy(\.isFinite), features.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { throw .notFinite }
        guard design.minimumSize >= 2, (0...1).contains(design.falseDiscoveryRate) else { throw .outsideRange }
        let split = SplitSample(keys: keys, seed: design.seed)
        let scaled = Self.scaled(features, by: split.discovery)

        func search(_ outcomes: [Double]) throws(Undefined) -> [Cluster] {
            let tree = BiasAwareTree(
                features: scaled, outcomes: outcomes, members: split.discovery, cuts: design.cuts, minimumSize: design.minimumSize)
            // A single cluster is everybody: there is no rest to differ from.
            guard tree.leaves.count > 1 else { return [] }
            let leaf = scaled.map(tree.leaf(of:))
            let isMember = tree.leaves.map { wanted in leaf.map { $0 == wanted } }
            let proposals = isMember.map { (difference: Self.difference(outcomes, split.discovery, $0), isMember: $0) }
            let isTestable = isMember.map { members in split.test.count { members[$0] } >= design.minimumSize }
            let test = HeldOutTest(
                test: split.test, outcomes: outcomes, bounded: bounded, falseDiscoveryRate: design.falseDiscoveryRate)
            var findings = try test.findings(proposals.indices.filter { isTestable[$0] }.map { proposals[$0] })[...]
            return proposals.indices.map { index in
                Cluster(
                    members: leaf.indices.filter { isMember[index][$0] },
                    finding: isTestable[index] ? findings.popFirst() ?? nil : nil)
            }
        }

        self.design = design
        count = keys.count
        clusters = try search(outcomes)
        shuffled = try ShuffledDiscoveries(outcomes: outcomes, shuffles: design.shuffles, seed: design.seed) {
            (outcomes: [Double]) throws(Undefined) in
            try search(outcomes).count { $0.finding?.isDiscovery == true }
        }
    }

    private static func difference(_ outcomes: [Double], _ people: [Int], _ isMember: [Bool]) -> Double {
        let inside = people.filter { isMember[$0] }
        let outside = people.filter { !isMember[$0] }
        func mean(_ people: [Int]) -> Double { people.reduce(0) { $0 + outcomes[$1] } / Double(people.count) }
        return mean(inside) - mean(outside)
    }

    private static func scaled(_ features: [[Double]], by people: [Int]) -> [[Double]] {
        guard let width = features.first?.count else { return features }
        let deviations = (0..<width).map { column -> Double in
            (try? Summary(people.map { features[$0][column] }))?.populationDeviation ?? 0
        }
        let used = deviations.indices.filter { deviations[$0] > 0 }
        return features.map { row in used.map { row[$0] / deviations[$0] } }
    }
}
