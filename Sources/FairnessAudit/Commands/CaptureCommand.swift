import ArgumentParser
import Audit
import Cohort
import Foundation
import Intake

struct CaptureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "capture", abstract: "Pseudonymise a period of production data into one snapshot file.",
        discussion: """
            The file holds no name, no key and no birth year, but it is pseudonymous, not anonymous: keep it where personal data may be kept.

            --for-ci makes the file that a pipeline gates with: fidelity to the recorded lists is measured and sealed, then everything that a \
            gate does not need is left out, people are made coarser until at least \(PipelineCopy.leastAlike) are alike, and scores are \
            jittered within their standard error. It is used for nothing but the gate, and it is still personal data. docs/gate-snapshot.md \
            says how to keep it.
            """)

    @Option(name: .customLong("database"), help: DatabaseOptions.help)
    var database: String?

    @Option(name: .customLong("snapshot"), help: "With --for-ci: a snapshot that was captured before, instead of a database.")
    var file: String?

    @Option(help: "First day, such as 2026-01-01.")
    var from: Day?

    @Option(help: "Last day, itself included.")
    var to: Day?

    @OptionGroup var generalisation: GeneralisationOptions

    @Option(help: "Where to write the snapshot. An existing file is not replaced.")
    var out: String

    @Flag(name: .customLong("for-ci"), help: "Make a snapshot for the gate in a pipeline.")
    var forCI = false

    @Option(help: "With --for-ci: the ranking core of production, whose fidelity is sealed. Default core.json.")
    var core: String?

    @Option(help: "With --for-ci: the limits that gates judge by. Default thresholds.json.")
    var thresholds: String?

    @Option(help: "Threads for the replay; the result is the same for any number.")
    var threads: Int = 2

    func validate() throws {
        guard (database != nil) != (file != nil), file == nil || forCI else {
            throw ValidationError(
                forCI ? "Say where the people come from: one of --database URL and --snapshot FILE." : "Say where the people come from: --database URL.")
        }
        if database != nil { _ = try period() }
        guard file == nil || (from == nil && to == nil) else {
            throw ValidationError("--from and --to are for --database; the period of --snapshot is its own.")
        }
        guard forCI || (core == nil && thresholds == nil) else { throw ValidationError("--core and --thresholds are for --for-ci.") }
        guard !forCI || generalisation.linkKey == nil else {
            throw ValidationError("--link-key is for snapshots that may be linked; one for a pipeline never is.")
        }
        guard (1...256).contains(threads) else { throw ValidationError("--threads takes a number from 1 to 256.") }
    }

    func run() async throws {
        guard forCI else { return try capture() }
        try await Interruption.cancels { try await captureForPipeline() }
    }

    private func period() throws -> Period {
        guard let from, let to else { throw ValidationError("Say which days: --from DATE --to DATE.") }
        guard let period = Period(from: from, to: to) else {
            throw ValidationError("--from \(from.iso) lies after --to \(to.iso); exchange them.")
        }
        return period
    }

    private func capture() throws {
        guard let database else { return }
        let period = try period()
        let manifest = try generalisation.capture(DatabaseOptions.connect(database), period: period, to: out)
        Terminal.print("Snapshot \(out): \(period.from.iso) to \(period.to.iso)")
        for (name, relation) in manifest.relations.sorted(by: { $0.key < $1.key }) where relation.offered {
            Terminal.print("  \(name): \(relation.rowCount) rows")
        }
        warn(manifest)
        Terminal.print("  k over \(SnapshotAnonymity.quasiIdentifiers.joined(separator: ", ")): \(manifest.achievedK)")
    }

    private func captureForPipeline() async throws {
        // Everything that people may have to mend is read before the slow work, and before the database is asked.
        guard !FileManager.default.fileExists(atPath: out) else { throw SnapshotError.exists(path: out) }
        _ = try OutputFile(out, force: false)
        let limitsFile = thresholds ?? "thresholds.json"
        let limits = try Thresholds.read(InputFile.read(limitsFile, what: "The limits"), source: limitsFile)
        let core = SealedCore(core: try CoreFile.any(core, demo: false), threads: threads)
        let captured = try people()
        warn(captured.manifest)
        try await PipelineSnapshot(captured: captured, core: core, limits: limits).write(to: out)
    }

    /// As captured, in memory: nothing of it is written anywhere.
    private func people() throws -> Snapshot {
        if let file {
            Terminal.step("Reading \(file)")
            return try CapturedSnapshot.read(file)
        }
        guard let database else { throw ValidationError("Say where the people come from: --database URL.") }
        return try generalisation.read(DatabaseOptions.connect(database), period: period())
    }

    private func warn(_ manifest: SnapshotManifest) {
        for (column, count) in manifest.unrecognised.sorted(by: { $0.key < $1.key }) {
            Terminal.warning("\(column): \(count) values outside the contract's codes became unknown.")
        }
    }
}
