import Testing
import Metrics

@Suite struct MaxTTests {
    @Test func asDefinedElsewhere() throws {
        for rows in Reference.cases(Reference.maxTStatistics) {
            let observed = rows.filter { $0[1] == -1 }
            let count = observed.count
            let permuted = Dictionary(grouping: rows.filter { $0[1] >= 0 }) { $0[1] }.sorted { $0.key < $1.key }.map { $0.value.map { $0[3] } }
            let result = try MaxT(observed: observed.map { $0[3] }, permuted: permuted)
            for index in 0..<count {
                #expect(abs(result.singleStep[index] - observed[index][4]) < 1e-12)
                #expect(abs(result.stepDown[index] - observed[index][5]) < 1e-12)
            }
        }
    }

    private func people(_ seed: UInt64, shift: Double) -> (outcomes: [[Double]], labels: [Int]) {
        var random = SeededRandom(seed: seed)
        let labels = (0..<60).map { $0 % 3 }
        let common = labels.map { _ in random.normal() }
        let outcomes = (0..<3).map { outcome in
            zip(labels, common).map { $1 + 0.5 * random.normal() + ($0 == 1 && outcome == 0 ? shift : 0) }
        }
        return (outcomes, labels)
    }

    @Test func findsThePlantedOne() throws {
        let (outcomes, labels) = people(3, shift: 2)
        let result = try MaxT.groupsAgainstRest(outcomes: outcomes, labels: labels, groups: 3, replicates: 499, seed: 1)
        #expect(result.stepDown[1] <= 0.01)
        #expect(result.stepDown[4] > 0.05)
        #expect(try result.critical(level: 0.95) > 1.96)
    }

    /// With nothing planted the chance that any of nine correlated comparisons is found stays at 5 %.
    @Test func familyWiseError() throws {
        let runs = 400 * Simulated.factor
        var any = 0
        for run in 0..<runs {
            let (outcomes, labels) = people(9_000 + UInt64(run), shift: 0)
            let result = try MaxT.groupsAgainstRest(outcomes: outcomes, labels: labels, groups: 3, replicates: 99, seed: UInt64(run))
            if result.stepDown.contains(where: { $0 <= 0.05 }) { any += 1 }
        }
        #expect(try Simulated.isWithin(any, of: runs, 0.03, 0.055, "max-T step down, nine comparisons, any finding under equality at 5 %"), "\(any) of \(runs)")
    }

    @Test func undefinedHasItsReason() throws {
        #expect(throws: Undefined.noObservations) { try MaxT(observed: [], permuted: [[]]) }
        #expect(throws: Undefined.tooFewReplicates(needed: 1)) { try MaxT(observed: [1], permuted: []) }
        #expect(throws: Undefined.unequalLengths) { try MaxT(observed: [1], permuted: [[1, 2]]) }
        #expect(throws: Undefined.notFinite) { try MaxT(observed: [1], permuted: [[.nan]]) }
        #expect(throws: Undefined.tooFewReplicates(needed: 400)) { try MaxT(observed: [1], permuted: [[1], [2]]).critical(level: 0.95) }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) {
            try MaxT.groupsAgainstRest(outcomes: [[1, 2, 3, 4]], labels: [0, 1, 1, 1], groups: 2, replicates: 9, seed: 1)
        }
        #expect(throws: Undefined.zeroVariance) {
            try MaxT.groupsAgainstRest(outcomes: [[1, 1, 1, 1]], labels: [0, 0, 1, 1], groups: 2, replicates: 9, seed: 1)
        }
    }
}
