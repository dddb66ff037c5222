import Metrics
import Testing

/// Properties of competing exits, restricted means, tests of hazards and retention over generated follow-up.
@Suite struct OutcomePropertyTests {
    @Test func incidencesAndSurvivalAddToOne() throws {
        try Property.check(
            "Aalen-Johansen: incidences and survival add to 1", cases: 12_000,
            subject: { (curve: AalenJohansen, time: Double) -> Double in curve.survival(at: time) },
            planted: { (curve: AalenJohansen, time: Double) -> Double in 1 - curve.incidence(of: 1, at: time) },
            generate: { GeneratedFollowUp.draw(&$0, causes: 3, weights: true, delayed: true) }, interesting: { $0.records.contains { $0.cause > 1 } },
            holds: { (example: GeneratedFollowUp, survival: (AalenJohansen, Double) -> Double) -> Bool in
                let curve = try AalenJohansen(example.records, causes: 3)
                let shares: [Double] = (1...3).map { curve.incidence(of: $0, at: example.time) }
                let total: Double = shares.reduce(survival(curve, example.time), +)
                return shares.allSatisfy { $0 >= 0 && $0 <= 1 } && GeneratedFollowUp.isClose(total, 1)
            })
    }

    @Test func oneCauseIsOneMinusKaplanMeier() throws {
        try Property.check(
            "Aalen-Johansen: one cause is 1 - Kaplan-Meier, with its errors", cases: 12_000,
            subject: WeightMeaning.sampling, planted: .people,
            generate: { GeneratedFollowUp.draw(&$0, weights: true, delayed: true) },
            interesting: { $0.records.contains { $0.weight > 1 && $0.cause == 1 } },
            holds: { example, meaning in
                let curve = try AalenJohansen(example.records, causes: 1, weights: meaning)
                let single = try KaplanMeier(example.records, weights: .sampling)
                return GeneratedFollowUp.isClose(curve.incidence(of: 1, at: example.time), 1 - single.survival(at: example.time))
                    && abs(curve.standardError(of: 1, at: example.time) - single.standardError(at: example.time)) < 1e-7
            })
    }

    @Test func otherExitsCensoredOverstate() throws {
        try Property.check(
            "Aalen-Johansen: 1 - Kaplan-Meier of one cause is never less", cases: 12_000,
            subject: { (record: FollowUp) -> Int in record.cause == 1 ? 1 : 0 }, planted: { (record: FollowUp) -> Int in record.cause == 2 ? 1 : 0 },
            generate: { GeneratedFollowUp.draw(&$0, causes: 2) }, interesting: { $0.records.contains { $0.cause == 2 } },
            holds: { example, cause in
                let naive = 1 - GeneratedFollowUp.survival(example.records.map { FollowUp(end: $0.end, cause: cause($0)) }, example.time)
                return naive >= (try AalenJohansen(example.records, causes: 2)).incidence(of: 1, at: example.time) - 1e-12
            })
    }

    @Test func restrictedMeanOfTheUncensoredIsTheMean() throws {
        try Property.check(
            "restricted mean: uncensored is the mean of min(T, horizon)", cases: 12_000,
            subject: { (time: Double, horizon: Double) -> Double in min(time, horizon) }, planted: { (time: Double, _: Double) -> Double in time },
            generate: { GeneratedFollowUp.draw(&$0) }, interesting: { example in example.records.contains { $0.end > example.time } },
            holds: { example, cut in
                let mean = try KaplanMeier(example.records.map { .event(at: $0.end) }).restrictedMean(to: example.time)
                let total: Double = example.records.reduce(0.0) { $0 + cut($1.end, example.time) }
                let expected = total / Double(example.records.count)
                return abs(mean.estimate - expected) < 1e-13 * max(1, expected)
            })
    }

    @Test func undefinedNeverPasses() throws {
        try Property.check(
            "restricted mean difference: figures or a reason, never NaN; unfit below ten", cases: 12_000,
            subject: { (difference: RestrictedMeanDifference) -> Bool in difference.isFitForVerdict },
            planted: { (difference: RestrictedMeanDifference) -> Bool in difference.pValue < 2 },
            generate: { GeneratedFollowUp.draw(&$0, delayed: true) }, interesting: { example in
                example.records.contains { $0.end >= example.time } && example.other.contains { $0.end >= example.time }
            },
            holds: { (example: GeneratedFollowUp, passes: (RestrictedMeanDifference) -> Bool) -> Bool in
                guard let difference = try? RestrictedMeanDifference(group: example.records, reference: example.other, horizon: example.time)
                else { return true }
                let interval = difference.interval(level: 0.95)
                if passes(difference) || !difference.estimate.isFinite || !(difference.standardError > 0) { return false }
                return difference.pValue >= 0 && difference.pValue <= 1 && interval.low <= interval.high
            })
    }

    @Test func swappingSidesTurnsTheSign() throws {
        try Property.check(
            "differences: swapping sides", cases: 12_000,
            subject: -1.0, planted: 1.0,
            generate: { GeneratedFollowUp.draw(&$0, causes: 2) }, interesting: { $0.records.count > 1 && $0.other.count > 1 },
            holds: { example, sign in
                let (a, b) = try (AalenJohansen(example.records, causes: 2), AalenJohansen(example.other, causes: 2))
                guard let one = try? IncidenceDifference(group: a, reference: b, cause: 1, horizon: example.time),
                    let two = try? IncidenceDifference(group: b, reference: a, cause: 1, horizon: example.time) else { return true }
                let mirrored: Double = one.interval(level: 0.9).low + two.interval(level: 0.9).high
                return one.estimate == sign * two.estimate && abs(one.pValue - two.pValue) < 1e-9 && abs(mirrored) < 1e-9
            })
    }

