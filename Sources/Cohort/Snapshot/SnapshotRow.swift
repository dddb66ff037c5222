import GRDB

/// A row of the snapshot: a plain value that GRDB reads and writes by its property names, in snake_case.
public protocol SnapshotRow: Codable, FetchableRecord, PersistableRecord {}

extension SnapshotRow {
    public static var databaseColumnEncodingStrategy: DatabaseColumnEncodingStrategy { .convertToSnakeCase }
    public static var databaseColumnDecodingStrategy: DatabaseColumnDecodingStrategy { .convertFromSnakeCase }
}
