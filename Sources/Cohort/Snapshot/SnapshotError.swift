/// What can go wrong with a snapshot file. Messages name the file, what was tried and what to do; never a value from a row.
public enum SnapshotError: Error, Equatable, CustomStringConvertible {
    case exists(path: String)
    case cannotWrite(path: String, cause: String)
    case notFound(path: String)
    case notASnapshot(path: String)
    case newerVersion(path: String, found: Int, known: Int)
    case damaged(path: String, what: String)
    case duplicateKey(relation: String)
    case inconsistent(path: String, what: String)

    public var description: String {
        switch self {
        case .exists(let path):
            "The snapshot was not written: \(path) already exists. Choose another --out, or remove the file first."
        case .cannotWrite(let path, let cause):
            "The snapshot could not be written to \(path): \(cause). Check that the folder exists, may be written to and has room."
        case .notFound(let path):
            "No snapshot at \(path). Make one with: fairness-audit capture --database URL --from DATE --to DATE --out \(path)"
        case .notASnapshot(let path):
            "\(path) is not a snapshot of this tool. Make one with fairness-audit capture."
        case .newerVersion(let path, let found, let known):
            "\(path) has snapshot format \(found); this version of fairness-audit knows formats up to \(known). Use a newer fairness-audit, or capture again with this one."
        case .damaged(let path, let what):
            "\(path) is damaged: \(what). Capture it again; a damaged snapshot is never measured."
        case .duplicateKey(let relation):
            "Relation \(relation) has two rows with one key. The contract asks for one row per key: run fairness-audit check for the count, and mend the view."
        case .inconsistent(let path, let what):
            "\(path) cannot be measured: \(what). Run fairness-audit check against the database, and capture again."
        }
    }
}
