import Testing
import Metrics

@Suite struct SurvivalProbabilityTests {
    private let records: [FollowUp] = (0..<20).map { FollowUp(end: Double($0 + 1), cause: $0 % 3 == 0 ? 0 : 1) }

    @Test func withoutCensoringTheScoreIntervalIsWilsons() throws {
        let curve = try KaplanMeier((0..<20).map { .event(at: Double($0 + 1)) })
        let share = try curve.probability(at: 7, scale: .score)
        let wilson = try Wilson(events: 13, total: 20).interval(level: 0.95)
        let interval = try share.interval(level: 0.95)
        #expect(abs(interval.low - wilson.low) < 1e-12 && abs(interval.high - wilson.high) < 1e-12)
        #expect(abs(share.effectiveCount - 20) < 1e-10)
    }

    @Test func atZeroAndOneOnlyTheScoreScaleHasAnInterval() throws {
        let curve = try KaplanMeier(records + [.event(at: 30)])
        for time in [0.5, 30] {
            let share = try curve.probability(at: time)
            for scale in [SurvivalScale.plain, .log, .logLog] {
                #expect(throws: Undefined.zeroVariance) { try share.interval(level: 0.95, scale: scale) }
            }
            let score = try share.interval(level: 0.95, scale: .score)
            #expect(score.high - score.low > 0.1 && !score.excludes(share.estimate))
        }
    }

    @Test func scalesKeepTheirBounds() throws {
        let share = try KaplanMeier(records).probability(at: 19)
        for scale in [SurvivalScale.plain, .log, .logLog, .score] {
            let interval = try share.interval(level: 0.99, scale: scale)
            #expect(interval.low >= 0 && interval.high <= 1 && interval.low < share.estimate && interval.high > share.estimate)
        }
        #expect(try share.interval(level: 0.99, scale: .plain).low == 0 && share.interval(level: 0.99, scale: .logLog).low > 0)
        #expect(throws: Undefined.outsideRange) { try share.interval(level: 1) }
    }
}
