import Metrics
import Testing

@testable import Audit

@Suite struct PoolTests {
    private static func report(
        _ tables: [(String, [AuditSummary.Table])], definitions: SummaryDefinitions = PoolFixture.definitions(), minimum: Int = 3
    ) throws -> PooledReport {
        try Pool.report(PoolFixture.summary(tables, definitions: definitions), minimum: minimum, toolVersion: "test")
    }

    private static let four = [(20, 70), (25, 60), (22, 75), (18, 66)].enumerated().map { index, events in
        ("town \(index)", [PoolFixture.counts("gender", [("female", 60, events.0), ("male", 140, events.1)])])
    }

    /// metafor 4.6-0: rma.mh(measure = "RD") on the same four tables, and rma(method = "EE") for Q.
    @Test func countsArePooledByMantelAndHaenszel() throws {
        let finding = try #require(try Self.report(Self.four).findings.first)
        let figures = try #require(finding.figures)
        let strata = [(20.0, 70.0), (25, 60), (22, 75), (18, 66)].map {
            RateStratum(groupEvents: $0.0, groupTotal: 60, referenceEvents: $0.1, referenceTotal: 140)
        }
        let expected = try MantelHaenszelRiskDifference(strata: strata)
        #expect(finding.group == "female" && finding.direction == .adverse && finding.organisations == 4)
        #expect(figures.estimate == expected.estimate.reported && figures.p == expected.pValue.reported)
        #expect(figures.n == 240 && figures.nReference == 560)
        #expect(figures.parts.count == 4 && abs(figures.parts.reduce(0) { $0 + $1.weight } - 1) < 1e-9)
        // With four organisations nothing is said about others.
        #expect(figures.others == nil)
    }

    @Test func fewerOrganisationsThanTheMinimumAreNotShown() throws {
        var tables = Self.four
        for index in 0..<2 { tables[index].1.append(PoolFixture.counts("age_band", [("<27", 60, 20), ("27-44", 140, 60)])) }
        let findings = try Self.report(tables).findings.filter { $0.grouping == "age_band" }
        #expect(!findings.isEmpty && findings.allSatisfy { $0.verdict == .withheld && $0.figures == nil && $0.reason == "too_few_organisations" })
        #expect(try Self.report(tables, minimum: 2).findings.contains { $0.grouping == "age_band" && $0.figures != nil })
    }

    @Test func twoOrganisationsAreRefusedUnlessTheyAgree() throws {
        let two = Array(Self.four.prefix(2))
        #expect(throws: PoolError.tooFew(2, minimum: 3)) { try Self.report(two) }
        #expect(try Self.report(two, minimum: 2).findings.first?.figures != nil)
        #expect(throws: PoolError.alone) { try Self.report(Array(Self.four.prefix(1))) }
    }

    /// Two municipalities in which the group is placed more often, two in which less often: on average nothing, and that is not called small.
    @Test func organisationsThatDifferKeepAnAverageFromBeingCalledSmall() throws {
        let opposite = [(900, 500), (900, 500), (500, 900), (500, 900)].enumerated().map { index, events in
            ("town \(index)", [PoolFixture.counts("gender", [("female", 2000, events.0), ("male", 2000, events.1)])])
        }
        let finding = try #require(try Self.report(opposite).findings.first)
        #expect(finding.verdict == .inconclusive && finding.reason == "organisations_differ")
        #expect(finding.figures?.heterogeneity.isShown == true)
        let alike = opposite.map { name, _ in (name, [PoolFixture.counts("gender", [("female", 2000, 700), ("male", 2000, 700)])]) }
        #expect(try Self.report(alike).findings.first?.verdict == .equivalent)
    }

    /// One organisation had to fold its small languages: there the others' languages are put together as well.
    @Test func coarserGroupsAreMadeWhereAnOrganisationShowsThemApart() throws {
        let coarser = ["test_language": ["ar": "other", "ti": "other"]]
        let apart = PoolFixture.counts("test_language", [("nl", 100, 50), ("ar", 40, 20), ("ti", 40, 12)])
        let folded = PoolFixture.counts("test_language", [("nl", 100, 50), ("other", 30, 12)], folded: ["other"])
        let findings = try Self.report(
            [("a", [apart]), ("b", [apart]), ("c", [folded])], definitions: PoolFixture.definitions(primary: [], coarser: coarser)
        ).findings
        let other = try #require(findings.first { $0.group == "other" })
        #expect(other.isCoarser && other.organisations == 3 && other.figures?.n == 190 && other.figures?.nReference == 300)
        #expect(findings.first { $0.group == "ar" }?.verdict == .withheld)
    }

    @Test func meansArePooledByInverseVariance() throws {
        var random = SeededRandom(seed: 1)
        let towns = (0..<5).map { index in
            (name: "town \(index)", group: (0..<40).map { _ in random.normal() + 0.2 }, reference: (0..<60).map { _ in random.normal() })
        }
        let finding = try #require(
            try Self.report(towns.map { ($0.name, [PoolFixture.moments("gender", [("female", $0.group), ("male", $0.reference)])]) }, definitions: PoolFixture.definitions())
                .findings.first { $0.group == "female" || $0.group == "male" })
        let sign = finding.group == "female" ? 1.0 : -1
        let welch = try towns.map { try WelchDifference(group: $0.group, reference: $0.reference) }
        let expected = try InverseVarianceEffect(StudyEffects(estimates: welch.map { sign * $0.estimate }, standardErrors: welch.map(\.standardError)))
        let figures = try #require(finding.figures)
        #expect(abs(figures.estimate - expected.estimate) < 1e-9)
        #expect(abs(figures.interval.low - expected.interval(level: 0.95).low) < 1e-9)
        #expect(figures.others != nil)
    }

    /// When one group stands far off, the others only mirror it.
    @Test func mirrorsAreNotCounted() throws {
        let tables = (0..<4).map { index in
            ("town \(index)", [PoolFixture.counts("test_language", [("nl", 100, 60), ("ar", 100, 60), ("ti", 100, 20 + index)])])
        }
        let findings = try Self.report(tables, definitions: PoolFixture.definitions(primary: ["M16 test_language"])).findings
        #expect(findings.first { $0.group == "ti" }?.verdict == .disparity)
        #expect(findings.filter { $0.group != "ti" }.allSatisfy { $0.mirrorOf == "ti" })
    }
}
