import ArgumentParser
import Cohort
import Demonstration
import Foundation
import Audit
import Intake

/// Where the data come from: exactly one of a database, a snapshot and the demonstration.
struct SourceOptions: ParsableArguments {
    @Option(name: .customLong("database"), help: "PostgreSQL URL; the period is captured first.")
    var database: String?

    @Option(name: .customLong("snapshot"), help: "A snapshot file made by capture or demo.")
    var file: String?

    @Flag(help: "The demonstration municipality; no database needed.")
    var demo = false

    @OptionGroup var municipality: DemonstrationOptions

    @Option(help: "Keep the captured snapshot here, to make the same report again. Without it the snapshot is removed.")
    var keepSnapshot: String?

    func validate() throws {
        guard [database != nil, file != nil, demo].count(where: { $0 }) == 1 else {
            throw ValidationError("Say where the data come from: one of --database URL, --snapshot FILE and --demo.")
        }
        guard keepSnapshot == nil || file == nil else {
            throw ValidationError("--keep-snapshot is for --database and --demo; the snapshot of --snapshot is kept as it is.")
        }
    }

    /// - Parameters:
    ///   - system: of the demonstration.
    ///   - leavingOut: relations of a snapshot file that are not held in memory.
    ///   - threads: that read a snapshot file.
    func snapshot(
        period: Period, generalisation: GeneralisationOptions, system: DemonstrationSystem, leavingOut: Set<String> = [], threads: Int = 1
    ) throws -> Snapshot {
        if let file {
            Terminal.step("Reading \(file)")
            return try CapturedSnapshot.read(file, leavingOut: leavingOut, threads: threads)
        }
        let path = keepSnapshot ?? NSTemporaryDirectory() + "/fairness-audit-\(UUID().uuidString).sqlite"
        defer { if keepSnapshot == nil { try? FileManager.default.removeItem(atPath: path) } }
        if let database {
            Terminal.step("Capturing \(period.from.iso) to \(period.to.iso)")
            try generalisation.capture(DatabaseOptions.connect(database), period: period, to: path)
        } else {
            Terminal.step("Making the demonstration municipality")
            let town = try municipality.municipality(system, knownUntil: period.to)
            // A period beyond the demonstration's days is for the audit to refuse.
            let isInside = period.from <= town.period.to && town.period.from <= period.to
            try town.write(toSnapshot: path, period: isInside ? period : nil, toolVersion: Tool.version)
        }
        return try Snapshot.read(from: path)
    }
}

/// Which period is judged: a quarter of the cycle, or a single audit.
struct CycleOptions: ParsableArguments {
    @Option(help: "A quarter of the control cycle, such as 2026-Q4.")
    var cycle: String?

    @Flag(help: "A single audit outside the cycle, from --from to --to.")
    var once = false

    @Option(help: "First day of a single audit.")
    var from: Day?

    @Option(help: "Last day of a single audit, itself included.")
    var to: Day?

    func validate() throws { _ = try auditCycle() }

    func auditCycle() throws -> AuditCycle {
        switch (cycle, once, from, to) {
        case (let name?, false, nil, nil):
            guard let cycle = AuditCycle(quarter: name) else { throw ValidationError("--cycle takes a quarter such as 2026-Q4.") }
            return cycle
        case (nil, true, let from?, let to?):
            guard let period = Period(from: from, to: to) else {
                throw ValidationError("--from \(from.iso) lies after --to \(to.iso); exchange them.")
            }
            return .once(period)
        default:
            throw ValidationError("Say what is judged: --cycle 2026-Q4, or --once --from DATE --to DATE.")
        }
    }
}
