import Foundation

/// One row of reference_figures.csv: a figure that other software computed from a public data set.
struct ReferenceFigure: Sendable, CustomStringConvertible {
    let dataset: String
    let metric: String
    let group: String
    /// As written in the file: a number with up to 12 significant digits, or a list of whole numbers.
    let value: String
    let software: String

    var description: String { "\(dataset) | \(metric) | \(group)" }

    static func all() throws -> [ReferenceFigure] {
        try SharedData.rows("data/reference_figures.csv").map { row in
            func column(_ name: String) throws -> String {
                guard let value = row[name] else { throw SharedData.Missing(description: "reference_figures.csv has no column \(name)") }
                return value
            }
            return try ReferenceFigure(
                dataset: column("dataset"), metric: column("metric"), group: column("group"), value: column("value"),
                software: column("software"))
        }
    }

    /// True when `number` agrees with the figure to the digits given: half a unit of the last of 12 significant digits, and the
    /// rounding of both computations on top.
    func agrees(with number: Double) -> Bool {
        guard let expected = Double(value) else { return false }
        if expected == number { return true }
        if value.allSatisfy({ $0.isNumber || $0 == "-" }) && value.count < 12 { return abs(number - expected) < 1e-9 }
        let unit = Foundation.pow(10, Foundation.floor(Foundation.log10(abs(expected))) - 11)
        return abs(number - expected) <= 0.51 * unit + 1e-12 * abs(expected)
    }
}
