import ArgumentParser
import Audit

struct ShardMerge: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Put the parts of a population together.",
        discussion: "The order does not matter, and parts can be merged in steps: the same people always give the same bytes.")

    @Argument(help: "Parts that replay or merge wrote.")
    var parts: [String]

    @Option(help: "The part with all of them; - or nothing for standard output.")
    var out: String = "-"

    @Flag(help: "Replace a part that is already there.")
    var force = false

    func run() throws {
        let file = out == "-" ? nil : try OutputFile(out, force: force)
        let parts = try parts.map { (try PartFiles.bytes($0), $0) }
        try PartFiles.write(to: file) { try ReplayPart.merge(parts, $0) }
    }
}
