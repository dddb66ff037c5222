import Testing
import Metrics

@Suite struct FunnelPlotTests {
    @Test func asMetaforsDeletedResiduals() throws {
        for rows in Reference.cases(Reference.studiesLeftOut) {
            let points = try FunnelPlot(PooledCases.effects[Int(rows[0][0])]).points
            #expect(points.count == rows.count)
            for (point, expected) in zip(points, rows) {
                let limits = FunnelPlot.levels.map { point.limits(level: $0) }
                #expect(Reference.error(point.z, expected[7], floor: 1e-3) < 1e-8, "\(expected)")
                #expect(PooledCases.errors(limits.map(\.low) + limits.map(\.high), expected[8...], floor: expected[3]) < 1e-10)
                let size = abs(expected[7])
                #expect(point.beyond == (size > 3.0902323 ? 0.998 : size > 1.959964 ? 0.95 : nil))
            }
        }
    }

    /// A large study among small ones is held against them and not against itself.
    @Test func theTargetIsTheOthers() throws {
        let effects = try StudyEffects(estimates: [0.5, 0, 0, 0], standardErrors: [0.01, 0.1, 0.1, 0.1])
        let points = try FunnelPlot(effects).points
        #expect(points[0].others.estimate == 0 && points[0].beyond == 0.998)
        #expect(abs(try InverseVarianceEffect(effects).estimate - 0.5) < 0.02)
    }
}
