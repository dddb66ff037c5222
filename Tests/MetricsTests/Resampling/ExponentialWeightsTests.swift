import Testing
import Metrics

@Suite struct ExponentialWeightsTests {
    @Test func theRuleWorkedOutElsewhere() {
        for row in Reference.bootstrapWeights {
            let weight = ExponentialWeights.weight(seed: UInt64(row[0]), participant: UInt64(row[1]), replicate: UInt64(row[2]))
            #expect(weight == Int(row[3]))
        }
    }

    /// The documented distance from Exp(1), over all 4,096 equally likely values.
    @Test func exponentialAsDocumented() {
        let weights = ExponentialWeights.table.map { Double($0) / ExponentialWeights.unit }
        let count = Double(weights.count)
        #expect(weights.count == 4096 && weights == weights.sorted())
        #expect(weights.reduce(0, +) / count == 1)
        let moments = [2.0, 3.0].map { power in
            weights.reduce(0) { $0 + (power == 2 ? ($1 - 1) * ($1 - 1) : ($1 - 1) * ($1 - 1) * ($1 - 1)) } / count
        }
        #expect(abs(moments[0] - 0.99973) < 1e-5 && abs(moments[1] - 1.993) < 1e-3)
        #expect(weights[0] > 0 && weights[4095] > 9.3 && weights[4095] < 9.33)
        for (place, weight) in weights.enumerated() {
            let exact = 1 - Double.exponential(-weight)
            #expect(abs(exact - Double(place) / count) <= 1.001 / count && abs(exact - Double(place + 1) / count) <= 1.001 / count)
        }
    }

    /// Neighbouring replicates, neighbouring keys and neighbouring seeds are uncorrelated: five standard errors.
    @Test func neighboursAreUncorrelated() {
        let n = 60_000
        var products = [0.0, 0.0, 0.0, 0.0]
        func weight(_ seed: Int, _ key: Int, _ replicate: Int) -> Double {
            Double(ExponentialWeights.weight(seed: UInt64(seed), participant: UInt64(key), replicate: UInt64(replicate))) / ExponentialWeights.unit - 1
        }
        for index in 0..<n {
            products[0] += weight(3, 9, index) * weight(3, 9, index + 1)
            products[1] += weight(3, index, 7) * weight(3, index + 1, 7)
            products[2] += weight(index, 4, 7) * weight(index + 1, 4, 7)
            products[3] += weight(3, 9, index) * weight(3, 9, index + 5)
        }
        for product in products { #expect(abs(product) / Double(n) < 5 / Double(n).squareRoot()) }
    }
}
