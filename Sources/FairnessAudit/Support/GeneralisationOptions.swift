import ArgumentParser
import Cohort
import Intake
import Postgres

/// How coarse a snapshot is, and whether it can be linked to others.
struct GeneralisationOptions: ParsableArguments {
    @Option(help: "Lower bounds of the age bands after the first.")
    var ageBands: String = "27,45,55"

    @Option(help: "File with a secret of at least 32 bytes, to link snapshots over time. Without it the key is forgotten.")
    var linkKey: String?

    @Option(help: "Time zone in which a moment becomes a day.")
    var timeZone: String = "Europe/Amsterdam"

    func bands() throws -> AgeBands {
        let bounds = ageBands.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
        guard !bounds.contains(nil), let bands = AgeBands(bounds: bounds.compactMap { $0 }) else {
            throw ValidationError("--age-bands takes rising whole ages, such as 27,45,55.")
        }
        return bands
    }
}

extension GeneralisationOptions {
    @discardableResult
    func capture(_ connection: borrowing Connection, period: Period, to path: String) throws -> SnapshotManifest {
        let request = try CaptureRequest(
            from: period.from, to: period.to, ageBands: try bands(), linkKey: try linkKey.map { try LinkKey(contentsOf: $0) },
            timeZone: timeZone, toolVersion: Tool.version)
        return try Capture.run(connection, request, to: path) { relation in
            Terminal.step(relation.map { "Reading \($0)" } ?? "Finishing the snapshot")
        }
    }
}
