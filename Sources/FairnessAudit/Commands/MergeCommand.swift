import ArgumentParser
import Audit

struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Put summaries of several organisations side by side in one file.",
        discussion: """
            The order does not matter, and merging merged files gives the same file. Summaries with other definitions (another period, question, \
            limit or version of the contract) are refused, with the name of what differs.
            """)

    @Argument(help: "Summaries that summarise or merge wrote.")
    var parts: [String]

    @Option(help: "The file with all of them.")
    var out: String

    @Flag(help: "Replace a file that is already there.")
    var force = false

    func run() throws {
        let file = try OutputFile(out, force: force)
        let merged = try SummaryFiles.merged(parts)
        try file.write(merged.json())
        Terminal.print("\(out): \(merged.organisations.count) organisations")
    }
}
