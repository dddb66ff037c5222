import ArgumentParser
import Audit
import Cohort
import Foundation
import Gate
import MatchReplay
import Reporting

struct GateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gate",
        abstract: "Hold a new version of the ranking core against the current one: may it be released?",
        discussion: """
            Both cores make everybody's lists; the change per person is judged for every group. Harm shown to one group blocks, whatever \
            the average does, and so does a broken invariant. Exits 0 when nothing blocks, 1 when harm was shown or an invariant broke, 2 \
            when harm could not be excluded and the policy in thresholds.json is to block.
            """)

    @OptionGroup var source: SnapshotOptions

    @Option(help: "The core that is in use. With --demo the demonstration's own is the default.")
    var baseline: String?

    @Option(help: "The core that is to be released.")
    var candidate: String

    @Option(help: "The limits by which changes are judged; the core approved at the last annual audit is named there.")
    var thresholds: String = "thresholds.json"

    @Option(name: .customLong("override"), help: "Findings that named people let pass for a while (docs/gate.md).")
    var overrides: String?

    @Option(help: "What the release is called. The name and version of the candidate by default.")
    var release: String?

    @Option(help: "The day of the gate, which overrides are held against. Today by default.")
    var on: Day?

    @Option(help: "Keep the result in this folder, and count the attempts of the release.")
    var record: String?

    @Option(help: "Write gate.json, gate.md, gate.html, gate.junit.xml and gate.sarif to this folder.")
    var out: String?

    @Flag(help: "Replace results that are already there.")
    var force = false

    @Option(help: "Also print annotations for a build server: github or azure.")
    var annotations: BuildServer?

    @Option(help: "Language of the texts: nl or en.")
    var language: Language = .nl

    @Option(help: "Folder with templates or phrases that replace the built-in ones, file by file.")
    var templates: String?

    @Option(help: "Threads; the result is the same for any number.")
    var threads: Int = 2

    enum BuildServer: String, ExpressibleByArgument, CaseIterable {
        case github
        case azure
    }

    func validate() throws {
        guard (1...256).contains(threads) else { throw ValidationError("--threads takes a number from 1 to 256.") }
        if let release, !release.contains(where: { !$0.isWhitespace }) { throw ValidationError("--release takes a name, such as 2.4.0.") }
    }

    func run() async throws {
        try await Interruption.cancels { try await work() }
    }

    private func work() async throws {
        // Everything that people may have to mend is read before the slow work.
        let limits = try Thresholds.read(InputFile.read(thresholds, what: "The limits"), source: thresholds)
        let library = try TemplateLibrary(overrides: templates)
        let folder = try out.map { try ReportFolder($0, force: force, names: GateFiles.names) }
        let records = try record.map { try GateRecords(folder: $0) }
        let candidateCore = try CoreFile.any(candidate, demo: false)
        let release = release ?? candidateCore.releaseName(path: candidate)
        let inputs = GateInputs(
            snapshot: try source.snapshot(), thresholds: limits, baseline: try CoreFile.any(baseline, demo: source.demo).gateCore,
            candidate: candidateCore.gateCore, anchor: try AnchorFile.core(limits, thresholds: thresholds),
            overrides: try overrides.map { try OverrideFile.read(InputFile.read($0, what: "The overrides"), source: $0) }, release: release,
            on: on ?? .today(), attempt: records.map { $0.attempts(ofRelease: release) + 1 }, toolVersion: Tool.version, threads: threads)

        Terminal.step("Replaying \(inputs.snapshot.runs.count) lists with each core and judging")
        let report = try await Gate.run(inputs)
        try Task.checkCancellation()
        let files = try GateFiles(report, language: language, library: library, candidatePath: candidate)
        try folder?.write(files.all.map { ($0.name, $0.data) })
        try records?.write(report)
        for line in try GateTerminal.lines(report, language: language, library: library) { Terminal.print(line) }
        for line in try annotationLines(report, library) { Terminal.print(line) }
        if let folder { Terminal.print("\(folder.path)/gate.html") }
        switch report.exitCode {
        case 0: return
        case 2: throw ExitStatus.notSettled
        default: throw ExitStatus.found
        }
    }

    private func annotationLines(_ report: GateReport, _ library: TemplateLibrary) throws -> [String] {
        switch annotations {
        case .github: try GateAnnotations.github(report, language: language, library: library, candidatePath: candidate)
        case .azure: try GateAnnotations.azure(report, language: language, library: library, candidatePath: candidate)
        case nil: []
        }
    }
}

extension CoreFile {
    var gateCore: GateCore {
        switch self {
        case .ranking(let core): .data(core)
        case .program(let core): .program(core)
        }
    }

    /// What a release is called when nobody named it: a program says what it is only once it runs.
    fileprivate func releaseName(path: String) -> String {
        switch self {
        case .ranking(let core): "\(core.name) \(core.algorithmVersion)"
        case .program: URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
        }
    }
}
