import Audit
import Cohort
import Foundation
import MatchReplay
import TestSupport
import Testing

@testable import Gate

/// Whole gates on an invented town: what blocks, what passes, and what is said.
struct GateRunTests {
    static func gate(
        _ town: GateTown = GateTown(), baseline: Data = GateTown.core(), candidate: Data, anchor: Data? = nil, limits: [String: String] = [:],
        overrides: OverrideFile? = nil, threads: Int = 2
    ) async throws -> GateReport {
        try await gate(town.snapshot(core: baseline), baseline: baseline, candidate: candidate, anchor: anchor, limits: limits, overrides: overrides, threads: threads)
    }

    static func gate(
        _ snapshot: Snapshot, baseline: Data = GateTown.core(), candidate: Data, anchor: Data? = nil, limits: [String: String] = [:],
        overrides: OverrideFile? = nil, threads: Int = 2
    ) async throws -> GateReport {
        func core(_ data: Data) throws -> GateCore { .data(try RankingCore.read(data, source: "core.json")) }
        guard let day = Day(iso: "2026-11-23") else { throw TestSetupError("no day") }
        return try await Gate.run(
            GateInputs(
                snapshot: snapshot, thresholds: try Limits.read(limits), baseline: core(baseline), candidate: core(candidate),
                anchor: anchor.map(core), overrides: overrides, release: "1.1", on: day, toolVersion: "test", threads: threads))
    }

    // MARK: what only has another name

    @Test func aCoreWithAnotherNamePassesWithOverlapOne() async throws {
        let report = try await Self.gate(candidate: GateTown.core(name: "other", version: "9.9"))
        #expect(report.verdict == .passed && report.exitCode == 0 && report.blockedBy.isEmpty)
        #expect(report.churn.overlap == 1 && report.churn.changed == 0)
        let primary = report.findings.filter { $0.family == .primary && $0.verdict != .withheld }
        #expect(!primary.isEmpty)
        // Groups below 30 cannot be settled by anything but the same lists.
        #expect(primary.allSatisfy { $0.verdict == .cleared && $0.change == 0 && $0.method == "identical_lists" })
    }

