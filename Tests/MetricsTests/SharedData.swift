import Foundation

/// Public data sets outside the package, in the folder `shared` beside it (or FAIRNESS_AUDIT_SHARED). A missing file is an error:
/// these tests never skip.
enum SharedData {
    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    /// Rows of a comma-separated file by column name.
    static func rows(_ path: String) throws -> [[String: String]] {
        var records = records(try text(path))
        guard !records.isEmpty else { throw Missing(description: "\(path) is empty") }
        let header = records.removeFirst()
        return records.map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }

    /// Value of one figure of reference_figures.csv, which other software computed from the same data.
    static func figure(_ dataset: String, _ metric: String, _ group: String = "") throws -> Double {
        let figure = try ReferenceFigure.all().first { $0.dataset == dataset && $0.metric == metric && $0.group == group }
        guard let number = figure.flatMap({ Double($0.value) }) else {
            throw Missing(description: "no figure \(dataset) \(metric) \(group)")
        }
        return number
    }

    /// Fields may stand in quotes, inside which commas are text and a doubled quote is one.
    private static func records(_ text: String) -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var field: [UInt8] = []
        var quoted = false
        var previousWasQuote = false
        func close(_ field: inout [UInt8]) -> String {
            defer { field = [] }
            return String(decoding: field, as: UTF8.self)
        }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""):
                if previousWasQuote, !quoted { field.append(byte) }
                quoted.toggle()
                previousWasQuote = !previousWasQuote || !quoted
                continue
            case UInt8(ascii: ",") where !quoted:
                record.append(close(&field))
            case UInt8(ascii: "\n") where !quoted:
                record.append(close(&field))
                records.append(record)
                record = []
            case UInt8(ascii: "\r") where !quoted:
                break
            default:
                field.append(byte)
            }
            previousWasQuote = false
        }
        if !field.isEmpty || !record.isEmpty {
            record.append(close(&field))
            records.append(record)
        }
        return records
    }

    static func text(_ path: String) throws -> String {
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
