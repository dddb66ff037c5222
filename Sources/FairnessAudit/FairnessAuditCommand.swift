import ArgumentParser

@main
struct FairnessAuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fairness-audit",
        abstract: "Assess who gets which advice, and what came of it: the control cycle for matching people to work.",
        discussion: """
            Reads match results and outcomes from PostgreSQL, pseudonymises them into a snapshot, replays the ranking core, measures \
            differences between groups with their uncertainty, and writes a report. It says which difference was shown, which was \
            shown to be small, and which could not be settled.

            Exit codes: 0 done (for run: the report is written, whatever it says), 1 a difference that --fail-on asks about was \
            found or the gate blocks a release, 2 the gate could not settle it, 3 could not run, 4 stopped to protect people, 64 the \
            command line is wrong, 130 stopped by Ctrl-C.
            """,
        version: Tool.version,
        subcommands: [
            Check.self, CaptureCommand.self, Demo.self, Run.self, ReportCommand.self, RegisterCommand.self, Summarise.self, MergeCommand.self, PoolCommand.self, ShardCommand.self, Indicators.self, ReplayCommand.self, WhatIf.self, Explain.self, CoreCommand.self, GateCommand.self,
        ])

    /// Every error ends here: ArgumentParser alone would give each of them exit code 1, which is kept for verdicts.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
        } catch let status as ExitStatus {
            Self.exit(withError: ExitCode(status.rawValue))
        } catch {
            if let status = ExitStatus(of: error) {
                Terminal.error(error is CancellationError ? Interruption.stopped : String(describing: error))
                Self.exit(withError: ExitCode(status.rawValue))
            }
            // Usage errors, --help and --version: ArgumentParser knows what to print and that usage is 64.
            Self.exit(withError: error)
        }
    }
}

enum Tool {
    static let version = "0.1.0"
}
