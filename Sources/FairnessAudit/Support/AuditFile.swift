import Audit
import Foundation

/// A report that was made before, as its audit.json.
enum AuditFile {
    static func read(_ path: String) throws -> AuditReport {
        let data = try InputFile.read(path, what: "The report")
        let report: AuditReport
        do { report = try AuditReport(json: data) } catch { throw AuditFileError.notAReport(path: path) }
        guard report.schemaVersion == AuditReport.currentSchemaVersion else {
            throw AuditFileError.version(path: path, found: report.schemaVersion, known: AuditReport.currentSchemaVersion)
        }
        return report
    }
}

enum AuditFileError: Error, CustomStringConvertible {
    case notAReport(path: String)
    case version(path: String, found: Int, known: Int)
    case disclosedForInside(path: String, edition: Edition)

    var description: String {
        switch self {
        case .notAReport(let path): "\(path) was read and is not an audit.json of this tool. Name the audit.json that run wrote."
        case .version(let path, let found, let known):
            "\(path) has schema version \(found), and this program knows \(known). Use the program that wrote it, or make the report again with run."
        case .disclosedForInside(let path, let edition):
            """
            \(path) was made for inside the organisation and cannot be shown as the \(edition.rawValue) edition: its small numbers were judged \
            by the rules for inside. Make one with run --edition \(edition.rawValue).
            """
        }
    }
}
