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
        try Capture.run(connection, request(period), to: path, progress: Self.tell)
    }

    /// Into memory, for what must be changed before it is written.
    func read(_ connection: borrowing Connection, period: Period) throws -> Snapshot {
        try Capture.read(connection, request(period), progress: Self.tell)
    }

    private func request(_ period: Period) throws -> CaptureRequest {
        try CaptureRequest(
            from: period.from, to: period.to, ageBands: try bands(), linkKey: try linkKey.map { try LinkKey(contentsOf: $0) },
            timeZone: timeZone, toolVersion: Tool.version)
    }

    private static func tell(_ relation: String?) { Terminal.step(relation.map { "Reading \($0)" } ?? "Finishing the snapshot") }
}
