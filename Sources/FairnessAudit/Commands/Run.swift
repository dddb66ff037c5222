import ArgumentParser
import Audit
import Cohort
import Demonstration
import Foundation
import Gate
import MatchReplay
import Reporting

struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the control-cycle report: from a database, a snapshot or the demonstration to report.html, report.md and audit.json.",
        discussion: """
            Exits 0 once the report is written, whatever it says; --fail-on makes a difference that was found exit 1.
            Earlier quarters of the same system are read from the folders beside the report's: what they spent and showed counts.
            --gates tells which versions of the algorithm went through the gate since the previous report, and under which overrides.
            --actions tells what was done about the options for action of the workshop, and about earlier findings.
            --assessments tells what people made of the adverse findings. Until all of them are assessed and the report is signed, it is a draft.
            """)

    @OptionGroup var source: SourceOptions
    @OptionGroup var when: CycleOptions
    @OptionGroup var generalisation: GeneralisationOptions
    @OptionGroup var shards: ShardOptions

    @Option(help: "The ranking core that is replayed. With --demo the demonstration's own is the default.")
    var core: String?

    @Option(help: "The limits by which numbers are judged. Default: thresholds-SYSTEM.json when it is there, or else thresholds.json.")
    var thresholds: String?

    @Option(help: "The system under audit: ik-zoek, hallowerk, or a file such as systems/ik-zoek.json.")
    var system: String = BuiltInSystem.ikZoek.rawValue

    @Option(help: "Folder with the record of gates, as gate --record wrote it. Without it the report cannot say how versions went live.")
    var gates: String?

    @Option(help: "What was decided about options for action and findings (actions.json). With --demo the example beside the limits is the default.")
    var actions: String?

    @Option(help: "What people made of the findings of this report, and who signed it (assessments.json). With --demo the example beside the limits is the default, for the report that it is about.")
    var assessments: String?

    @Option(help: "The day on which the report is made, such as 2027-01-15: a report that has expired by then says so. Default: today.")
    var on: Day?

    @Option(help: "Folder of the report.")
    var out: String?

    @Flag(help: "Replace a report that is already there.")
    var force = false

    @Option(help: "Language of the report: nl or en.")
    var language: Language = .nl

    @Option(help: "Who it is for: full (inside the organisation), public, resident or council. What leaves the organisation shows less of small numbers.")
    var edition: Edition = .full

    @Option(help: "Folder with templates or phrases that replace the built-in ones, file by file.")
    var templates: String?

    @Option(help: "Exit 1 when the report shows an adverse disparity, or also an adverse signal.")
    var failOn: FailOn?

    @Option(help: "Threads for the replay; the result is the same for any number.")
    var threads: Int = 2

    @Flag(help: "Print how long each part of the audit took.")
    var timings = false

    enum FailOn: String, ExpressibleByArgument, CaseIterable {
        case disparity
        case signal
    }

    func validate() throws {
        guard (1...256).contains(threads) else { throw ValidationError("--threads takes a number from 1 to 256.") }
        guard source.file != nil || !shards.isAsked else { throw ValidationError("--shards and --replayed need a snapshot file: --snapshot FILE.") }
    }

    func run() throws {
        let cycle = try when.auditCycle()
        // Everything that people may have to mend is read before the slow work.
        let system = try SystemFile.configuration(self.system)
        let thresholds = SystemFile.thresholds(self.thresholds, of: system)
        let limits = try Thresholds.read(InputFile.read(thresholds, what: "The limits"), source: thresholds)
        let actions = try ActionsSource.file(actions, example: source.demo && system.inventory.contains(.huizen), beside: thresholds)
        let assessments = try AssessmentsSource.file(
            assessments, of: cycle, example: source.demo && self.system == BuiltInSystem.ikZoek.rawValue, beside: thresholds)
        // A system that only its organisation knows is shown by the town of Ik zoek.
        let town = DemonstrationSystem(rawValue: system.name) ?? .ikZoek
        let core = try CoreFile.ranking(core, demo: source.demo, system: town)
        let library = try TemplateLibrary(overrides: templates)
        try library.check(system.phrases)
        let folder = try ReportFolder(out ?? "reports/\(cycle.name)", force: force)
        let earlier = try folder.earlierReports(of: limits.system, before: cycle)
        let releases = try gates.map { try GateRecords(folder: $0, mustExist: true).releases(of: limits.system) }

        let snapshot = try source.snapshot(
            period: system.capturePeriod(for: cycle), generalisation: generalisation, system: town,
            leavingOut: shards.isAsked ? ShardOptions.madeOverShards : [], threads: threads)
        let stopwatch = Stopwatch()
        var inputs = AuditInputs(
            snapshot: snapshot, thresholds: limits, core: core, system: system, cycle: cycle, edition: edition, earlier: earlier, releases: releases,
            actions: actions, assessments: assessments, toolVersion: Tool.version, threads: threads, observer: stopwatch.observer)
        if let part = try shards.replay(inputs, snapshot: source.file, coreFile: { try InputFile.read(self.core ?? "core.json", what: "The ranking core") }) {
            inputs.take(part)
        }
        let report = try Audit.run(inputs)
        Terminal.step("Writing the report")
        let files = try ReportFiles(report, language: language, library: library, on: (on ?? .today()).iso)
        try folder.write(files.all)
        for line in try TerminalSummary.lines(report, language: language, library: library) { Terminal.print(line) }
        Terminal.print("\(folder.path)/report.html")
        if timings { for line in stopwatch.table() { Terminal.print(line) } }
        try failIfAsked(report.summary)
    }

    private func failIfAsked(_ summary: AuditReport.Summary) throws {
        guard let failOn else { return }
        let found = summary.adverseDisparities + (failOn == .signal ? summary.adverseSignals : 0)
        if found > 0 { throw ExitStatus.found }
    }
}

extension Language: ExpressibleByArgument {}

extension Edition: ExpressibleByArgument {}
