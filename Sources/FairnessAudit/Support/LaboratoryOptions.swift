import ArgumentParser
import Cohort
import MatchReplay

/// What the laboratory works on, and where its result goes.
struct LaboratoryOptions: ParsableArguments {
    @OptionGroup var source: SnapshotOptions

    @Option(help: "The ranking core that is replayed. With --demo the demonstration's own is the default.")
    var core: String?

    @Option(help: "Threads; the result is the same for any number.")
    var threads: Int = 2

    @Option(help: "Write the result as JSON to this file.")
    var out: String?

    @Flag(help: "Replace a file that is already there.")
    var force = false

    func validate() throws {
        guard (1...256).contains(threads) else { throw ValidationError("--threads takes a number from 1 to 256.") }
    }

    /// Refused before the slow work when the result could not be written.
    func output() throws -> OutputFile? { try out.map { try OutputFile($0, force: force) } }

    var demo: Bool { source.demo }

    func snapshot() throws -> Snapshot { try CapturedSnapshot.check(try source.snapshot(), path: source.file) }

    func rankingCore() throws -> RankingCore { try CoreFile.ranking(core, demo: demo) }

    func input() throws -> ReplayInput {
        let core = try rankingCore()
        return ReplayInput(snapshot: try snapshot(), core: core)
    }
}
