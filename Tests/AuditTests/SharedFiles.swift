import Foundation
import Testing

/// The material beside the repository. `FAIRNESS_AUDIT_SHARED` names another place.
enum SharedFiles {
    static func text(_ path: String) throws -> String {
        let named = ProcessInfo.processInfo.environment["FAIRNESS_AUDIT_SHARED"].map { URL(fileURLWithPath: $0, isDirectory: true) }
        let folder = named ?? ProjectFiles.root.deletingLastPathComponent().appendingPathComponent("shared", isDirectory: true)
        return try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }

    /// Lines as an editor counts them, the first at index 0.
    static func lines(_ path: String) throws -> [String] {
        try text(path).components(separatedBy: "\n")
    }
}
