import Metrics
import Testing

@testable import Audit

/// With so many people as it says, and no difference, four in five such comparisons are shown to be small.
@Suite struct SettlingTests {
    private static let runs = 2_000

    @Test(arguments: [(60, 140, 0.30, 0.08), (40, 400, 0.50, 0.10), (100, 100, 0.20, 0.05)])
    func soManyPeopleShowThatRatesDifferLittle(group: Int, reference: Int, rate: Double, margin: Double) throws {
        let now = try MiettinenNurminen(
            groupEvents: rate * Double(group), groupTotal: Double(group), referenceEvents: rate * Double(reference), referenceTotal: Double(reference))
        let settling = try #require(Settling(now, margin: margin))
        let (n, m) = (Int((settling.times * Double(group)).rounded()), Int((settling.times * Double(reference)).rounded()))
        #expect(abs(settling.people - n - m) <= 2 && settling.organisations == Int(settling.times.rounded(.up)))
        var random = SeededRandom(seed: 1)
        func events(_ people: Int) -> Double { Double((0..<people).count { _ in random.uniform() < rate }) }
        let shown = try (0..<Self.runs).count { _ in
            try MiettinenNurminen(groupEvents: events(n), groupTotal: Double(n), referenceEvents: events(m), referenceTotal: Double(m))
                .interval(level: 0.90).isInside(-margin, margin)
        }
        try Self.expectFourInFive(shown)
    }

    @Test func andMeans() throws {
        let pilot = try CommonDifference([
            .init(groupCount: 50, referenceCount: 150, groupValue: 0, referenceValue: 0, estimate: 0, standardError: (1 / 50.0 + 1 / 150.0).squareRoot())
        ])
        let settling = try #require(Settling(pilot, margin: 0.25))
        var random = SeededRandom(seed: 2)
        func values(_ pilot: Double) -> [Double] { (0..<Int((settling.times * pilot).rounded())).map { _ in random.normal() } }
        let shown = try (0..<Self.runs).count { _ in
            try WelchDifference(group: values(50), reference: values(150)).interval(level: 0.90).isInside(-0.25, 0.25)
        }
        try Self.expectFourInFive(shown)
    }

    /// A rate is judged by its exact bounds: they reach into 77 to 83 %.
    private static func expectFourInFive(_ shown: Int) throws {
        let limits = try ClopperPearson(events: Double(shown), total: Double(runs)).interval(level: 0.99)
        #expect(limits.high >= 0.77 && limits.low <= 0.83, "\(shown) of \(runs)")
    }

    @Test func nothingIsSaidWherePeopleAreEnoughOrTheMarginIsNone() throws {
        let many = try MiettinenNurminen(groupEvents: 3_000, groupTotal: 10_000, referenceEvents: 3_000, referenceTotal: 10_000)
        #expect(Settling(many, margin: 0.10) == nil && Settling(many, margin: 0) == nil)
    }
}
