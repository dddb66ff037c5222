import ArgumentParser
import Cohort
import MatchReplay

struct CoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "core", abstract: "Work on a ranking core by itself, without people.", subcommands: [CoreCheck.self])
}

struct CoreCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Run a core through what every core must do, and what it claims.",
        discussion: """
            The core is asked for lists on made-up markets, with made-up scores. Exit 1 when it does something that no core may do, \
            or not what it claims. A core is a core.json, or a core file that names a program speaking the replay protocol.
            """)

    @Argument(help: "The core file.")
    var core: String

    @Option(help: "Made-up markets per check.")
    var cases: Int = Conformance.defaultCases

    @Option(help: "Write the result as JSON to this file.")
    var out: String?

    @Flag(help: "Replace a file that is already there.")
    var force = false

    func validate() throws {
        guard (1...10_000).contains(cases) else { throw ValidationError("--cases takes a number from 1 to 10000.") }
    }

    func run() async throws {
        try await Interruption.cancels { try await work() }
    }

    private func work() async throws {
        let output = try out.map { try OutputFile($0, force: force) }
        // The one message for a file that cannot be read; what is in it is for the check to say.
        _ = try InputFile.read(core, what: "The ranking core")
        Terminal.step("Asking \(core) for lists on made-up markets")
        let report = try await Conformance.check(coreFile: core, cases: cases)
        try Task.checkCancellation()
        print(report)
        try output?.write(json: report)
        if !report.isConformant { throw ExitStatus.found }
    }

    private func print(_ report: ConformanceReport) {
        Terminal.print("Core \(report.core) \(report.version)")
        Terminal.print("")
        var table = TextTable([("check", .left), ("result", .left), ("what was tried", .left)])
        for check in report.checks { table.add(check.name, Self.word(check.outcome), check.tried) }
        table.print()
        for check in report.checks {
            if case .notApplicable(let reason) = check.outcome { Terminal.print("\n\(check.name) was not tried: \(reason)") }
        }
        for check in report.failures {
            if case .failed(let problem, let example) = check.outcome { Terminal.print("\n\(check.name): \(problem)\nSmallest case found: \(example)") }
        }
        Terminal.print("")
        Terminal.print(
            report.isConformant
                ? "Nothing was found that a core may not do. That is \(cases) made-up markets per check, not every one."
                : "\(report.failures.count) of \(report.checks.count) checks failed.")
    }

    private static func word(_ outcome: ConformanceReport.Outcome) -> String {
        switch outcome {
        case .passed: "passed"
        case .failed: "FAILED"
        case .notApplicable: "not applicable"
        }
    }
}