    @Test func placesWithOtherNamesChangeNothing() async throws {
        // Read as numbers instead of bytes: another rule for names, and the same order.
        let numeric = GateTown.core(version: "1.1", ties: #"{ "by": "workplace_id", "order": "numeric" }"#)
        var renamed = GateTown()
        renamed.placePrefix = "Plek-"
        var bare = GateTown()
        bare.placePrefix = ""
        let passed = try await Self.gate(bare, candidate: numeric)
        #expect(passed.verdict == .passed && passed.churn.overlap == 1)
        // The same change of the core, on a market whose places have other names, gives the same gate to the last digit.
        let candidate = GateTown.core(version: "1.1", verbal: 3)
        let (first, second) = (try await Self.gate(candidate: candidate), try await Self.gate(renamed, candidate: candidate))
        #expect(first.findings == second.findings && first.churn == second.churn && first.invariants == second.invariants)
        #expect(first.churn.overlap.map { $0 < 1 } == true, "the change must change lists, or this says nothing")
    }

    // MARK: harm

    /// People tested in Arabic measure lower on the verbal scale. Weighing that scale more is blind to language: it takes day activity off
    /// most lists, and puts it on theirs.
    private static func shiftedTown() -> GateTown {
        var town = GateTown()
        town.languages = [("nl", 300), ("ar", 60)]
        town.verbalShift = ["nl": 4, "ar": -9]
        town.places = 120
        town.isTwoSided = false
        return town
    }

    @Test func aChangeThatHelpsTheAverageAndHarmsOneGroupBlocks() async throws {
        let core = GateTown.core(verbal: 0.3, abilities: false, travel: false)
        let candidate = GateTown.core(version: "1.1", verbal: 4, abilities: false, travel: false)
        let report = try await Self.gate(Self.shiftedTown(), baseline: core, candidate: candidate)
        let everybody = try report.finding("M2.everybody.everybody@baseline"), arabic = try report.finding("M2.test_language.ar@baseline")
        #expect(try #require(everybody.change) < 0, "less day activity on average")
        #expect(everybody.verdict == .cleared)
        #expect(try #require(arabic.change) >= 0.1)
        #expect(arabic.verdict == .blocked && arabic.consequence == .blocks)
        #expect(report.verdict == .blocked && report.exitCode == 1 && report.blockedBy.contains(arabic.id))
        // The absolute state stands beside the change.
        let before = try #require(arabic.referenceValue), after = try #require(arabic.candidateValue)
        let change = try #require(arabic.change)
        #expect(abs(after - before - change) < 1e-9)
        #expect(try #require(arabic.candidateGap) > 0.2)
    }

    @Test func anOverrideLetsJustItsFindingsPass() async throws {
        let core = GateTown.core(verbal: 0.3, abilities: false, travel: false)
        let candidate = GateTown.core(version: "1.1", verbal: 4, abilities: false, travel: false)
        let town = try Self.shiftedTown().snapshot(core: core)
        let blocked = try await Self.gate(town, baseline: core, candidate: candidate)
        func file(_ findings: [String], expires: String = "2027-01-31") throws -> OverrideFile {
            let ids = findings.map { "\"\($0)\"" }.joined(separator: ", ")
            return try OverrideFile.read(
                Data(
                    """
                    {"version": 1, "overrides": [{"id": "O-1", "approver": "A. Jansen", "role": "product owner", "reason": "A correction follows.",
                     "approvedOn": "2026-11-01", "expires": "\(expires)", "candidate": "\(Fingerprint.sha256(of: candidate))", "findings": [\(ids)]}]}
                    """.utf8), source: "overrides.json")
        }
        let passed = try await Self.gate(town, baseline: core, candidate: candidate, overrides: file(blocked.blockedBy))
        #expect(passed.verdict == .passed && passed.exitCode == 0 && passed.summary.overridden == blocked.blockedBy.count)
        #expect(passed.findings.filter { blocked.blockedBy.contains($0.id) }.allSatisfy { $0.overriddenBy == "O-1" && $0.consequence == .warns })
        #expect(passed.overrides.map(\.state) == [.inForce])
        // One finding less, and that one still blocks.
        let rest = try await Self.gate(town, baseline: core, candidate: candidate, overrides: file(Array(blocked.blockedBy.dropLast())))
        let last = try #require(blocked.blockedBy.last)
        #expect(rest.blockedBy == [last])
        let expired = try await Self.gate(town, baseline: core, candidate: candidate, overrides: file(blocked.blockedBy, expires: "2026-11-22"))
        #expect(expired.blockedBy == blocked.blockedBy && expired.overrides.map(\.state) == [.expired])
    }

    @Test func smallWorseningsAddUpAgainstTheAnchor() async throws {
        let core = { (verbal: Double) in GateTown.core(version: "\(verbal)", verbal: verbal, abilities: false, travel: false) }
        let town = try Self.shiftedTown().snapshot(core: core(1.5))
        // From 1.5 to 2 is a small step; from .3, the core approved at the last audit, it is a large one.
        let step = try await Self.gate(town, baseline: core(1.5), candidate: core(2))
        #expect(!step.blockedBy.contains { $0.hasPrefix("M2") } && step.inputs.anchor == nil)
        let anchored = try await Self.gate(town, baseline: core(1.5), candidate: core(2), anchor: core(0.3))
        #expect(anchored.blockedBy.contains("M2.test_language.ar@anchor") && !anchored.blockedBy.contains("M2.test_language.ar@baseline"))
        #expect(anchored.inputs.anchor?.version == "0.3" && anchored.exitCode == 1)
    }

    // MARK: promises

    @Test func aDroppedFilterBlocksOnTheInvariant() async throws {
        let report = try await Self.gate(candidate: GateTown.core(version: "1.1", abilities: false))
        let abilities = try report.invariant("invariant.limits.abilities")
        #expect(abilities.state == .broken && abilities.brokenByBaseline == false && !abilities.places.isEmpty)
        #expect(report.exitCode == 1 && report.blockedBy.contains("invariant.limits.abilities"))
        #expect(try report.invariant("invariant.limits.travel").state == .holds)
        // Not on statistics: no harm is shown, and the promise blocks all the same.
        #expect(report.summary.blocked == 0 && report.summary.invariantsBroken == 1)
    }

    @Test func placesThatHaveClosedAndShorterListsBlock() async throws {
        let closed = try await Self.gate(candidate: GateTown.core(version: "1.1", places: "all"))
        #expect(closed.blockedBy.contains("invariant.places") && closed.exitCode == 1)
        let short = try await Self.gate(candidate: GateTown.core(version: "1.1", top: 4))
        #expect(short.blockedBy.contains("invariant.length"))
        // A list that is short because no more places are within somebody's limits is as long as it can be.
        var few = GateTown()
        few.places = 12
        let full = try await Self.gate(few, baseline: GateTown.core(abilities: false, travel: false), candidate: GateTown.core(version: "1.1"))
        #expect(try full.invariant("invariant.length").state == .holds)
        #expect(try full.invariant("invariant.limits.travel").brokenByBaseline == true)
    }

    @Test func aBaselineThatDoesNotReproduceProductionBlocks() async throws {
        let town = try GateTown().snapshot(core: GateTown.core(verbal: 2))
        let report = try await Self.gate(town, candidate: GateTown.core(version: "1.1"))
        #expect(!report.fidelity.passed && report.blockedBy.contains("fidelity") && report.exitCode == 1)
        let measured = report.findings.filter { $0.verdict != .withheld }
        #expect(measured.allSatisfy { $0.verdict == .unavailable && $0.reason == "fidelity_failed" && $0.change == nil })
    }

    @Test func promisesThatCannotBeLookedAtSaySo() async throws {
        var town = GateTown()
        town.isTwoSided = false
        let plain = GateTown.core(abilities: false, travel: false)
        let report = try await Self.gate(town, baseline: plain, candidate: GateTown.core(version: "1.1", abilities: false, travel: false))
        let abilities = try report.invariant("invariant.limits.abilities")
        #expect(abilities.state == .notExamined && abilities.reason == "relation_missing:participant_ability" && abilities.broken == nil)
        #expect(report.unavailable.contains { $0.indicator == "M29" && $0.reason == "relation_missing:travel_time" })
    }

    // MARK: determinism

    @Test func equalInputsGiveEqualBytesOnAnyNumberOfThreads() async throws {
        let town = try GateTown().snapshot()
        let candidate = GateTown.core(version: "1.1", distance: "manhattan")
        let bytes = try await Self.gate(town, candidate: candidate, threads: 1).json()
        for threads in [1, 2, 3, 8] {
            #expect(try await Self.gate(town, candidate: candidate, threads: threads).json() == bytes)
        }
        #expect(try GateReport(json: bytes).json() == bytes)
    }

    @Test func theSeedFollowsFromWhatIsCompared() async throws {
        let town = try GateTown().snapshot()
        let first = try await Self.gate(town, candidate: GateTown.core(version: "1.1", verbal: 2))
        let other = try await Self.gate(town, candidate: GateTown.core(version: "1.2", verbal: 2))
        let limits = try await Self.gate(town, candidate: GateTown.core(version: "1.1", verbal: 2), limits: ["gate.controls.value": "300"])
        #expect(Set([first.inputs.seed, other.inputs.seed, limits.inputs.seed]).count == 3)
        #expect(first.controls.flips == 2000 && limits.controls.flips == 300)
    }

    // MARK: people

    @Test func groupsBelowTenCountInTheTotalOnly() async throws {
        let report = try await Self.gate(candidate: GateTown.core(version: "1.1", verbal: 2))
        let hidden = try report.finding("M2.test_language.so@baseline")
        #expect(hidden.verdict == .withheld && hidden.n == nil && hidden.change == nil && hidden.candidateValue == nil)
        #expect(try report.finding("M2.everybody.everybody@baseline").n == 210)
        #expect(report.withheld.contains { $0.attribute == "test_language" && $0.group == "so" })
        // A group of 24 is shown and never settled.
        let small = report.findings.filter { $0.group == "ti" && $0.family == .primary }
        #expect(small.allSatisfy { $0.verdict == .withheld || ($0.verdict == .notSettled && $0.reason == "small_group" && $0.consequence == .warns) })
    }

    @Test func aTownOfNineIsNotJudged() async throws {
        var town = GateTown()
        town.languages = [("nl", 9)]
        let snapshot = try town.snapshot()
        await #expect(throws: GateError.tooFewPeople(minimum: 10)) { try await Self.gate(snapshot, candidate: GateTown.core(verbal: 2)) }
        #expect(GateError.tooFewPeople(minimum: 10).protectsPeople)
    }
}
