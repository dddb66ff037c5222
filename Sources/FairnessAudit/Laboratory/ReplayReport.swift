import Cohort
import Foundation
import MatchReplay
import Metrics

/// What came of replaying: fidelity always, the rest where the core is data.
struct ReplayReport {
    let snapshot: Snapshot
    let core: JSONValue
    let fidelity: Fidelity
    var reasons: FidelityReasons?
    var ties: TieAuditOfLists?
    var stability: StabilityReport?
    var margins: MarginReport?

    init(snapshot: Snapshot, core: JSONValue, fidelity: Fidelity) {
        self.snapshot = snapshot
        self.core = core
        self.fidelity = fidelity
    }

    var json: JSONValue {
        [
            "result": "replay", "version": 1, "inputs": ["toolVersion": .init(Tool.version), "snapshot": .init(snapshot.digest), "core": core],
            "fidelity": ["runs": .init(fidelity.runs.count), "exact": .init(fidelity.exactCount), "versions": .array(fidelity.versions.map(Self.json))],
            "reasons": reasons.map { .array($0.versions.map(Self.json)) } ?? .null, "ties": ties.map { TieReport($0, snapshot).json } ?? .null,
            "stability": stability?.json ?? .null, "boundaryMargins": margins?.json ?? .null,
        ]
    }

    private static func json(_ version: Fidelity.VersionFidelity) -> JSONValue {
        [
            "algorithmVersion": .init(version.algorithmVersion), "runs": .init(version.runCount), "exact": .init(version.exactCount),
            "rate": .init(version.rate), "meanRankBiasedOverlap": .init(version.meanRankBiasedOverlap), "persistence": .init(Fidelity.persistence),
            "medianDistanceError": .init(version.medianDistanceError), "maximumDistanceError": .init(version.maximumDistanceError),
            "firstDifferingRanks": .array(
                version.firstDifferingRanks.sorted { $0.key < $1.key }.map { ["rank": .init($0.key), "runs": .init($0.value)] }),
        ]
    }

    private static func json(_ version: FidelityReasons.VersionReasons) -> JSONValue {
        [
            "algorithmVersion": .init(version.algorithmVersion),
            "reasons": .array(
                version.counts.map { ["reason": .init($0.reason.code), "evidence": .init($0.reason.evidence.rawValue), "runs": .init($0.runs)] }),
        ]
    }

    func print() {
        Terminal.print("\(fidelity.exactCount) of \(fidelity.runs.count) recorded lists came out exactly the same.")
        Terminal.print("")
        versions.print()
        if let reasons, !reasons.counts.isEmpty {
            Terminal.print("")
            Terminal.print("Why lists differ, as far as it could be found (reproduced: replaying under the reason gives the recorded list):")
            var table = TextTable([("version", .left), ("reason", .left), ("evidence", .left), ("lists", .right)])
            for version in reasons.versions {
                for count in version.counts { table.add(version.algorithmVersion, count.reason.code, count.reason.evidence.rawValue, "\(count.runs)") }
            }
            table.print()
        }
        if let ties { TieReport(ties, snapshot).print() }
        stability?.print()
        margins?.print()
    }

    private var versions: TextTable {
        var table = TextTable([
            ("version", .left), ("lists", .right), ("exact", .right), ("rate", .right), ("first difference", .right), ("mean RBO", .right),
            ("median distance error", .right), ("largest", .right),
        ])
        for version in fidelity.versions {
            let first = version.firstDifferingRanks.keys.min().map { "rank \($0)" } ?? "none"
            table.add(
                version.algorithmVersion, "\(version.runCount)", "\(version.exactCount)", ResultText.number(version.rate, digits: 3), first,
                version.meanRankBiasedOverlap.map { ResultText.number($0, digits: 3) } ?? "n/a",
                version.medianDistanceError.map { String(format: "%.1e", $0) } ?? "not logged",
                version.maximumDistanceError.map { String(format: "%.1e", $0) } ?? "not logged")
        }
        return table
    }
}
