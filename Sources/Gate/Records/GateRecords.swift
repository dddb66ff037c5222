import Cohort
import Foundation

/// The folder in which every gate leaves its result, so that attempts can be counted and releases told later. Files are added, never changed.
public struct GateRecords: Sendable {
    public let folder: String
    /// In order of day, release and attempt, which is the same for every order of files in the folder.
    public let records: [Record]

    public struct Record: Sendable, Equatable {
        public let report: GateReport
        /// SHA-256 of the file's bytes.
        public let sha256: String
        public let file: String
    }

    public var all: [GateReport] { records.map(\.report) }

    /// Reads every `.json` file of the folder that is not hidden; each must be a gate.json of a version that this program writes.
    /// - Parameter mustExist: whether a folder that is not there is an error, or an empty record that `write` begins.
    public init(folder: String, mustExist: Bool = false) throws(GateRecordError) {
        self.folder = folder
        let files = FileManager.default
        guard mustExist || files.fileExists(atPath: folder) else {
            records = []
            return
        }
        guard let names = try? files.contentsOfDirectory(atPath: folder) else { throw .noFolder(path: folder) }
        var records: [Record] = []
        for name in names.filter({ $0.hasSuffix(".json") && !$0.hasPrefix(".") }).sorted() {
            let record = try Self.record("\(folder)/\(name)")
            if let other = records.first(where: { $0.isSameGate(as: record) }) { throw .sameGate(path: record.file, other: other.file) }
            records.append(record)
        }
        self.records = records.sorted { $0.order < $1.order }
    }

    private static func record(_ path: String) throws(GateRecordError) -> Record {
        guard let data = FileManager.default.contents(atPath: path) else { throw .cannotRead(path: path, problem: "the file cannot be opened") }
        guard let report = try? GateReport(json: data) else { throw .cannotRead(path: path, problem: "it is not a whole gate.json") }
        guard report.schemaVersion == GateReport.currentSchemaVersion else {
            throw .cannotRead(path: path, problem: "its schema version \(report.schemaVersion) is not known to this program")
        }
        guard Day(iso: report.release.on) != nil, let attempt = report.release.attempt, attempt >= 1 else {
            throw .cannotRead(path: path, problem: "it names no day or no attempt, so it was not written by gate --record")
        }
        return Record(report: report, sha256: Fingerprint.sha256(of: data), file: path)
    }

    /// How many gates of this release are on record. Never below the highest attempt, so that a lost file does not make a number come back.
    public func attempts(ofRelease release: String) -> Int {
        let attempts = all.filter { $0.release.name == release }.compactMap(\.release.attempt)
        return max(attempts.count, attempts.max() ?? 0)
    }

    /// Adds a gate: the file appears whole, and no file is ever replaced.
    /// - Returns: the path of the file.
    /// - Throws: `alreadyThere` when another gate took the same attempt meanwhile.
    @discardableResult
    public func write(_ report: GateReport) throws(GateRecordError) -> String {
        guard !report.release.name.isEmpty, let attempt = report.release.attempt else {
            throw .cannotWrite(path: folder, problem: "the gate names no release or no attempt")
        }
        let path = "\(folder)/\(RecordName.file(release: report.release.name, attempt: attempt))"
        let part = "\(folder)/.part-\(UUID().uuidString)"
        let files = FileManager.default
        do {
            try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw .cannotWrite(path: path, problem: "the folder cannot be made")
        }
        defer { try? files.removeItem(atPath: part) }
        guard let data = try? report.json(), files.createFile(atPath: part, contents: data) else {
            throw .cannotWrite(path: path, problem: "the file cannot be made")
        }
        // A rename would replace what is there; a second name for the same file is refused when the name is taken.
        guard link(part, path) == 0 else {
            throw errno == EEXIST ? .alreadyThere(path: path) : .cannotWrite(path: path, problem: String(cString: strerror(errno)))
        }
        return path
    }
}

extension GateRecords.Record {
    fileprivate func isSameGate(as other: Self) -> Bool {
        report.release.name == other.report.release.name && report.release.attempt == other.report.release.attempt
    }

    fileprivate var order: (String, String, Int) { (report.release.on, report.release.name, report.release.attempt ?? 0) }
}
