import Foundation

/// Files at the root of the package, found from this file.
enum ProjectFile {
    static func path(_ path: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent(path).path
    }
}
