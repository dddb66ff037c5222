import Audit
import Cohort
import Intake

/// What the person who makes a snapshot for a pipeline reads: what is in it, what it cost, and that it is still personal data.
struct PipelineSummary {
    let path: String
    let manifest: SnapshotManifest
    let losses: PipelineLosses
    let movement: VerdictMovement?
    let limits: Thresholds

    func print() {
        guard let seal = manifest.seal else { return }
        Terminal.print("Snapshot for the gate \(path): \(manifest.period.from.iso) to \(manifest.period.to.iso)")
        Terminal.print("  Sealed: core \(seal.coreName) \(seal.coreVersion) reproduced \(seal.exact) of \(seal.runs) recorded lists before anything was changed.")
        Terminal.print("  At least \(manifest.achievedK) people are alike in \(SnapshotAnonymity.sealedQuasiIdentifiers.joined(separator: ", ")).")
        Terminal.print("  \(losses.jitteredScores) scores were moved by at most their standard error.")
        if losses.undetermined > 0 {
            Terminal.print("  Test language undetermined (und): \(losses.undetermined) people.")
        }
        for (column, count) in losses.suppressed.sorted(by: { $0.key < $1.key }) { Terminal.print("  \(column) made unknown: \(count) people.") }
        Terminal.print("  \(movement?.sentence ?? "How far gate verdicts move because of this could not be measured: the core is a program, of which no variants can be made.")")
        Terminal.print("  It is pseudonymous, not anonymous: whoever knows somebody's scores finds this person in it. docs/gate-snapshot.md says where to keep it.")
        warnings(seal)
    }

    private func warnings(_ seal: FidelitySeal) {
        if Double(seal.exact) < limits.fidelity.overall.value * Double(seal.runs) {
            Terminal.warning(
                "The core reproduces fewer lists than fidelity.overall asks (\(ResultText.number(limits.fidelity.overall.value, digits: 2))): every gate with this snapshot will block. fairness-audit replay says why lists differ.")
        }
        if losses.roundedScores > 0 {
            Terminal.warning(
                "\(losses.roundedScores) scores have no standard error; they were rounded to a tenth of their scale's standard deviation instead of jittered. Offer assessment_score.standard_error.")
        }
        if !losses.languagesTakenAlong.isEmpty {
            Terminal.warning(
                "Test language \(losses.languagesTakenAlong.joined(separator: ", ")) also became undetermined, because too few people share the rare languages; the gate cannot examine it.")
        }
        if losses.listsLeftOut > 0 {
            Terminal.warning(
                "\(losses.listsLeftOut) lists of people tested in more than one language were left out; these people keep the lists of their first language.")
        }
    }
}
