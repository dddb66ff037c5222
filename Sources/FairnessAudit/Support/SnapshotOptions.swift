import ArgumentParser
import Cohort
import Demonstration
import Foundation

/// The people and places that lists are made from: a snapshot file, or the demonstration.
struct SnapshotOptions: ParsableArguments {
    @Option(name: .customLong("snapshot"), help: "A snapshot file made by capture or demo.")
    var file: String?

    @Flag(help: "The demonstration municipality; no snapshot needed.")
    var demo = false

    @OptionGroup var municipality: DemonstrationOptions

    func validate() throws {
        guard (file != nil) != demo else { throw ValidationError("Say what to work on: one of --snapshot FILE and --demo.") }
    }

    func snapshot() throws -> Snapshot {
        if let file {
            Terminal.step("Reading \(file)")
            return try Snapshot.read(from: file)
        }
        Terminal.step("Making the demonstration municipality")
        let path = NSTemporaryDirectory() + "/fairness-audit-\(UUID().uuidString).sqlite"
        defer { try? FileManager.default.removeItem(atPath: path) }
        // Lists are looked into one by one here: the last year of them is enough unless another is asked for.
        try municipality.municipality(quarters: Quarter.year(Quarter.all.upperBound.year)).write(toSnapshot: path, toolVersion: Tool.version)
        return try Snapshot.read(from: path)
    }
}
