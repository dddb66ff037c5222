import Audit
import Cohort
import Foundation

/// Where a report, or the result of a gate, is written: prepared before the slow work, filled beside its destination, and put in place when it is whole.
struct ReportFolder {
    let path: String
    private let force: Bool

    static let fileNames = ["report.html", "report.md", "audit.json"]

    /// Fails early: a report that cannot be written should not be made first.
    /// - Parameter names: of the files that it will hold.
    init(_ path: String, force: Bool, names: [String] = fileNames) throws {
        self.path = path
        self.force = force
        let files = FileManager.default
        if !force, names.contains(where: { files.fileExists(atPath: path + "/" + $0) }) { throw FileError.exists(path: path) }
        // The folder is made when there is something to put in it: a run that is refused leaves none behind.
        var nearest = URL(fileURLWithPath: path).standardizedFileURL
        while !files.fileExists(atPath: nearest.path), nearest.path != "/" { nearest.deleteLastPathComponent() }
        var isFolder: ObjCBool = false
        guard files.fileExists(atPath: nearest.path, isDirectory: &isFolder), isFolder.boolValue else {
            throw FileError.cannotWrite(path: path, cause: "the folder cannot be made")
        }
        guard files.isWritableFile(atPath: nearest.path) else { throw FileError.cannotWrite(path: path, cause: "the folder may not be written to") }
    }

    /// Each file is whole or not there; all are written before the first is put in place.
    func write(_ contents: [(name: String, content: Data)]) throws {
        let files = FileManager.default
        do {
            try files.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw FileError.cannotWrite(path: path, cause: "the folder cannot be made")
        }
        let suffix = ".part-\(ProcessInfo.processInfo.processIdentifier)"
        defer { for (name, _) in contents { try? files.removeItem(atPath: "\(path)/\(name)\(suffix)") } }
        for (name, content) in contents where !files.createFile(atPath: "\(path)/\(name)\(suffix)", contents: content) {
            throw FileError.cannotWrite(path: path, cause: "\(name) cannot be made")
        }
        for (name, _) in contents where rename("\(path)/\(name)\(suffix)", "\(path)/\(name)") != 0 {
            throw FileError.cannotWrite(path: path, cause: String(cString: strerror(errno)))
        }
    }

    /// Reports of earlier quarters of the same system, from the folders beside this one.
    func earlierReports(of system: AuditReport.System, before cycle: AuditCycle) throws -> [EarlierReport] {
        guard AuditCycle(quarter: cycle.name) != nil else { return [] }
        let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        // The names of quarters sort by time.
        return try names.filter { AuditCycle(quarter: $0) != nil && $0 < cycle.name }.sorted().compactMap { name in
            let file = "\(parent)/\(name)/audit.json"
            guard let data = FileManager.default.contents(atPath: file) else { return nil }
            guard let report = try? AuditReport(json: data) else { throw FileError.cannotRead(path: file, what: "An earlier report") }
            return report.system == system ? EarlierReport(report: report, sha256: Fingerprint.sha256(of: data)) : nil
        }
    }
}
