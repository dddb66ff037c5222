import ArgumentParser
import Audit
import Cohort
import Foundation

struct ShardDivide: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "divide",
        abstract: "Make the first pass over a snapshot, and write its people as shards.",
        discussion: """
            Writes survey.json (all that the replay of one person has to know of everybody else) and shard-001.sqlite and so on: snapshots of some \
            of the people, without choices, placements and feedback, because no list depends on them. Give run the same core, limits, system and cycle.
            """)

    @Option(name: .customLong("snapshot"), help: "The snapshot file of the whole population.")
    var file: String

    @OptionGroup var when: CycleOptions
    @OptionGroup var subject: AuditSubject

    @Option(help: "How many shards. Memory of a replay grows with the people of one shard: some 10,000 each are a good start.")
    var shards: Int

    @Option(help: "Folder of the shards.")
    var out: String

    @Option(help: "Threads that read and write; the shards are the same for any number.")
    var threads: Int = 2

    @Flag(help: "Replace shards that are already there.")
    var force = false

    func validate() throws {
        guard (1...9999).contains(shards) else { throw ValidationError("--shards takes a number from 1 to 9999.") }
        guard (1...256).contains(threads) else { throw ValidationError("--threads takes a number from 1 to 256.") }
    }

    func run() throws {
        let audit = try subject.read(when: when)
        Terminal.step("Reading \(file)")
        let whole = try CapturedSnapshot.read(file, leavingOut: AuditSubject.notSurveyed, threads: threads)
        Terminal.step("Making the first pass")
        let survey = ReplaySurvey(audit.inputs(whole), coreFile: audit.coreFile)
        try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
        // The first pass goes last: a folder without it is not whole, and replay says so.
        let file = try OutputFile("\(out)/survey.json", force: force)
        try removeEarlierShards()
        let (source, folder, shards, force) = (self.file, out, shards, force)
        // Each thread has a connection of its own, and writes the first, second, ... of every so many shards.
        let writers = min(threads, shards)
        _ = try parallelMap(count: writers, threads: writers) { writer in
            let people = try SnapshotShards(source, count: shards)
            for index in stride(from: writer, to: shards, by: writers) {
                Terminal.step("Writing shard \(index + 1) of \(shards)")
                try people.write(index, to: String(format: "%@/shard-%03d.sqlite", folder, index + 1), overwrite: force)
            }
        }
        let json = try survey.json()
        try file.write { try $0.write(contentsOf: json) }
        Terminal.print("\(out): \(shards) shards of \(survey.snapshot.participants) participants, \(survey.snapshot.matchRuns) lists")
    }

    /// A division into more shards leaves files that a smaller one would not replace, and an engine takes every shard in the folder. The earlier
    /// first pass goes as well, so that it never stands beside shards that it is not about.
    private func removeEarlierShards() throws {
        let files = FileManager.default
        let earlier = try files.contentsOfDirectory(atPath: out).filter {
            $0 == "survey.json" || $0.hasPrefix("shard-") && $0.hasSuffix(".sqlite")
        }
        guard force || earlier.isEmpty else { throw FileError.fileExists(path: "\(out)/\(earlier.sorted()[0])") }
        for name in earlier { try files.removeItem(atPath: "\(out)/\(name)") }
    }
}
