import Testing
import Metrics

@Suite struct BoxMTests {
    @Test func agreesWithNumpyAndPingouin() throws {
        for (group, reference, expected) in CovarianceSamples.cases() {
            let test = try BoxM(groups: [group, reference])
            #expect(Reference.error(test.statistic, expected[1]) < 1e-11 && Reference.error(test.pValue, expected[2]) < 1e-10)
            #expect(test.count == group.count + reference.count && test.variables == group[0].count && test.groups == 2)
        }
    }

    /// pingouin multiplies powers of determinants, which vanish for large groups.
    @Test("Box's M of 60,000 people is finite; pingouin says infinity") func largeGroups() throws {
        let (group, reference, _) = CovarianceSamples.cases()[0]
        let test = try BoxM(groups: [(0..<1_000).flatMap { _ in group }, (0..<1_000).flatMap { _ in reference }])
        #expect(test.statistic > 10_000 && test.statistic < 20_000)
    }

    @Test func equalGroupsDoNotDiffer() throws {
        let group = CovarianceSamples.cases()[0].group
        let test = try BoxM(groups: [group, group, group])
        #expect(test.statistic < 1e-10 && test.pValue > 1 - 1e-9 && test.degreesOfFreedom == 12)
    }

    @Test func edgesHaveReasons() {
        let line = (0..<6).map { [Double($0), 2 * Double($0)] }
        #expect(throws: Undefined.collinear) { try BoxM(groups: [line, line]) }
        #expect(throws: Undefined.noObservations) { try BoxM(groups: [line]) }
        #expect(throws: Undefined.noObservations) { try BoxM(groups: [[[]], [[]]]) }
        #expect(throws: Undefined.tooFewObservations(needed: 3)) { try BoxM(groups: [line, [[1, 2], [2, 1]]]) }
        #expect(throws: Undefined.unequalLengths) { try BoxM(groups: [line, [[1], [2], [3]]]) }
    }

    @Test func typeOneError() throws {
        var random = SeededRandom(seed: 160)
        let runs = 300 * Simulated.factor
        var rejected = 0
        for _ in 0..<runs {
            let groups = [CovarianceSamples.simulated(30, &random), CovarianceSamples.simulated(50, &random)]
            if try BoxM(groups: groups).pValue < 0.05 { rejected += 1 }
        }
        #expect(try Simulated.isWithin(rejected, of: runs, 0.04, 0.06, "Box's M, 30 against 50, three variables, type I at 5 %"))
    }
}