    @Test func relabellingGroupsKeepsTheTests() throws {
        try Property.check(
            "log-rank and Gray: relabelling groups and reordering people", cases: 12_000,
            subject: [2, 0, 1], planted: [0, 0, 1],
            generate: { GeneratedFollowUp.draw(&$0, causes: 2) }, interesting: { $0.records.count > 3 },
            holds: { example, order in
                let groups = [example.records, example.other, SurvivalExample.placedLeft]
                let moved = order.map { GeneratedFollowUp.shuffled(groups[$0], example.seed) }
                let logRank = (try? LogRank(groups: groups), try? LogRank(groups: moved))
                let gray = (try? GrayTest(groups: groups, cause: 1), try? GrayTest(groups: moved, cause: 1))
                guard (logRank.0 == nil) == (logRank.1 == nil), (gray.0 == nil) == (gray.1 == nil) else { return false }
                if let a = logRank.0, let b = logRank.1, abs(a.statistic - b.statistic) > 1e-7 * max(1, a.statistic) { return false }
                if let a = gray.0, let b = gray.1, abs(a.statistic - b.statistic) > 1e-7 * max(1, a.statistic) { return false }
                return true
            })
    }

    @Test func absentGroupsAndNoEventsAreUndefined() throws {
        try Property.check(
            "an empty group and a cohort without events have no test", cases: 6_000,
            subject: 0, planted: 1,
            generate: { GeneratedFollowUp.draw(&$0) }, interesting: { $0.records.count > 1 },
            holds: { (example: GeneratedFollowUp, cause: Int) -> Bool in
                func marked(_ records: [FollowUp]) -> [FollowUp] { records.map { FollowUp(end: $0.end, cause: cause) } }
                let censored: [[FollowUp]] = [marked(example.records), marked(example.other)]
                let some = [FollowUp.event(at: 1), .event(at: 9)]
                let emptyRank: LogRank? = try? LogRank(groups: [example.records, []])
                let emptyGray: GrayTest? = try? GrayTest(groups: [[], some], cause: 1)
                let nothing: LogRank? = try? LogRank(groups: censored)
                let median: SurvivalQuantile? = try? KaplanMeier(censored[0]).median()
                let mean: RestrictedMeanDifference? = try? RestrictedMeanDifference(group: [], reference: some, horizon: 1)
                if emptyRank != nil || emptyGray != nil || nothing != nil { return false }
                return median == nil && mean == nil
            })
    }

    @Test func allAtOnceAndOnePerson() throws {
        try Property.check(
            "all ties: one step down to the share without the event", cases: 6_000,
            subject: { (record: FollowUp) -> Bool in record.cause == 1 }, planted: { (record: FollowUp) -> Bool in record.cause == 0 },
            generate: { GeneratedFollowUp.draw(&$0) }, interesting: { $0.records.count == 1 || $0.records.contains { $0.cause == 0 } },
            holds: { example, isEvent in
                let tied = example.records.map { FollowUp(end: 4, cause: $0.cause) }
                let events = tied.count(where: isEvent)
                return GeneratedFollowUp.isClose(GeneratedFollowUp.survival(tied, 4), 1 - Double(events) / Double(tied.count)) && GeneratedFollowUp.survival(tied, 3.9) == 1
            })
    }

    @Test func placedAndThereIsAShareOfAll() throws {
        try Property.check(
            "placed and there: uncensored it is the share, duplicated it stays", cases: 12_000,
            subject: { (since: Double, end: Double, time: Double) -> Bool in since <= time && end > time },
            planted: { (since: Double, _: Double, time: Double) -> Bool in since <= time },
            generate: { GeneratedFollowUp.draw(&$0) }, interesting: { $0.records.count > 2 },
            holds: { (example: GeneratedFollowUp, isThere: (Double, Double, Double) -> Bool) -> Bool in
                var there = 0
                let histories: [PlacementHistory] = example.records.enumerated().map { index, record in
                    switch (record.cause, index % 2) {
                    case (0, 0): return .left(at: record.end)
                    case (0, _): return .waiting(until: 40)
                    case (_, 0):
                        if isThere(record.end / 2, record.end, example.time) { there += 1 }
                        return .ended(since: record.end / 2, at: record.end)
                    default:
                        if isThere(record.end, 40, example.time) { there += 1 }
                        return .inPlace(since: record.end, until: 40)
                    }
                }
                let share = try PlacedAndThere(histories, at: example.time)
                let twice = try PlacedAndThere(histories + histories, at: example.time)
                let n = Double(histories.count)
                let expected = Double(there) / n
                let error = (expected * (1 - expected) / n).squareRoot()
                guard GeneratedFollowUp.isClose(share.estimate, expected), GeneratedFollowUp.isClose(twice.estimate, expected) else { return false }
                return abs(share.standardError - error) < 1e-7
            })
    }
}
