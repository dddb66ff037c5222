import ArgumentParser
import Cohort
import MatchReplay

struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Make the recorded lists again: how many come out the same, why the others do not, what ties decide, how stable lists are.",
        discussion: """
            --core takes a core.json, or a core file that names a program. A program is asked for the lists; what rests on the distances \
            of each place (reasons, ties, stability, margins) needs a core.json.
            """)

    @OptionGroup var laboratory: LaboratoryOptions

    @Option(help: "Group people by: \(Attribute.allCases.map(\.rawValue).joined(separator: ", ")).")
    var attribute: Attribute = .testLanguage

    @Option(help: "How many places count as shown first.")
    var depth: Int = 5

    @Flag(help: "Draw everybody's list again under the standard errors of measurement (M8), and say how small a shift changes it.")
    var stability = false

    @Option(help: "Draws per participant, for --stability.")
    var draws: Int = 1000

    @Option(help: "Seed of the draws.")
    var drawSeed: UInt64 = 1

    func validate() throws {
        guard (1...100).contains(depth) else { throw ValidationError("--depth takes a number of places from 1 to 100.") }
        guard (100...1_000_000).contains(draws) else { throw ValidationError("--draws takes a number from 100 to 1000000.") }
    }

    func run() async throws {
        try await Interruption.cancels { try await work() }
    }

    private func work() async throws {
        let output = try laboratory.output()
        let core = try CoreFile.any(laboratory.core, demo: laboratory.demo)
        let snapshot = try laboratory.snapshot()
        let report: ReplayReport
        switch core {
        case .program(let program):
            guard !stability else { throw ValidationError("--stability needs a core.json: a program gives lists, not the distances behind them.") }
            Terminal.step("Asking the program for \(snapshot.runs.count) lists")
            let replayed = try await program.recordedLengthLists(of: snapshot).lists
            report = ReplayReport(
                snapshot: snapshot, core: ["sha256": .init(program.sha256), "command": .array(program.command.map { .init($0) })],
                fidelity: .measure(snapshot: snapshot, replayed: replayed))
        case .ranking(let core):
            report = try examine(ReplayInput(snapshot: snapshot, core: core))
        }
        try Task.checkCancellation()
        report.print()
        try output?.write(json: report.json)
    }

    private func examine(_ input: ReplayInput) throws -> ReplayReport {
        let (snapshot, core, threads) = (input.snapshot, input.core, laboratory.threads)
        Terminal.step("Replaying \(snapshot.runs.count) lists")
        let replayed = try Replay(snapshot: snapshot, core: core).recordedLengthLists(threads: threads)
        var report = ReplayReport(
            snapshot: snapshot, core: ResultJSON.core(core), fidelity: .measure(snapshot: snapshot, replayed: replayed))
        try Task.checkCancellation()
        report.reasons = try FidelityReasons.find(snapshot: snapshot, core: core, replayed: replayed, threads: threads)
        try Task.checkCancellation()
        Terminal.step("Looking at ties")
        let people = PeopleAndLabels(snapshot, attribute: attribute)
        report.ties = try TieAuditOfLists.measure(
            snapshot: snapshot, core: core, runs: people.latestRuns, depth: depth, threads: threads)
        guard stability else { return report }
        try Task.checkCancellation()
        Terminal.step("Drawing \(draws) lists for each of \(people.latestRuns.count) people")
        let drawn = try ListStability.measure(
            snapshot: snapshot, core: core, settings: .init(depth: depth, draws: draws, seed: drawSeed), threads: threads)
        report.stability = StabilityReport(drawn, snapshot: snapshot, labels: people.labels)
        try Task.checkCancellation()
        Terminal.step("Solving for the smallest shifts")
        report.margins = MarginReport(
            Result { () throws(BoundaryError) in
                try BoundaryMargins.measure(snapshot: snapshot, core: core, direction: .anyScale, depth: depth, threads: threads)
            }, labels: people.labels)
        return report
    }
}
