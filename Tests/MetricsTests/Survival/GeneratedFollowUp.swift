import Metrics
import Testing

/// A generated cohort with a second one to compare, and a time to ask about.
struct GeneratedFollowUp {
    var records: [FollowUp]
    var other: [FollowUp]
    var time: Double
    var seed: UInt64

    static func draw(_ random: inout SeededRandom, causes: Int = 1, weights: Bool = false, delayed: Bool = false) -> GeneratedFollowUp {
        let ties = random.index(below: 2) == 0
        func side() -> [FollowUp] {
            SurvivalExample.draw(&random, n: 1 + random.index(below: 9), causes: causes, ties: ties, weights: weights, delayed: delayed)
        }
        return GeneratedFollowUp(
            records: side(), other: side(), time: ties ? Double(random.index(below: 9)) + 0.5 : 22 * random.uniform(), seed: random.next())
    }

    static func shuffled(_ records: [FollowUp], _ seed: UInt64) -> [FollowUp] {
        var (copy, random) = (records, SeededRandom(seed: seed))
        random.shuffle(&copy)
        return copy
    }

    static func isClose(_ a: Double, _ b: Double) -> Bool { a == b || abs(a - b) <= 1e-10 * max(1, abs(a)) }

    static func survival(_ records: [FollowUp], _ time: Double) -> Double {
        (try? KaplanMeier(records))?.survival(at: time) ?? -1
    }
}
