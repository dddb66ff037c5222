import Testing
import Metrics

@Suite struct IncidenceDifferenceTests {
    private func exits(_ seed: UInt64, _ n: Int) -> [Exit] {
        var random = SeededRandom(seed: seed)
        return (0..<n).map { _ in Exit(days: random.index(below: 200), kind: [.event, .competing, .censored][random.index(below: 3)]) }
    }

    private func curve(_ exits: [Exit]) throws -> AalenJohansen {
        try AalenJohansen(
            exits.map { FollowUp(end: Double($0.days), cause: $0.kind == .event ? 1 : $0.kind == .competing ? 2 : 0) }, causes: 2)
    }

    @Test(arguments: 1...6)
    func wholeDaysAgreeWithTheAuditsDifference(_ seed: UInt64) throws {
        let (group, reference) = (exits(seed, 25), exits(seed + 100, 60))
        let days = try CumulativeIncidenceDifference(group: group, reference: reference, horizon: 120)
        let real = try IncidenceDifference(group: curve(group), reference: curve(reference), cause: 1, horizon: 120)
        #expect(real.estimate == days.estimate && real.pValue == days.pValue)
        #expect(real.interval(level: 0.95) == days.interval(level: 0.95))
        // The audit tries every person, this a dozen.
        if let weaker = days.weakened() {
            #expect(abs(abs(real.weakened()!.estimate) - abs(weaker.estimate)) < 1e-3)
        }
    }

    @Test func aRecordOfSeveralPeopleLosesOneOnly() throws {
        let group = try AalenJohansen([FollowUp(end: 5, cause: 1, weight: 4), FollowUp(end: 30, cause: 0, weight: 6)], causes: 1)
        let reference = try AalenJohansen([FollowUp(end: 5, cause: 1, weight: 2), FollowUp(end: 30, cause: 0, weight: 18)], causes: 1)
        let difference = try IncidenceDifference(group: group, reference: reference, cause: 1, horizon: 20)
        #expect(abs(difference.estimate - 0.3) < 1e-15)
        #expect(abs(difference.weakened()!.estimate - 0.2) < 1e-15 && difference.weakened()!.groupCount == 10)
    }

    @Test func followUpMustReachTheHorizon() throws {
        let curves = try (curve(exits(1, 9)), curve(exits(2, 9) + [Exit(days: 250, kind: .censored)]))
        #expect(throws: Undefined.nobodyAtRisk) {
            try IncidenceDifference(group: curves.0, reference: curves.1, cause: 1, horizon: 300)
        }
    }
}
