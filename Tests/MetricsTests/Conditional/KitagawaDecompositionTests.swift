import Testing
import Metrics

@Suite struct KitagawaDecompositionTests {
    @Test("V16 Kitagawa's parts of the Berkeley gap") func berkeley() throws {
        let parts = try KitagawaDecomposition(strata: Berkeley.strata)
        #expect(abs(parts.rate.estimate - 0.0360284829) < 1e-10)
        #expect(abs(parts.composition.estimate - -0.1776739112) < 1e-10)
        #expect(abs(parts.crudeGap - -0.1416454282) < 1e-10)
        #expect(parts.oneSided.estimate == 0 && parts.oneSided.count == 0 && parts.rate.count == 4526)
    }

    /// Standard errors there come from numerical derivatives in every cell count.
    @Test func agreesWithNumericalDerivatives() throws {
        let z = Normal.critical(level: 0.95)
        for (strata, expected) in ConditionalReference.cases() {
            let parts = try KitagawaDecomposition(strata: strata)
            for (part, first) in [(parts.rate, 16), (parts.composition, 18)] {
                #expect(abs(part.estimate - expected[first]) < 1e-14)
                guard expected[first + 1] > 1e-12, let interval = try? part.interval(level: 0.95) else { continue }
                #expect(abs((interval.high - interval.low) / 2 / z - expected[first + 1]) < 1e-13)
            }
        }
    }

    @Test func peopleWithoutCounterpartsAreAPartOfTheirOwn() throws {
        let both = RateStratum(groupEvents: 4, groupTotal: 10, referenceEvents: 10, referenceTotal: 20)
        let group = RateStratum(groupEvents: 9, groupTotal: 10, referenceEvents: 0, referenceTotal: 0)
        let reference = RateStratum(groupEvents: 0, groupTotal: 0, referenceEvents: 2, referenceTotal: 20)
        let parts = try KitagawaDecomposition(strata: [both, group, reference])
        #expect(abs(parts.crudeGap - (0.65 - 0.3)) < 1e-15)
        #expect(abs(parts.rate.estimate - -0.1) < 1e-15 && parts.composition.estimate == 0)
        // f1 (q1 - p1) - f0 (q0 - p0) = .5 (.9 - .4) - .5 (.1 - .5)
        #expect(abs(parts.oneSided.estimate - 0.45) < 1e-15 && parts.oneSided.count == 30)
        #expect(throws: Undefined.noSamplingModel) { try parts.oneSided.interval(level: 0.95) }
    }

    @Test func nothingVariesNothingIsSaid() throws {
        let all = RateStratum(groupEvents: 3, groupTotal: 3, referenceEvents: 5, referenceTotal: 5)
        #expect(throws: Undefined.zeroVariance) { try KitagawaDecomposition(strata: [all]).rate.interval(level: 0.95) }
        #expect(throws: Undefined.noInformativeStratum) { try KitagawaDecomposition(strata: []) }
    }

    /// Four strata, people drawn into them anew in every run; the true parts follow from the shares and rates used.
    @Test func coverageOfBothParts() throws {
        var random = SeededRandom(seed: 156)
        let runs = 800 * Simulated.factor
        let (c1, c0) = ([0.1, 0.2, 0.3, 0.4], [0.4, 0.3, 0.2, 0.1])
        let (p1, p0) = ([0.2, 0.3, 0.4, 0.5], [0.3, 0.35, 0.5, 0.6])
        var rate = 0.0
        var composition = 0.0
        for k in 0..<4 {
            rate += (c1[k] + c0[k]) / 2 * (p1[k] - p0[k])
            composition += (c1[k] - c0[k]) * (p1[k] + p0[k]) / 2
        }
        func drawn(_ shares: [Double]) -> Int {
            let u = random.uniform()
            var sum = 0.0
            for (index, share) in shares.enumerated() {
                sum += share
                if u < sum { return index }
            }
            return shares.count - 1
        }
        var covered = [0, 0]
        for _ in 0..<runs {
            var strata = [RateStratum](repeating: RateStratum(groupEvents: 0, groupTotal: 0, referenceEvents: 0, referenceTotal: 0), count: 4)
            for _ in 0..<100 {
                let k = drawn(c1)
                strata[k].groupTotal += 1
                if random.uniform() < p1[k] { strata[k].groupEvents += 1 }
            }
            for _ in 0..<200 {
                let k = drawn(c0)
                strata[k].referenceTotal += 1
                if random.uniform() < p0[k] { strata[k].referenceEvents += 1 }
            }
            let parts = try KitagawaDecomposition(strata: strata)
            if try !parts.rate.interval(level: 0.95).excludes(rate) { covered[0] += 1 }
            if try !parts.composition.interval(level: 0.95).excludes(composition) { covered[1] += 1 }
        }
        #expect(try Simulated.isWithin(covered[0], of: runs, 0.93, 0.965, "Kitagawa rate part, 100 against 200, coverage at 95 %"))
        #expect(try Simulated.isWithin(covered[1], of: runs, 0.93, 0.965, "Kitagawa composition part, 100 against 200, coverage at 95 %"))
    }
}
