import Testing

@testable import Metrics

/// Against R 4.2.2 (`aov`, `qf`, `pf`): scripts/reference/clusters.R.
@Suite struct IntraclassCorrelationTests {
    static func clusters(_ events: [Int], _ totals: [Int]) throws -> IntraclassCorrelation {
        try IntraclassCorrelation(clusters: zip(events, totals).map { .init(events: $0, total: $1) })
    }

    static func isNear(_ a: Double, _ b: Double, _ tolerance: Double = 1e-10) -> Bool { abs(a - b) <= tolerance * max(1, abs(b)) }

    @Test func clustersOfOneSize() throws {
        let spread = try Self.clusters([12, 9, 15, 4, 10], [20, 20, 20, 20, 20])
        #expect(Self.isNear(spread.estimate, 0.115504152443))
        #expect(Self.isNear(spread.fStatistic, 3.611751152074))
        #expect(Self.isNear(spread.standardError, 0.101981223467))
        #expect(Self.isNear(spread.pValue, 0.0174683285793))
        #expect(Self.isNear(spread.interval(level: 0.90).low, 0.022661199008, 1e-9))
        #expect(Self.isNear(spread.interval(level: 0.90).high, 0.493208676612, 1e-9))
        #expect(spread.count == 100 && spread.referenceCount == 0)
    }

    @Test func clustersOfDifferentSizes() throws {
        let spread = try Self.clusters([30, 11, 6, 25, 8, 3], [40, 15, 12, 60, 10, 22])
        #expect(Self.isNear(spread.estimate, 0.202060590291))
        #expect(Self.isNear(spread.averageSize, 24.060377358491))
        #expect(Self.isNear(spread.interval(level: 0.95).low, 0.065125684971, 1e-9))
        #expect(Self.isNear(spread.interval(level: 0.95).high, 0.635594036261, 1e-9))
        #expect(Self.isNear(spread.pValue, 1.08381722291e-05, 1e-9))
    }

    /// Clusters more alike than chance would have them: below 0, and the two-sided p says so.
    @Test func moreAlikeThanChance() throws {
        let spread = try Self.clusters([6, 5, 5, 6, 5], [12, 10, 11, 12, 10])
        #expect(Self.isNear(spread.estimate, -0.098360359601))
        #expect(Self.isNear(spread.pValue, 0.00111348912551, 1e-8))
        #expect(spread.interval(level: 0.95).high < 0)
    }

    @Test(arguments: [0.8, 0.9, 0.95, 0.99]) func theIntervalExcludesNoSpreadExactlyWhenTheTestDoes(level: Double) throws {
        for events in [[12, 9, 15, 4, 10], [12, 9, 13, 7, 10], [10, 10, 11, 9, 10], [12, 8, 14, 6, 10]] {
            let spread = try Self.clusters(events, [20, 20, 20, 20, 20])
            #expect(spread.interval(level: level).excludes(0) == (spread.pValue < 1 - level))
        }
    }

    @Test func oneChoiceRecodedLiesNearerToNothing() throws {
        let spread = try Self.clusters([12, 9, 15, 4, 10], [20, 20, 20, 20, 20])
        let weakened = try #require(spread.weakened())
        // The lowest cluster moves up, the farthest from the rest.
        #expect(weakened.clusters.map(\.events) == [12, 9, 15, 5, 10])
        #expect(weakened.estimate < spread.estimate && weakened.estimate > 0)
    }

    @Test func undefinedHasItsReason() {
        #expect(throws: Undefined.tooFewStrata(needed: 2)) { try Self.clusters([3], [9]) }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try Self.clusters([1, 0], [1, 1]) }
        #expect(throws: Undefined.zeroVariance) { try Self.clusters([9, 5], [9, 5]) }
        #expect(throws: Undefined.perfectSeparation) { try Self.clusters([9, 0], [9, 5]) }
        #expect(throws: Undefined.outsideRange) { try Self.clusters([9, 0], [8, 5]) }
    }
}
