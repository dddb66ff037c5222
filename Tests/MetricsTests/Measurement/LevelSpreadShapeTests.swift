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

    @Test func edgesHaveReasons() throws {
        #expect(throws: Undefined.unequalLengths) { try LevelSpreadShape([1], [1, 2]) }
        #expect(throws: Undefined.noObservations) { try LevelSpreadShape([], []) }
        #expect(throws: Undefined.notFinite) { try LevelSpreadShape([.nan], [1]) }
        #expect(throws: Undefined.noSamplingModel) { try LevelSpreadShape([1], [1]).interval(level: 0.95) }
    }
}
