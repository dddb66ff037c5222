import Metrics
import Testing

@Suite struct RankCalibrationTests {
    @Test("V47 rank calibration (.2, .4), read as ranks or as scores")
    func publishedExample() throws {
        let groups = try ItemGroups([0, 1, 0, 1], named: 2)
        for sign in [1.0, -1] {
            let errors = try PairwiseErrors(
                TiedRanking(ascending: [1, 3, 4, 2].map { sign * $0 }, groups: groups),
                truth: TiedRanking(ascending: [1, 2, 3, 4].map { sign * $0 }, groups: groups))
            let calibration = try RankCalibration(errors, group: 1, reference: 0)
            #expect(abs(calibration.referenceError - 0.2) < 1e-15)
            #expect(abs(calibration.groupError - 0.4) < 1e-15)
            #expect(abs(calibration.estimate - 0.2) < 1e-15)
            #expect(calibration.count == 4)
        }
    }
}
