import Testing
import Metrics

@Suite struct BiasAwareClusteringTests {
    /// A quarter of the people form a cloud apart, with outcomes `shift` lower.
    private func people(seed: UInt64, count: Int, shift: Double) -> (keys: [UInt64], features: [[Double]], outcomes: [Double]) {
        var random = SeededRandom(seed: seed)
        var features: [[Double]] = []
        var outcomes: [Double] = []
        for _ in 0..<count {
            let apart = random.uniform() < 0.25
            features.append([random.normal() + (apart ? 4 : 0), random.normal(), random.normal() + (apart ? 3 : 0)])
            outcomes.append(random.normal() + (apart ? shift : 0))
        }
        return ((0..<count).map { UInt64($0) &+ seed &* 1_000_003 }, features, outcomes)
    }

    private func clustering(seed: UInt64, count: Int, shift: Double, shuffles: Int = 0) throws -> BiasAwareClustering {
        let (keys, features, outcomes) = people(seed: seed, count: count, shift: shift)
        var design = BiasAwareClustering.Design(seed: seed)
        design.shuffles = shuffles
        return try BiasAwareClustering(keys: keys, features: features, outcomes: outcomes, bounded: false, design: design)
    }

    @Test func findsThePlantedCloud() throws {
        let runs = 40 * Simulated.factor
        let found = try (1...runs).count { seed in
            try clustering(seed: UInt64(seed), count: 400, shift: -1).discoveries.contains { ($0.finding?.estimate ?? 0) < -0.4 }
        }
        #expect(try Simulated.isWithin(found, of: runs, 0.8, 1, "clustering: planted cloud of a quarter, 1 SD, found"))
    }

    @Test func falseDiscoveryRateWithNothingToFind() throws {
        let runs = 150 * Simulated.factor
        let withAny = try (1...runs).count { try !clustering(seed: UInt64($0), count: 300, shift: 0).discoveries.isEmpty }
        #expect(try Simulated.isWithin(withAny, of: runs, 0, 0.10, "clustering: runs with a discovery, nothing planted"))
    }

    @Test func everybodyIsInExactlyOneCluster() throws {
        let result = try clustering(seed: 2, count: 300, shift: -1, shuffles: 5)
        #expect(result.clusters.flatMap(\.members).sorted() == Array(0..<300))
        #expect(result.shuffled.discoveries.count == 5)
    }

    @Test func oneClusterIsNothingToCompare() throws {
        let result = try BiasAwareClustering(
            keys: (0..<50).map(UInt64.init), features: [[Double]](repeating: [1], count: 50), outcomes: (0..<50).map(Double.init),
            bounded: false, design: .init(seed: 1))
        #expect(result.clusters.isEmpty && result.discoveries.isEmpty)
    }

    @Test func undefinedInput() {
        let design = BiasAwareClustering.Design(seed: 1)
        #expect(throws: Undefined.noObservations) {
            try BiasAwareClustering(keys: [], features: [], outcomes: [], bounded: false, design: design)
        }
        #expect(throws: Undefined.unequalLengths) {
            try BiasAwareClustering(keys: [1, 2], features: [[1], [1, 2]], outcomes: [1, 2], bounded: false, design: design)
        }
        #expect(throws: Undefined.notFinite) {
            try BiasAwareClustering(keys: [1, 2], features: [[1], [.infinity]], outcomes: [1, 2], bounded: false, design: design)
        }
    }
}
