import ArgumentParser
import Audit
import Cohort
import Foundation

struct ShardReplay: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Make the lists of one shard, and what measures need of its people's scores.",
        discussion: "Without a file the shard is read from standard input; without --out the part goes to standard output, so that an engine can pipe shards through.")

    @Argument(help: "The shard, as divide wrote it; - or nothing for standard input.")
    var shard: String = "-"

    @Option(help: "The first pass, as divide wrote it: survey.json.")
    var survey: String

    @Option(help: "The part; - or nothing for standard output.")
    var out: String = "-"

    @Flag(help: "Replace a part that is already there.")
    var force = false

    @Option(help: "Threads; the part is the same for any number.")
    var threads: Int = 1

    func validate() throws {
        guard (1...256).contains(threads) else { throw ValidationError("--threads takes a number from 1 to 256.") }
    }

    func run() throws {
        let file = out == "-" ? nil : try OutputFile(out, force: force)
        let survey = try ReplaySurvey.read(InputFile.read(survey, what: "The first pass"), source: survey)
        let part = try survey.part(of: try snapshot(), threads: threads)
        try PartFiles.write(to: file) { try part.write($0) }
    }

    private func snapshot() throws -> Snapshot {
        guard shard == "-" else { return try CapturedSnapshot.read(shard) }
        let path = NSTemporaryDirectory() + "/fairness-audit-\(UUID().uuidString).sqlite"
        defer { try? FileManager.default.removeItem(atPath: path) }
        // SQLite needs a file. Only its owner may read it, and it is gone when the shard is read.
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw FileError.cannotWrite(path: path, cause: "it cannot be made") }
        while let piece = try FileHandle.standardInput.read(upToCount: 1 << 20), !piece.isEmpty { try handle.write(contentsOf: piece) }
        try handle.close()
        do {
            return try CapturedSnapshot.read(path)
        } catch is SnapshotError {
            throw ReplayPartError.notAShard(source: "What came from standard input")
        }
    }
}
