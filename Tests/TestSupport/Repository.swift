import Foundation

/// Where the tests find things on disk.
public enum Repository {
    /// The folder of Package.swift.
    public static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The material beside the repository: the contract, the real data set. `FAIRNESS_AUDIT_SHARED` names another place.
    /// - Throws: when it is not there: a test that needs it must fail, not pass over it.
    public static func shared(_ path: String) throws -> URL {
        let named = ProcessInfo.processInfo.environment["FAIRNESS_AUDIT_SHARED"].map { URL(fileURLWithPath: $0, isDirectory: true) }
        let folder = named ?? root.deletingLastPathComponent().appendingPathComponent("shared", isDirectory: true)
        let url = folder.appendingPathComponent(path)
        guard FileManager.default.fileExists(atPath: url.path) else {
            throw TestSetupError(
                "\(path) is not in \(folder.path). Put the shared material beside the repository, or set FAIRNESS_AUDIT_SHARED to its folder.")
        }
        return url
    }
}

/// Why a test could not even begin.
public struct TestSetupError: Error, CustomStringConvertible {
    public let description: String

    public init(_ description: String) {
        self.description = description
    }
}
