import Metrics
import Testing

@testable import Audit

/// What pooling is for, and what it must not do, over seeds 1...200: four invented municipalities of 200 people, eight questions by groups of
/// 60 and 140, rates of .30 with .15 more in one group, .30 more in one municipality alone, or nothing planted.
@Suite struct PoolingPowerTests {
    private static let groupings = ["gender"] + (1...7).map { "question \($0)" }
    private static let seeds: ClosedRange<UInt64> = 1...200

    private struct Town {
        let tables: [AuditSummary.Table]
        /// Verdicts of this municipality by itself, over the same family of eight.
        let alone: [Verdict]
    }

    /// - Parameter added: to the rate of the group in the first question.
    private static func town(_ random: inout SeededRandom, added: Double) throws -> Town {
        var tables: [AuditSummary.Table] = []
        var differences: [MiettinenNurminen] = []
        for (number, grouping) in groupings.enumerated() {
            func placed(_ people: Int, _ rate: Double) -> [Bool] { (0..<people).map { _ in random.uniform() < rate } }
            let outcomes = placed(60, 0.30 + (number == 0 ? added : 0)) + placed(140, 0.30)
            let limits = try ThresholdsTests.read(try ThresholdsTests.text()).disclosure
            // As it leaves the organisation: a group with fewer than ten placements does not.
            let cells = ExportCells(
                members: ["female": Array(0..<60), "male": Array(60..<200)], events: { $0.count { outcomes[$0] } }, marked: [:], coarser: [:], limits: limits)
            let counts = (female: outcomes[..<60].count { $0 }, male: outcomes[60...].count { $0 })
            if cells.shown.count == 2 { tables.append(PoolFixture.counts(grouping, [("female", 60, counts.female), ("male", 140, counts.male)])) }
            differences.append(
                try MiettinenNurminen(groupEvents: Double(counts.female), groupTotal: 60, referenceEvents: Double(counts.male), referenceTotal: 140))
        }
        let family = try FamilyAdjustment(.primary, pValues: differences.map(\.pValue), limit: 0.05)
        let alone = differences.enumerated().map { index, difference in
            VerdictRule(sizes: Sizes(margin: 0.10, signal: 0.10), level: family.levels[index] ?? 0.95, isRejected: family.rejected[index])
                .verdict(on: difference, smallSample: nil, cap: nil)
        }
        return Town(tables: tables, alone: alone)
    }

    private static func run(_ seed: UInt64, added: [Double]) throws -> (towns: [Town], pooled: [PooledReport.Finding]) {
        var random = SeededRandom(seed: seed)
        let towns = try added.map { try town(&random, added: $0) }
        let definitions = PoolFixture.definitions(primary: groupings.map { "M16 \($0)" })
        let summary = try PoolFixture.summary(towns.enumerated().map { ("town \($0)", $1.tables) }, definitions: definitions)
        return (towns, try Pool.report(summary, toolVersion: "test").findings)
    }

    @Test func fourTogetherShowWhatEachAloneCannot() throws {
        var alone = 0, pooled = 0
        for seed in Self.seeds {
            let result = try Self.run(seed, added: [0.15, 0.15, 0.15, 0.15])
            alone += result.towns.count { $0.alone[0] == .disparity }
            pooled += result.pooled.contains { $0.grouping == "gender" && $0.verdict == .disparity } ? 1 : 0
        }
        print("pooling, .15 planted everywhere: alone \(alone) of 800, pooled \(pooled) of 200")
        #expect(alone <= 240, "\(alone) of 800 alone")
        #expect(pooled >= 160, "\(pooled) of 200 pooled")
    }

    @Test func nothingPlantedShowsNothing() throws {
        var any = 0
        for seed in Self.seeds {
            any += try Self.run(seed, added: [0, 0, 0, 0]).pooled.contains { $0.verdict == .disparity } ? 1 : 0
        }
        print("pooling, nothing planted: \(any) of 200 with any disparity")
        #expect(any <= 16, "\(any) of 200")
    }

    @Test func oneMunicipalityAloneIsReportedAsDiffering() throws {
        var differing = 0
        for seed in Self.seeds {
            let finding = try Self.run(seed, added: [0.30, 0, 0, 0]).pooled.first { $0.grouping == "gender" }
            differing += finding?.figures?.heterogeneity.isShown == true ? 1 : 0
        }
        print("pooling, .30 planted in one municipality: heterogeneity reported in \(differing) of 200")
        #expect(differing >= 150, "\(differing) of 200")
    }
}
