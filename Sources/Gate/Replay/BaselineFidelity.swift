import Audit
import Cohort
import MatchReplay

/// How well the baseline reproduces the recorded lists: sealed at capture, or measured here.
struct BaselineFidelity: Sendable {
    let report: GateReport.Fidelity
    let passedOverall: Bool
    /// Groups (attribute, code) whose lists are not reproduced well enough.
    let failedGroups: [Attribute: Set<String>]

    init(_ baseline: CoreLists, snapshot: Snapshot, people: AuditFrame, thresholds: Thresholds) throws(GateError) {
        let counts: (runs: Int, exact: Int, source: GateReport.Fidelity.Source)
        var rates: [Attribute: [String: Double]] = [:]
        if let seal = snapshot.manifest.seal {
            guard seal.coreSHA256 == baseline.core.sha256 else {
                throw .sealOfAnotherCore(sealed: seal.coreSHA256, baseline: baseline.core.sha256)
            }
            counts = (seal.runs, seal.exact, .sealed)
            for group in seal.byGroup where group.runs > 0 {
                guard let attribute = Attribute(rawValue: group.attribute) else { continue }
                rates[attribute, default: [:]][group.group] = Double(group.exact) / Double(group.runs)
            }
        } else {
            let measured = ListFidelity.all(of: snapshot, replayed: baseline.lists)
            counts = (measured.count, measured.count(where: \.isExact), .measured)
            rates = FidelityGate(measured, frame: people, limits: thresholds).byGroup
        }
        let everybody = people.people.indices.map { $0 }
        let limits = thresholds.fidelity
        var rows: [AuditReport.FidelityResult.ByGroup] = []
        var failed: [Attribute: Set<String>] = [:]
        for attribute in Attribute.standard {
            let partition = Partition(attribute: attribute, labels: people.labels(of: attribute), population: everybody, limits: thresholds.disclosure)
            for group in partition.shown {
                guard let rate = rates[attribute]?[group] else { continue }
                let passed = rate >= limits.group.value
                rows.append(.init(attribute: attribute.rawValue, group: group, rate: rate.reported, passed: passed))
                if !passed { failed[attribute, default: []].insert(group) }
            }
        }
        let rate = counts.runs > 0 ? Double(counts.exact) / Double(counts.runs) : nil
        passedOverall = (rate ?? 0) >= limits.overall.value
        report = GateReport.Fidelity(
            source: counts.source, runs: counts.runs, exact: counts.exact, rate: rate?.reported, threshold: limits.overall.value,
            groupThreshold: limits.group.value, passed: passedOverall && failed.isEmpty, byGroup: rows)
        failedGroups = failed
    }
}
