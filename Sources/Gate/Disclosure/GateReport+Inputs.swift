import Audit
import Cohort

extension GateReport.Inputs {
    init(
        _ inputs: GateInputs, people: AuditFrame,
        cores: (baseline: Core, candidate: Core, anchor: Core?), seed: UInt64
    ) {
        let manifest = inputs.snapshot.manifest
        self.init(
            snapshot: .init(
                sha256: inputs.snapshot.digest, participants: people.people.count, matchRuns: people.people.reduce(0) { $0 + $1.runs.count },
                workplaces: inputs.snapshot.workplaces.count, k: manifest.achievedK, from: manifest.period.from.iso, to: manifest.period.to.iso,
                forCI: manifest.seal != nil),
            thresholds: .init(sha256: inputs.thresholds.sha256, setBy: inputs.thresholds.setBy, setOn: inputs.thresholds.setOn.iso),
            baseline: cores.baseline, candidate: cores.candidate, anchor: cores.anchor ?? inputs.anchor.map { _ in cores.baseline },
            overrides: inputs.overrides?.sha256, seed: seed)
    }
}

extension GateReport.Inputs.Core {
    init(_ frame: CoreFrame) {
        self.init(name: frame.lists.name, version: frame.lists.version, core: frame.lists.core, unit: frame.unit)
    }

    init(name: String, version: String, core: GateCore, unit: Double?) {
        let kind: Kind = if case .data = core { .data } else { .program }
        self.init(name: name, version: version, sha256: core.sha256, kind: kind, bestDistanceStandardDeviation: unit?.reported)
    }
}

extension GateReport.Controls {
    /// - Parameter ids: of the family's findings, parallel to the harms.
    init(_ controls: GateControls, ids: [String]) {
        let harms = zip(ids, controls.harms).map { id, harm in
            Harm(finding: id, blockedAtTwiceMargin: harm.blockedAtTwiceMargin.reported, clearedAtMargin: harm.clearedAtMargin.reported)
        }
        self.init(
            flips: controls.flips, falseBlocks: controls.falseBlocks?.reported, harms: harms,
            blind: harms.filter { $0.blockedAtTwiceMargin < GateControls.blindBelow }.map(\.finding), blindBelow: GateControls.blindBelow)
    }
}
