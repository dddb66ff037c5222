import Testing
import Metrics

@Suite struct InfluenceTests {
    /// The derivative with respect to a weight, by moving that weight a little.
    @Test func isTheDerivativeOfIncidenceAndOfTheRestrictedMean() throws {
        for number in [2, 3, 5] {
            let records = SurvivalExample.records(number, causes: 2)
            let incidence = try AalenJohansen(records, causes: 2).influence(of: 1, at: 12.5)
            let single = SurvivalExample.records(number)
            let mean = try KaplanMeier(single).restrictedMean(to: 12.5).influence()
            for person in stride(from: 0, to: records.count, by: 4) {
                func moved(_ list: [FollowUp], _ by: Double) -> [FollowUp] {
                    var copy = list
                    let old = list[person]
                    copy[person] = FollowUp(end: old.end, cause: old.cause, entry: old.entry, weight: old.weight + by)
                    return copy
                }
                let step = 1e-4
                let slope = try (AalenJohansen(moved(records, step), causes: 2).incidence(of: 1, at: 12.5)
                    - AalenJohansen(moved(records, -step), causes: 2).incidence(of: 1, at: 12.5)) / (2 * step)
                #expect(abs(slope - incidence.of(records[person])) < 1e-8)
                let meanSlope = try (KaplanMeier(moved(single, step)).restrictedMean(to: 12.5).estimate
                    - KaplanMeier(moved(single, -step)).restrictedMean(to: 12.5).estimate) / (2 * step)
                #expect(abs(meanSlope - mean.of(single[person])) < 1e-6)
            }
        }
    }
}
