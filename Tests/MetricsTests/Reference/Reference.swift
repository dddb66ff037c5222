import Foundation

/// Tables of reference values. Each `table` is one file of this folder, written by a script of scripts/reference.
enum Reference {
    /// Rows of numbers separated by spaces; anything that is not a number stops the test run at once.
    static func table(_ text: String) -> [[Double]] {
        text.split(separator: "\n").map { line in
            line.split(separator: " ").map { field in
                guard let value = Double(field) else { preconditionFailure("not a number in a reference table: \(field)") }
                return value
            }
        }
    }

    /// Rows grouped by their first column, in order.
    static func cases(_ rows: [[Double]]) -> [[[Double]]] {
        Dictionary(grouping: rows) { $0[0] }.sorted { $0.key < $1.key }.map(\.value)
    }

    /// |value - expected| relative to the larger of |expected| and `floor`.
    static func error(_ value: Double, _ expected: Double, floor: Double = 0) -> Double {
        if value == expected { return 0 }
        let scale = max(abs(expected), floor)
        return scale == 0 ? .infinity : abs(value - expected) / scale
    }
}
