import Testing
import Metrics

@Suite struct LevelSpreadShapeTests {
    /// Means 2 and 4, deviations (-1, 0, 1) and (2, 0, -2): squares sum to 2 and 8, r = -1.
    @Test func partsByHand() throws {
        let split = try LevelSpreadShape([1, 2, 3], [6, 4, 2])
        #expect(split.estimate == 30 && split.count == 3)
        #expect(abs(split.level - 12) < 1e-14 && abs(split.spread - 2) < 1e-14 && abs(split.shape - 16) < 1e-14)
        #expect(abs(split.correlation! - -1) < 1e-15)
    }

    @Test func aFlatProfileHasNoShape() throws {
        let split = try LevelSpreadShape([2, 2, 2], [1, 2, 3])
        #expect(split.correlation == nil && split.shape == 0 && split.level == 0 && abs(split.spread - 2) < 1e-15)
        #expect(split.estimate == 2)
    }

    /// A weight of 2 is the scale twice, a weight of 0 the scale left out.
    @Test func aWeightIsSoManyScales() throws {
        let weighted = try LevelSpreadShape([1, 2, 4, 9], [6, 4.5, 3, -9], weights: [1, 2, 3, 0])
        let repeated = try LevelSpreadShape([1, 2, 2, 4, 4, 4], [6, 4.5, 4.5, 3, 3, 3])
        #expect(weighted.count == 3)
        for (a, b) in [
            (weighted.estimate, repeated.estimate), (weighted.level, repeated.level), (weighted.spread, repeated.spread),
            (weighted.shape, repeated.shape), (weighted.correlation!, repeated.correlation!),
        ] { #expect(abs(a - b) < 1e-12) }
        #expect(abs(weighted.level + weighted.spread + weighted.shape - weighted.estimate) < 1e-12)
        let flat = try LevelSpreadShape([2, 2], [1, 3], weights: [1, 1])
        #expect(flat.correlation == nil && flat.shape == 0)
        #expect(throws: Undefined.unequalLengths) { try LevelSpreadShape([1], [1], weights: []) }
        #expect(throws: Undefined.noObservations) { try LevelSpreadShape([1], [1], weights: [0]) }
        #expect(throws: Undefined.outsideRange) { try LevelSpreadShape([1], [1], weights: [-1]) }
        #expect(throws: Undefined.notFinite) { try LevelSpreadShape([1], [1], weights: [.nan]) }
    }

    @Test func edgesHaveReasons() throws {
        #expect(throws: Undefined.unequalLengths) { try LevelSpreadShape([1], [1, 2]) }
        #expect(throws: Undefined.noObservations) { try LevelSpreadShape([], []) }
        #expect(throws: Undefined.notFinite) { try LevelSpreadShape([.nan], [1]) }
        #expect(throws: Undefined.noSamplingModel) { try LevelSpreadShape([1], [1]).interval(level: 0.95) }
    }
}
