import Audit
import Cohort
import Demonstration
import Foundation
import MatchReplay

/// A demonstration system with what an audit of it needs: its core, its limits and its configuration.
struct CertifiedSystem: Sendable {
    let system: DemonstrationSystem
    let core: RankingCore
    let thresholds: Thresholds
    let configuration: SystemConfiguration
    /// Every indicator that a primary question names: the family is always judged as a whole.
    let primaryIndicators: Set<String>
    /// Everything that is judged but M8: a thousand redrawn lists per person and run would take days, and its comparison is that of M2.
    var scannedIndicators: Set<String> {
        Set(IndicatorCatalogue.entries.map(\.id)).subtracting(["M8"])
    }

    /// - Parameter root: the folder with `thresholds.json` and `thresholds-hallowerk.json`.
    init(_ system: DemonstrationSystem, root: String) throws {
        self.system = system
        core = try DemonstrationCore.core(of: system)
        configuration = try (system == .ikZoek ? BuiltInSystem.ikZoek : .halloWerk).configuration()
        let file = system == .ikZoek ? "thresholds.json" : "thresholds-hallowerk.json"
        thresholds = try Thresholds.read(try Data(contentsOf: URL(fileURLWithPath: root + "/" + file)), source: file)
        primaryIndicators = Set(thresholds.primaryQuestions.map(\.indicator))
    }

    func inputs(_ snapshot: Snapshot, cycle: AuditCycle) -> AuditInputs {
        AuditInputs(
            snapshot: snapshot, thresholds: thresholds, core: core, system: configuration, cycle: cycle, toolVersion: "certification")
    }
}
