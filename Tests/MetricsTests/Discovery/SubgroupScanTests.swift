import Testing
import Metrics

@Suite struct SubgroupScanTests {
    private func scan(_ people: SimulatedPeople, seed: UInt64, shuffles: Int) throws -> SubgroupScan {
        var design = SubgroupScan.Design(seed: seed)
        design.shuffles = shuffles
        return try SubgroupScan(
            keys: people.keys, attributes: people.attributes, outcomes: people.outcomes, bounded: false, design: design)
    }

    @Test func findsThePlantedGroupAndNamesIt() throws {
        let result = try scan(SimulatedPeople(seed: 3, count: 700, shift: -1.2), seed: 3, shuffles: 50)
        #expect(result.discoveries.first?.subgroup == SimulatedPeople.planted)
        #expect((result.discoveries.first?.finding.estimate ?? 0) < -0.5)
        #expect((result.shuffled.shareWithAny ?? 1) < 0.3)
        #expect(result.shuffled.discoveries.count == 50)
    }

    /// With nothing to find every discovery is false, so the share of runs with any is the false discovery rate.
    @Test func falseDiscoveryRateWithNothingToFind() throws {
        let runs = 300 * Simulated.factor
        let withAny = try (1...runs).count { seed in
            try !scan(SimulatedPeople(seed: UInt64(seed), count: 300, shift: 0), seed: UInt64(seed), shuffles: 0).discoveries.isEmpty
        }
        #expect(try Simulated.isWithin(withAny, of: runs, 0, 0.10, "subgroup scan: runs with a discovery, nothing planted"))
    }

    /// A group of a tenth of the people, 1 SD lower, among 700.
    @Test func detectionOfAPlantedGroup() throws {
        let runs = 60 * Simulated.factor
        let found = try (1...runs).count { seed in
            try scan(SimulatedPeople(seed: UInt64(seed), count: 700, shift: -1), seed: UInt64(seed), shuffles: 0)
                .discoveries.contains { $0.subgroup == SimulatedPeople.planted }
        }
        #expect(try Simulated.isWithin(found, of: runs, 0.8, 1, "subgroup scan: planted group of a tenth, 1 SD, found"))
    }

    /// What chance gives, found by shuffling, agrees with what chance gives in fresh data without a difference.
    @Test func shufflingTellsTheFalseAlarmRate() throws {
        let result = try scan(SimulatedPeople(seed: 9, count: 400, shift: 0), seed: 9, shuffles: 200)
        let withAny = result.shuffled.discoveries.count { $0 > 0 }
        #expect(try Simulated.isWithin(withAny, of: 200, 0, 0.12, "subgroup scan: shuffled runs with a discovery"))
    }

    @Test func undefinedInput() {
        let design = SubgroupScan.Design(seed: 1)
        var deep = design
        deep.depth = 4
        #expect(throws: Undefined.noObservations) {
            try SubgroupScan(keys: [], attributes: [[]], outcomes: [], bounded: false, design: design)
        }
        #expect(throws: Undefined.unequalLengths) {
            try SubgroupScan(keys: [1, 2], attributes: [[0]], outcomes: [1, 2], bounded: false, design: design)
        }
        #expect(throws: Undefined.notFinite) {
            try SubgroupScan(keys: [1, 2], attributes: [[0, 1]], outcomes: [1, .nan], bounded: false, design: design)
        }
        #expect(throws: Undefined.outsideRange) {
            try SubgroupScan(keys: [1, 2], attributes: [[0, 1]], outcomes: [1, 2], bounded: false, design: deep)
        }
    }

    @Test func nobodyVariesIsNoDiscovery() throws {
        var people = SimulatedPeople(seed: 1, count: 300, shift: 0)
        people.outcomes = people.outcomes.map { _ in 0.5 }
        let result = try scan(people, seed: 1, shuffles: 3)
        #expect(result.examined > 0 && result.findings.isEmpty && result.shuffled.mean == 0)
    }
}
