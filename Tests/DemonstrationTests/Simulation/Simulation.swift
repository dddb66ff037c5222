import Cohort
import Demonstration
import Foundation

@testable import Audit

/// Whole audits of many demonstration municipalities, as a single audit outside a cycle.
enum Simulation {
    /// Seeds are 1...N, fixed before the first run. The suite takes a few; scripts/simulate.sh takes as many as the claim needs.
    static func seeds(short: Int, variable: String) -> ClosedRange<UInt64> {
        let wanted = ProcessInfo.processInfo.environment[variable].flatMap(Int.init) ?? short
        return 1...UInt64(max(1, wanted))
    }

    /// The limits at the root, without what no verdict rests on and costs time: bootstrap intervals and expected signals.
    static func limits(file: String = "thresholds.json", fidelityOverall: Double? = nil) throws -> Thresholds {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        var document = try JSONSerialization.jsonObject(with: Data(contentsOf: root.appendingPathComponent(file))) as? [String: Any] ?? [:]
        var analysis = document["analysis"] as? [String: Any] ?? [:]
        for (key, value) in [("bootstrapReplicates", 100), ("chanceReplicates", 0)] {
            var limit = analysis[key] as? [String: Any] ?? [:]
            limit["value"] = value
            analysis[key] = limit
        }
        document["analysis"] = analysis
        // Enough to see that stability is measured.
        if var indicators = document["indicators"] as? [String: [String: Any]], var own = indicators["M8"],
            var parameters = own["parameters"] as? [String: [String: Any]]
        {
            parameters["draws"]?["value"] = 4
            own["parameters"] = parameters
            indicators["M8"] = own
            document["indicators"] = indicators
        }
        if let fidelityOverall {
            var fidelity = document["fidelity"] as? [String: Any] ?? [:]
            for key in ["overall", "group"] {
                var limit = fidelity[key] as? [String: Any] ?? [:]
                limit["value"] = key == "overall" ? fidelityOverall : min(fidelityOverall, 0.5)
                fidelity[key] = limit
            }
            document["fidelity"] = fidelity
        }
        return try Thresholds.read(JSONSerialization.data(withJSONObject: document), source: file)
    }

    static func snapshot(seed: UInt64, planted: Planting) throws -> (snapshot: Snapshot, period: Period) {
        let path = NSTemporaryDirectory() + "/simulation-\(UUID().uuidString).sqlite"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let municipality = try DemonstrationMunicipality(seed: seed, planted: planted)
        try municipality.write(toSnapshot: path, toolVersion: "test")
        return (try Snapshot.read(from: path), municipality.period)
    }

    static func audit(seed: UInt64, planted: Planting, permuted: Bool = false, limits: Thresholds) throws -> AuditReport {
        var (snapshot, period) = try snapshot(seed: seed, planted: planted)
        if permuted { snapshot = snapshot.permutingGroups(seed: seed) }
        return try Audit.run(
            AuditInputs(
                snapshot: snapshot, thresholds: limits, core: try DemonstrationCore.core(), cycle: .once(period),
                toolVersion: "test"))
    }
}

extension AuditReport {
    /// Whether an adverse difference was shown for this group, not as the mirror of another.
    func shows(_ indicator: String, _ attribute: String, _ group: String) -> Bool {
        findings.contains {
            $0.indicator == indicator && $0.attribute == attribute && $0.group == group && $0.verdict == .disparity
                && $0.direction == .adverse && $0.mirrorOf == nil && $0.family == .primary
        }
    }
}
