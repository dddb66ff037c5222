import Testing
import Metrics

@Suite struct BootstrapEstimateTests {
    private typealias Observation = ParticipantBootstrap.Observation

    private func side(_ values: [Double], _ first: Int = 0) -> [Observation] {
        values.enumerated().map { Observation(key: UInt64(first + $0.offset), value: $0.element) }
    }

    /// Against the ordinary bootstrap's BCa limits on skewed samples: the difference is of order 1/n, well below the 3a = .1 SE and
    /// more by which the percentile limits of either weighting, or Efron's own formula with these weights, miss them.
    @Test func acceleratedLimitsAreThoseOfTheOrdinaryBootstrap() throws {
        for rows in Reference.cases(Reference.acceleratedMeans) {
            let values = rows.map { $0[1] }
            let (low, high, error, acceleration) = (rows[0][2], rows[0][3], rows[0][4], rows[0][5])
            let sums = try ParticipantBootstrap(seed: 5, replicates: 20_000).sums(groups: [side(values)])
            let bca = try BootstrapEstimate(sums, .mean(of: 0), kind: .bca)
            #expect(abs(bca.acceleration - acceleration) < 1e-8)
            let interval = try bca.interval(level: 0.95)
            #expect(abs(interval.low - low) < 0.08 * error && abs(interval.high - high) < 0.12 * error, "\(interval) \(low) \(high)")
            let percentile = try BootstrapEstimate(sums, .mean(of: 0), kind: .percentile).interval(level: 0.95)
            #expect(percentile.high < interval.high && abs(percentile.high - high) > abs(interval.high - high))
        }
    }

    /// For a mean of symmetric values all kinds agree with t nearly.
    @Test(arguments: BootstrapEstimate.Kind.allCases)
    func symmetricValuesGiveTheOrdinaryInterval(_ kind: BootstrapEstimate.Kind) throws {
        var random = SeededRandom(seed: 3)
        let (group, reference) = ((0..<150).map { _ in random.normal() + 1 }, (0..<200).map { _ in random.normal() })
        let welch = try WelchDifference(group: group, reference: reference)
        let sums = try ParticipantBootstrap(seed: 5, replicates: 4_000).sums(groups: [side(group), side(reference, 1_000)])
        let estimate = try BootstrapEstimate(sums, .difference(group: 0, reference: 1), kind: kind)
        let (ours, theirs) = (try estimate.interval(level: 0.95), welch.interval(level: 0.95))
        #expect(abs(estimate.estimate - welch.estimate) < 1e-9 && abs((estimate.standardError ?? 0) - welch.standardError) < 1e-8)
        #expect(estimate.count == 350)
        #expect(abs(ours.low - theirs.low) < 0.15 * welch.standardError && abs(ours.high - theirs.high) < 0.15 * welch.standardError)
    }

    @Test func tooFewReplicatesIsAReason() throws {
        let sums = try ParticipantBootstrap(seed: 5, replicates: 399).sums(groups: [side([1, 2, 5, 6])])
        let estimate = try BootstrapEstimate(sums, .mean(of: 0), kind: .percentile)
        #expect(throws: Undefined.tooFewReplicates(needed: 400)) { try estimate.interval(level: 0.95) }
        #expect(try estimate.interval(level: 0.9).low < estimate.estimate)
        #expect(BootstrapEstimate.neededReplicates(level: 1 - 0.05 / 8) == 3_200)
        #expect(BootstrapEstimate.neededReplicates(level: 0.9) == 200 && BootstrapEstimate.neededReplicates(level: 1 - 0.1) == 200)
        let short = try ParticipantBootstrap(seed: 5, replicates: 19).sums(groups: [side([1, 2])])
        #expect(throws: Undefined.tooFewReplicates(needed: 20)) { try BootstrapEstimate(short, .mean(of: 0), kind: .basic) }
    }

    @Test func undefinedHasItsReason() throws {
        let sums = try ParticipantBootstrap(seed: 5, replicates: 100).sums(groups: [side([0, 0, 0], 10), [], side([1], 20), side([1, 2], 30)])
        for kind in BootstrapEstimate.Kind.allCases {
            #expect(throws: Undefined.zeroDenominator) { try BootstrapEstimate(sums, .ratio(group: 3, reference: 0), kind: kind) }
            #expect(throws: Undefined.noObservations) { try BootstrapEstimate(sums, .difference(group: 0, reference: 1), kind: kind) }
            #expect(throws: Undefined.outsideRange) { try BootstrapEstimate(sums, .mean(of: 7), kind: kind) }
        }
        #expect(throws: Undefined.zeroVariance) { try BootstrapEstimate(sums, .mean(of: 0), kind: .bca) }
        #expect(throws: Undefined.zeroVariance) { try BootstrapEstimate(sums, .mean(of: 0), kind: .studentised) }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try BootstrapEstimate(sums, .mean(of: 2), kind: .studentised) }
        #expect(try BootstrapEstimate(sums, .mean(of: 3), kind: .percentile).pValue(null: .nan) == 1)
    }

    /// Slopes given by hand agree with differences of the value.
    @Test func slopesAreThoseOfTheValue() {
        let means = [0.3, 0.8]
        for function in [MeansFunction.mean(of: 1), .difference(group: 0, reference: 1), .ratio(group: 0, reference: 1)] {
            for (place, slope) in zip(function.groups, function.slopes(means)) {
                var (up, down) = (means, means)
                up[place] += 1e-6
                down[place] -= 1e-6
                #expect(abs(((function.value(up) ?? .nan) - (function.value(down) ?? .nan)) / 2e-6 - slope) < 1e-8)
            }
        }
    }
}
