import Foundation

/// Public data sets outside the package, in the folder `shared` beside it (or FAIRNESS_AUDIT_SHARED). A missing file is an error:
/// these tests never skip.
enum SharedData {
    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    /// Rows of a comma-separated file by column name. Quoted fields are not needed by the sets used here.
    static func rows(_ path: String) throws -> [[String: String]] {
        let lines = try text(path).split(whereSeparator: \.isNewline)
        guard let header = lines.first?.split(separator: ",", omittingEmptySubsequences: false).map(String.init) else {
            throw Missing(description: "\(path) is empty")
        }
        return lines.dropFirst().map { line in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return Dictionary(uniqueKeysWithValues: zip(header, fields))
        }
    }

    /// Value of one figure of reference_figures.csv, which other software computed from the same data.
    static func figure(_ dataset: String, _ metric: String, _ group: String = "") throws -> Double {
        let prefixes = ["\(dataset),\(metric),\(group),", "\"\(dataset)\",\(metric),\(group),"]
        for line in try text("data/reference_figures.csv").split(whereSeparator: \.isNewline) {
            for prefix in prefixes where line.hasPrefix(prefix) {
                let value = line.dropFirst(prefix.count).prefix { $0 != "," }
                if let number = Double(value) { return number }
            }
        }
        throw Missing(description: "no figure \(dataset) \(metric) \(group)")
    }

    private static func text(_ path: String) throws -> String {
        let root = ProcessInfo.processInfo.environment["FAIRNESS_AUDIT_SHARED"].map { URL(fileURLWithPath: $0) }
            ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared")
        let file = root.appendingPathComponent(path)
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            throw Missing(description: "cannot read \(file.path): put the shared data beside the package or set FAIRNESS_AUDIT_SHARED")
        }
        return text
    }
}
