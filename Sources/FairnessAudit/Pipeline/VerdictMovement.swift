import Audit
import Cohort
import Gate
import MatchReplay

/// How far the gate's verdicts move because people were changed: gates of a few changes of the core, on the people as captured and on the
/// changed ones, compared finding by finding.
struct VerdictMovement {
    private(set) var figures = FidelitySeal.Movement(gates: 0, findings: 0, moved: 0, largestChange: 0)
    /// Of the findings that moved, those that block on one side only.
    private(set) var movedAcrossBlocked = 0

    /// - Returns: `nil` for a program, of which no variants can be made.
    static func measure(captured: Snapshot, changed: Snapshot, core: SealedCore, limits: Thresholds) async throws -> VerdictMovement? {
        guard case .ranking(let baseline) = core.core else { return nil }
        var movement = VerdictMovement()
        let candidates = StandardChanges.of(baseline, snapshot: captured)
        for (number, candidate) in candidates.enumerated() {
            try Task.checkCancellation()
            Terminal.step("Comparing verdicts: change \(number + 1) of \(candidates.count)")
            func gate(_ snapshot: Snapshot) async throws -> [GateFinding] {
                try await Gate.findings(
                    GateInputs(
                        snapshot: snapshot, thresholds: limits, baseline: .data(baseline), candidate: .data(candidate), release: "for-ci",
                        on: captured.manifest.period.to, toolVersion: Tool.version, threads: core.threads))
            }
            do {
                movement.add(try await gate(captured), try await gate(changed))
            } catch GateError.core(role: "candidate", _) {
                // A change that leaves this core nothing to rank by is no change that anybody would propose.
                continue
            }
        }
        return movement
    }

    /// A finding that only one side has, because a group became unknown, has moved too.
    mutating func add(_ captured: [GateFinding], _ changed: [GateFinding]) {
        let before = Dictionary(uniqueKeysWithValues: captured.map { ($0.id, $0) })
        let after = Dictionary(uniqueKeysWithValues: changed.map { ($0.id, $0) })
        figures.gates += 1
        for id in Set(before.keys).union(after.keys) {
            let (one, other) = (before[id], after[id])
            figures.findings += 1
            if one?.verdict != other?.verdict {
                figures.moved += 1
                if (one?.verdict == .blocked) != (other?.verdict == .blocked) { movedAcrossBlocked += 1 }
            }
            if let margin = one?.margin, margin > 0, let a = one?.change, let b = other?.change {
                figures.largestChange = max(figures.largestChange, abs(a - b) / margin)
            }
        }
    }

    var sentence: String {
        "Because of the changes \(figures.moved) of \(figures.findings) findings got another verdict in gates of \(figures.gates) standard changes of the core, \(movedAcrossBlocked) of them to or from blocked; the mean change of a finding moved by at most \(ResultText.number(figures.largestChange, digits: 2)) of its margin."
    }
}
