import Cohort
import Postgres

/// Reads a period from a database into one snapshot file.
public enum Capture {
    /// One transaction sees one state of the database and cannot write. Rows are generalised one by one as they arrive; what is
    /// remembered grows with people, runs and places. On any error no file is left, and nothing that was at `path` is lost.
    /// - Parameter progress: is told the relation that is read next, or nil when the file is being finished.
    /// - Returns: the manifest of the finished file.
    /// - Throws: ``IntakeError``, `PostgresError` or `SnapshotError`.
    @discardableResult
    public static func run(
        _ connection: borrowing Connection, _ request: CaptureRequest, to path: String, overwrite: Bool = false,
        progress: (String?) -> Void = { _ in }
    ) throws -> SnapshotManifest {
        // The file is begun first: a folder that cannot be written is known before the database has worked.
        try SnapshotWriter.write(to: path, overwrite: overwrite) { writer in try fill(writer, connection, request, progress) }
    }

    /// The same into memory, for what must be changed before it is written: the captured people reach no disk.
    public static func read(
        _ connection: borrowing Connection, _ request: CaptureRequest, progress: (String?) -> Void = { _ in }
    ) throws -> Snapshot {
        try SnapshotWriter.inMemory { writer in try fill(writer, connection, request, progress) }
    }

    private static func fill(
        _ writer: SnapshotWriter, _ connection: borrowing Connection, _ request: CaptureRequest, _ progress: (String?) -> Void
    ) throws -> SnapshotManifest {
        try checkTimeZone(request.timeZone, connection)
        return try connection.readOnlySession(SessionOptions(timeZone: request.timeZone)) { connection in
            let catalogue = try Catalogue(connection, schema: request.schema)
            try checkOffer(catalogue)
            let pseudonymiser = request.linkKey.map(Pseudonymiser.init(linkKey:)) ?? .fresh()
            var walk = CaptureWalk(
                source: CaptureSource(catalogue: catalogue, period: request.period, timeZone: request.timeZone),
                intake: SnapshotIntake(writer: writer, pseudonymiser: pseudonymiser, period: request.period, ageBands: request.ageBands))
            try walk.readAll(connection, progress: progress)
            progress(nil)
            return try walk.intake.finish(
                toolVersion: request.toolVersion, timeZone: request.timeZone, relations: manifestRelations(catalogue))
        }
    }

    /// The server does the reckoning, so it must know the zone.
    private static func checkTimeZone(_ name: String, _ connection: borrowing Connection) throws {
        let known = try connection.query("SELECT 1 FROM pg_timezone_names WHERE name = \(name)", purpose: "looking up the time zone")
        guard known.count == 1 else { throw IntakeError.unknownTimeZone }
    }

    /// Data minimisation before a row is read: more than the contract stops the capture, and so does less than it needs.
    private static func checkOffer(_ catalogue: Catalogue) throws {
        guard catalogue.outsideContract.isEmpty else { throw IntakeError.outsideContract(names: catalogue.outsideContract) }
        guard catalogue.missingRequired.isEmpty else { throw IntakeError.missingRequired(names: catalogue.missingRequired) }
        if let relation = catalogue.unreadable.first {
            throw PostgresError.permissionDenied(during: "reading \(relation)", reason: "no right to SELECT from \(catalogue.schema).\(relation)")
        }
    }

    private static func manifestRelations(_ catalogue: Catalogue) -> [String: SnapshotManifest.Relation] {
        var relations: [String: SnapshotManifest.Relation] = [:]
        for relation in Contract.relations {
            relations[relation.name] = SnapshotManifest.Relation(
                offered: catalogue.offers(relation), missingColumns: catalogue.missingOptionalColumns(of: relation).map(\.name))
        }
        return relations
    }
}
