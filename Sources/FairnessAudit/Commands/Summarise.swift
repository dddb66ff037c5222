import ArgumentParser
import Audit
import Cohort
import Demonstration
import Foundation
import MatchReplay

struct Summarise: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write what this organisation may share: counts and sums of groups, so that several can be judged together.",
        discussion: """
            Nobody is in a summary. Every count in it is at least the minimum of the disclosure rules, also that of people with an outcome and \
            of people without; what is smaller was folded into the coarser group that the system's file names, or left out, with an entry that \
            says so. Read it before you send it: it is JSON.
            """)

    @OptionGroup var source: SourceOptions
    @OptionGroup var when: CycleOptions
    @OptionGroup var generalisation: GeneralisationOptions

    @Option(help: "The ranking core that is replayed. With --demo the demonstration's own is the default.")
    var core: String?

    @Option(help: "The limits by which numbers are judged. Default: thresholds-SYSTEM.json when it is there, or else thresholds.json.")
    var thresholds: String?

    @Option(help: "The system under audit: ik-zoek, hallowerk, or a file such as systems/ik-zoek.json.")
    var system: String = BuiltInSystem.ikZoek.rawValue

    @Option(parsing: .upToNextOption, help: "Summaries that this organisation shared before: a group that grew by a few people since is left out.")
    var earlier: [String] = []

    @Option(help: "The summary, such as huizen-2026-Q4.json.")
    var out: String

    @Flag(help: "Replace a summary that is already there.")
    var force = false

    @Option(help: "Threads for the replay; the result is the same for any number.")
    var threads: Int = 2

    func validate() throws {
        guard (1...256).contains(threads) else { throw ValidationError("--threads takes a number from 1 to 256.") }
    }

    func run() throws {
        let cycle = try when.auditCycle()
        let system = try SystemFile.configuration(self.system)
        let thresholds = SystemFile.thresholds(self.thresholds, of: system)
        let limits = try Thresholds.read(InputFile.read(thresholds, what: "The limits"), source: thresholds)
        let town = DemonstrationSystem(rawValue: system.name) ?? .ikZoek
        let core = try CoreFile.ranking(core, demo: source.demo, system: town)
        let file = try OutputFile(out, force: force)
        let earlier = try earlier.map { try AuditSummary(json: InputFile.read($0, what: "The earlier summary"), source: $0) }
        let snapshot = try source.snapshot(period: system.capturePeriod(for: cycle), generalisation: generalisation, system: town)
        let summary = try Audit.summarise(
            AuditInputs(
                snapshot: snapshot, thresholds: limits, core: core, system: system, cycle: cycle, edition: .public, toolVersion: Tool.version,
                threads: threads),
            earlier: earlier)
        try file.write(summary.json())
        for contribution in summary.organisations {
            Terminal.print("\(contribution.organisation): \(contribution.tables.count) tables of groups, \(contribution.withheld.count) groups left out.")
        }
        Terminal.print(out)
    }
}
