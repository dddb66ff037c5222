import Audit
import Cohort
import Intake
import MatchReplay

/// From captured people to a sealed file for the gate: fidelity is measured before anybody is changed, and sealed.
struct PipelineSnapshot {
    let captured: Snapshot
    let core: SealedCore
    let limits: Thresholds

    /// - Throws: `PipelineError` when people would be too easy to tell apart; then, as after any error, there is no file.
    func write(to path: String) async throws {
        Terminal.step("Replaying \(captured.runs.count) lists")
        let replayed = try await core.lists(of: captured)
        let fidelity = Fidelity.measure(snapshot: captured, replayed: replayed.lists)
        try Task.checkCancellation()
        Terminal.step("Making people coarser and jittering scores")
        // The system's generator and no other: whoever knew a seed could take the jitter off.
        var generator = SystemRandomNumberGenerator()
        let copy = try PipelineCopy(of: captured, using: &generator)
        let lists = try await core.lists(of: copy.unlisted).lists.map(\.workplaces)
        try Task.checkCancellation()
        var sealed = copy.sealed(lists: lists, seal: seal(replayed, fidelity, by: copy))
        sealed.manifest.toolVersion = Tool.version
        let movement = try await VerdictMovement.measure(captured: captured, changed: sealed, core: core, limits: limits)
        try Task.checkCancellation()
        sealed.manifest.seal?.movement = movement?.figures ?? .init(gates: 0, findings: 0, moved: 0, largestChange: 0)
        // Measured again, over the rows that are in the file.
        let manifest = try SnapshotWriter.write(sealed: sealed, to: path) { manifest in
            guard manifest.achievedK >= PipelineCopy.leastAlike else { throw PipelineError.tooFewAlike(needed: PipelineCopy.leastAlike) }
        }
        PipelineSummary(path: path, manifest: manifest, losses: copy.losses, movement: movement, limits: limits).print()
    }

    /// Counts by the groups that are left, never by those as captured.
    private func seal(_ replayed: SealedCore.Lists, _ fidelity: Fidelity, by copy: PipelineCopy) -> FidelitySeal {
        var counts: [Attribute: [String: (runs: Int, exact: Int)]] = [:]
        for (run, result) in zip(captured.runs, fidelity.runs) {
            for (attribute, group) in copy.labels(ofCaptured: run.participantId) ?? [:] {
                counts[attribute, default: [:]][group, default: (0, 0)].runs += 1
                if result.exact { counts[attribute, default: [:]][group, default: (0, 0)].exact += 1 }
            }
        }
        let groups = Attribute.standard.flatMap { attribute in
            (counts[attribute] ?? [:]).sorted { $0.key < $1.key }.map { group, count in
                FidelitySeal.GroupCount(attribute: attribute.rawValue, group: group, runs: count.runs, exact: count.exact)
            }
        }
        return FidelitySeal(
            coreSHA256: core.sha256, coreName: replayed.name, coreVersion: replayed.version, runs: fidelity.runs.count, exact: fidelity.exactCount,
            byGroup: groups.sorted { ($0.attribute, $0.group) < ($1.attribute, $1.group) },
            movement: .init(gates: 0, findings: 0, moved: 0, largestChange: 0))
    }
}
