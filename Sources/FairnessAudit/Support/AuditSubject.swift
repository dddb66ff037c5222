import ArgumentParser
import Audit
import Cohort
import Foundation
import MatchReplay

/// What is audited by which limits: the options that every step over shards has to be given alike.
struct AuditSubject: ParsableArguments {
    @Option(help: "The ranking core that is replayed.")
    var core: String = "core.json"

    @Option(help: "The limits by which numbers are judged. Default: thresholds-SYSTEM.json when it is there, or else thresholds.json.")
    var thresholds: String?

    @Option(help: "The system under audit: ik-zoek, hallowerk, or a file such as systems/ik-zoek.json.")
    var system: String = BuiltInSystem.ikZoek.rawValue

    /// Relations that the first pass does not look at: no list of anybody depends on them, or only that person's own.
    static let notSurveyed: Set<String> = [
        "participant", "match_result", "choice", "placement", "feedback", "invitation", "participant_ability", "travel_time", "employer_contact",
    ]

    struct Read {
        let cycle: AuditCycle
        let system: SystemConfiguration
        let limits: Thresholds
        let core: RankingCore
        let coreFile: Data

        func inputs(_ snapshot: Snapshot) -> AuditInputs {
            AuditInputs(snapshot: snapshot, thresholds: limits, core: core, system: system, cycle: cycle, toolVersion: Tool.version)
        }
    }

    func read(when: CycleOptions) throws -> Read {
        let system = try SystemFile.configuration(system)
        let thresholds = SystemFile.thresholds(thresholds, of: system)
        let bytes = try InputFile.read(core, what: "The ranking core")
        return Read(
            cycle: try when.auditCycle(), system: system,
            limits: try Thresholds.read(InputFile.read(thresholds, what: "The limits"), source: thresholds),
            core: try CoreFile.ranking(core, demo: false), coreFile: bytes)
    }
}
