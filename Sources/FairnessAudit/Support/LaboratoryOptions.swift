import ArgumentParser
import Cohort
import Demonstration
import Foundation
import MatchReplay

/// What the laboratory works on, and where its result goes.
struct LaboratoryOptions: ParsableArguments {
    @Option(name: .customLong("snapshot"), help: "A snapshot file made by capture or demo.")
    var file: String?

    @Flag(help: "The demonstration municipality; no snapshot needed.")
    var demo = false

    @OptionGroup var municipality: DemonstrationOptions

    @Option(help: "The ranking core that is replayed. With --demo the demonstration's own is the default.")
    var core: String?

    @Option(help: "Threads; the result is the same for any number.")
    var threads: Int = 2

    @Option(help: "Write the result as JSON to this file.")
    var out: String?

    @Flag(help: "Replace a file that is already there.")
    var force = false

    func validate() throws {
        guard (file != nil) != demo else { throw ValidationError("Say what to work on: one of --snapshot FILE and --demo.") }
        guard (1...256).contains(threads) else { throw ValidationError("--threads takes a number from 1 to 256.") }
    }

    /// Refused before the slow work when the result could not be written.
    func output() throws -> OutputFile? { try out.map { try OutputFile($0, force: force) } }

    func snapshot() throws -> Snapshot {
        if let file {
            Terminal.step("Reading \(file)")
            return try Snapshot.read(from: file)
        }
        Terminal.step("Making the demonstration municipality")
        let path = NSTemporaryDirectory() + "/fairness-audit-\(UUID().uuidString).sqlite"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try municipality.municipality().write(toSnapshot: path, toolVersion: Tool.version)
        return try Snapshot.read(from: path)
    }

    func rankingCore() throws -> RankingCore { try CoreFile.ranking(core, demo: demo) }

    func input() throws -> ReplayInput {
        let core = try rankingCore()
        return ReplayInput(snapshot: try snapshot(), core: core)
    }
}
