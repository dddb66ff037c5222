import Testing
import Metrics

@Suite struct HodgesLehmannDifferenceTests {
    @Test func agreesWithR() throws {
        for (group, reference, expected) in Reference.samples(Reference.hodgesLehmannShifts) {
            let shift = try HodgesLehmannDifference(group: group, reference: reference)
            #expect(abs(shift.estimate - expected[0]) < 1e-12)
            let wide = try shift.rankInterval(level: 0.95)
            guard expected[3] > 0.94 else {
                // R prints the widest interval it has, at the level it has; nothing covers 95 % here.
                #expect(wide.interval.low == -.infinity && wide.interval.high == .infinity && wide.attainedLevel == 1)
                continue
            }
            let narrow = try shift.interval(level: 0.9)
            #expect(abs(wide.interval.low - expected[1]) < 1e-12 && abs(wide.interval.high - expected[2]) < 1e-12)
            #expect(abs(narrow.low - expected[4]) < 1e-12 && abs(narrow.high - expected[5]) < 1e-12)
            #expect(wide.attainedLevel! >= 0.95 && wide.attainedLevel! < 0.98)
        }
    }

    @Test func attainedLevelIsThatOfTheCounts() throws {
        // Four against four: U = 0 happens in 1 of 70 orders, so the whole range of differences covers 1 - 2/70.
        let shift = try HodgesLehmannDifference(group: [1, 2.5, 4, 8], reference: [0.3, 1.1, 2, 3])
        let result = try shift.rankInterval(level: 0.95)
        #expect(abs(result.attainedLevel! - (1 - 2.0 / 70)) < 1e-15)
        #expect(result.interval == Interval(level: 0.95, low: 1 - 3, high: 8 - 0.3))
    }

    @Test func tenThousandAgainstTenThousand() throws {
        var random = SeededRandom(seed: 3)
        let reference = (0..<10_000).map { _ in random.normal() }
        let group = (0..<10_000).map { _ in random.normal() + 0.5 }
        let shift = try HodgesLehmannDifference(group: group, reference: reference)
        let result = try shift.rankInterval(level: 0.95)
        #expect(result.attainedLevel == nil)
        #expect(abs(shift.estimate - 0.5) < 0.06)
        #expect(result.interval.low < shift.estimate && shift.estimate < result.interval.high)
        // Asymptotic width 2 z sqrt((1/n + 1/m) / (12 (integral of the squared density)^2)) = 0.0567.
        #expect(abs(result.interval.high - result.interval.low - 0.0567) < 0.003)
    }

    /// Exact and normal positions differ by at most one pair where they meet.
    @Test func theSwitchIsSmooth() throws {
        var random = SeededRandom(seed: 4)
        func side(_ n: Int) -> [Double] { (0..<n).map { _ in random.normal() } }
        let (group, reference) = (side(50), side(51))
        let large = try HodgesLehmannDifference(group: group, reference: reference).interval(level: 0.95)
        let small = try HodgesLehmannDifference(group: group, reference: Array(reference.dropLast())).interval(level: 0.95)
        #expect(abs(large.low - small.low) < 0.1 && abs(large.high - small.high) < 0.1)
    }

    @Test func undefinedInput() throws {
        #expect(throws: Undefined.noObservations) { try HodgesLehmannDifference(group: [], reference: [1]) }
        #expect(throws: Undefined.notFinite) { try HodgesLehmannDifference(group: [.nan], reference: [1]) }
        #expect(throws: Undefined.notFinite) { try HodgesLehmannDifference(group: [1.5e308], reference: [-1.5e308]) }
        let shift = try HodgesLehmannDifference(group: [2], reference: [1])
        #expect(shift.estimate == 1)
        #expect(throws: Undefined.outsideRange) { try shift.interval(level: 1) }
    }
}
