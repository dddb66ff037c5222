import Foundation

/// The files of this room and of its tests, found from where this file stands.
enum Sources {
    static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let metrics = package.appendingPathComponent("Sources/Metrics")
    static let tests = package.appendingPathComponent("Tests/MetricsTests")

    /// Paths below `folder` of all Swift files, in order.
    static func files(_ folder: URL) throws -> [String] {
        // A folder that is a link is followed: the room can be built from elsewhere.
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.resolvingSymlinksInPath().path)
        return paths.filter { $0.hasSuffix(".swift") }.sorted()
    }

    static func text(_ path: String, in folder: URL) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }
}
