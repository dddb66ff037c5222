import Testing
import Metrics

@Suite struct FewChangesTests {
    @Test func agreesWithRAndTheIncompleteBeta() throws {
        for expected in Reference.fewChangesLimits {
            let rows = Reference.fewChangesPeople.filter { $0[0] == expected[0] }
            let change = try FewChanges(rows.map { $0[2] }, largest: rows[0][1])
            #expect(Reference.error(change.estimate, expected[1], floor: 1) < 1e-12, "case \(expected[0])")
            #expect(Reference.error(change.standardError, expected[2], floor: 1) < 1e-12, "case \(expected[0])")
            #expect(Reference.error(change.pAboveZero, expected[3], floor: 1e-6) < 1e-6, "case \(expected[0])")
            for (index, level) in PairedMeanChangeTests.levels.enumerated() {
                #expect(Reference.error(change.lower(level: level), expected[4 + index], floor: 1) < 1e-9, "case \(expected[0])")
                #expect(Reference.error(change.upper(level: level), expected[8 + index], floor: 1) < 1e-9, "case \(expected[0])")
            }
        }
    }

    /// Nobody's list changed: a rate of which no event was seen among n, 1 - alpha^(1/n). From 29 people on it lies below a margin of .1.
    @Test func nobodyChanged() throws {
        for (count, clears) in [(28, false), (29, true), (30, true), (200, true)] {
            let upper = try FewChanges(Array(repeating: 0, count: count), largest: 1).upper(level: 0.95)
            #expect(abs(upper - (1 - Double.exponential(Double.logarithm(0.05) / Double(count)))) < 1e-12)
            #expect((upper < 0.1) == clears)
        }
    }

    @Test func oneValueMayBeOneOfMany() throws {
        let one = try FewChanges([0.4], largest: 1)
        #expect(one.estimate == 0.4 && one.standardError == 0)
        #expect(one.upper(level: 0.95) > 0.4 && one.lower(level: 0.95) < 0.4)
        #expect(throws: Undefined.noObservations) { try FewChanges([], largest: 1) }
        #expect(throws: Undefined.notFinite) { try FewChanges([0, .nan], largest: 1) }
        #expect(throws: Undefined.notFinite) { try FewChanges([0, 1], largest: .nan) }
        #expect(throws: Undefined.outsideRange) { try FewChanges([0, 0, 0.5], largest: -1) }
    }

    /// Past the bound the sums are no longer less spread out than counts. With a bound that was too small, 31 % of harms at the margin were
    /// called small (ten people, changes of -1, 0 and 1, the commonest of them -1).
    @Test func aChangePastTheBoundIsRefused() throws {
        #expect(throws: Undefined.outsideRange) { try FewChanges([-1, -1, -1, 1, 0], largest: 1) }
        #expect(try FewChanges([-1, -1, -1, 1, 0], largest: 2).above == 1.5)
        // Nothing but the rounding of shares is let past.
        #expect(try FewChanges([0.1, 0.1, 1.1 + 1e-16], largest: 1).above >= 1)
    }

    @Test func theBoundMayBeZero() throws {
        let change = try FewChanges([0.25, 0.25, 0.25], largest: 0)
        #expect(change.lower(level: 0.95) == 0.25 && change.upper(level: 0.95) == 0.25 && change.pAboveZero == 0)
        #expect(try FewChanges([0, 0], largest: 0).pAboveZero == 1)
    }

    @Test func pIsDualToTheLowerLimit() throws {
        for expected in Reference.fewChangesLimits {
            let rows = Reference.fewChangesPeople.filter { $0[0] == expected[0] }
            let change = try FewChanges(rows.map { $0[2] }, largest: rows[0][1])
            for level in [0.01, 0.3, 0.5, 0.8, 0.9, 0.95, 0.98, 0.998, 0.99998] where abs(change.pAboveZero - (1 - level)) > 1e-9 {
                #expect((change.lower(level: level) > 0) == (change.pAboveZero < 1 - level))
            }
        }
    }

    @Test func theCommonestOfEquallyCommonOnes() throws {
        #expect(Commonest([]) == nil)
        #expect(Commonest([0.2, 0.2, 0, 0, -0.2, -0.2])!.value == 0)
        #expect(Commonest([0.2, -0.2])!.value == 0.2)
        #expect(Commonest([0.4, 0.4, 0])! .value == 0.4 && Commonest([0.4, 0.4, 0])!.count == 2)
        #expect(Commonest([-0.0, 0])!.count == 2)
    }

    /// Everybody one place of five worse, from another start: .6 - .4, .2 - 0 and .8 - .6 are three doubles and one change.
    @Test func roundingMakesNoOtherChange() throws {
        let changes = [0.2 - 0, 0.4 - 0.2, 0.6 - 0.4, 0.8 - 0.6, 1 - 0.8]
        #expect(Set(changes).count > 1)
        #expect(Commonest(changes)!.count == 5)
        let few = try FewChanges(changes + [0.4], largest: 0.8)
        #expect(abs(few.above - 0.25) < 1e-12 && few.below == 0)
    }
}
