import Audit
import Cohort
import Foundation
import MatchReplay
import Metrics

/// The walk from a snapshot and two cores to a verdict on the candidate: replay, measure, judge, disclose.
public enum Gate {
    /// - Throws: ``GateError``, `CancellationError`.
    public static func run(_ inputs: GateInputs) async throws -> GateReport {
        let judge = try GateJudge(thresholds: inputs.thresholds)
        let people = try people(of: inputs)
        let baseline = try await lists(inputs.baseline, "baseline", inputs)
        let anchor = try await anchorLists(inputs, baseline: baseline)
        let candidate: CoreLists
        do {
            candidate = try await CoreLists(inputs.candidate, of: inputs.snapshot, threads: inputs.threads)
        } catch let error as ProgramError {
            guard let broken = BrokenPromise(error) else { throw GateError.core(role: "candidate", problem: error.description) }
            let fidelity = try BaselineFidelity(baseline, snapshot: inputs.snapshot, people: people, thresholds: inputs.thresholds)
            return try GateReport.unmeasured(inputs, people: people, fidelity: fidelity, baseline: baseline, broken: broken)
        } catch let error as ReplayError {
            throw GateError.core(role: "candidate", problem: "\(error)")
        }
        try Task.checkCancellation()

        let fidelity = try BaselineFidelity(baseline, snapshot: inputs.snapshot, people: people, thresholds: inputs.thresholds)
        let check = InvariantCheck(
            snapshot: inputs.snapshot, limits: judge.limits, disclosure: inputs.thresholds.disclosure, depth: inputs.thresholds.analysis.listDepth.value,
            threads: inputs.threads)
        let invariants = try await check.run(candidate: candidate, baseline: baseline)
        try Task.checkCancellation()

        let share = judge.limits.fittingShare.value
        let before = CoreFrame(baseline, people: people, baseline: nil, fittingShare: share)
        let after = CoreFrame(candidate, people: people, baseline: before, fittingShare: share)
        let approved = anchor.map { CoreFrame($0, people: people, baseline: before, fittingShare: share) }
        let references = [(GateFinding.Against.baseline, before)] + (approved.map { [(.anchor, $0)] } ?? [])
        let judgement = try judge.judge(GateChanges(candidate: after, references: references, thresholds: inputs.thresholds))
        let seed = seed(of: inputs)
        let controls = GateControls(judgement, flips: judge.limits.controls.value, seed: seed, threads: inputs.threads)
        let churn = GateChurn(before, after, depth: inputs.thresholds.analysis.listDepth.value)
            .report(labels: people.labels, thresholds: inputs.thresholds, limits: judge.limits)
        return try GateReport(
            GateResult(
                inputs: inputs, judge: judge, people: people, baseline: before, candidate: after, anchor: approved, fidelity: fidelity,
                invariants: invariants, judgement: judgement, controls: controls, churn: churn, seed: seed))
    }

    /// Only the changes and their verdicts, without invariants, controls and overrides: what a gate would find, for comparing gates.
    /// - Throws: as `run`, also for a candidate that breaks its promises.
    public static func findings(_ inputs: GateInputs) async throws -> [GateFinding] {
        let judge = try GateJudge(thresholds: inputs.thresholds)
        let people = try people(of: inputs)
        let share = judge.limits.fittingShare.value
        let before = CoreFrame(try await lists(inputs.baseline, "baseline", inputs), people: people, baseline: nil, fittingShare: share)
        let after = CoreFrame(try await lists(inputs.candidate, "candidate", inputs), people: people, baseline: before, fittingShare: share)
        let changes = GateChanges(candidate: after, references: [(.baseline, before)], thresholds: inputs.thresholds)
        let judgement = try judge.judge(changes)
        return judgement.judged.map { GateFinding($0, in: changes, limits: judge.limits) }
    }

    private static func people(of inputs: GateInputs) throws(GateError) -> AuditFrame {
        let snapshot = inputs.snapshot
        let people = AuditFrame(snapshot: snapshot, window: snapshot.manifest.period, replayed: [])
        guard !people.people.isEmpty else { throw .nobody }
        let minimum = inputs.thresholds.disclosure.minimumCell.value
        guard people.people.count >= minimum else { throw .tooFewPeople(minimum: minimum) }
        return people
    }

    private static func lists(_ core: GateCore, _ role: String, _ inputs: GateInputs) async throws -> CoreLists {
        do {
            return try await CoreLists(core, of: inputs.snapshot, threads: inputs.threads)
        } catch let error as ReplayError {
            throw GateError.core(role: role, problem: "\(error)")
        } catch let error as ProgramError {
            throw GateError.core(role: role, problem: error.description)
        }
    }

    /// The anchor's lists; those of the baseline when it is the same file of data.
    private static func anchorLists(_ inputs: GateInputs, baseline: CoreLists) async throws -> CoreLists? {
        guard let anchor = inputs.anchor else { return nil }
        if case .data = anchor, anchor.sha256 == inputs.baseline.sha256 { return nil }
        return try await lists(anchor, "anchor", inputs)
    }

    /// From what is compared and by which rules, so that nobody can look for a lucky one.
    static func seed(of inputs: GateInputs) -> UInt64 {
        let parts = [
            inputs.snapshot.digest, inputs.baseline.sha256, inputs.candidate.sha256, inputs.anchor?.sha256 ?? "", inputs.thresholds.sha256,
        ]
        return UInt64(Fingerprint.sha256(of: Data(parts.joined(separator: "\n").utf8)).prefix(13), radix: 16) ?? 0
    }
}
