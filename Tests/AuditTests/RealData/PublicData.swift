import Foundation
import TestSupport

/// A public data set beside the repository: rows of a comma-separated file by column name. A missing file fails with its name.
struct PublicData {
    let rows: [[String: String]]

    init(_ path: String) throws {
        let text = try String(contentsOf: try Repository.shared("data/" + path), encoding: .utf8)
        var lines = text.split(whereSeparator: \.isNewline).map(Self.fields)
        guard !lines.isEmpty else { throw TestSetupError("\(path) is empty") }
        let header = lines.removeFirst()
        rows = lines.map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }

    /// Fields may stand in quotes, inside which commas are text.
    private static func fields(_ line: Substring) -> [String] {
        var fields = [""]
        var quoted = false
        for character in line {
            if character == "\"" { quoted.toggle(); continue }
            if character == ",", !quoted { fields.append(""); continue }
            fields[fields.count - 1].append(character)
        }
        return fields
    }
}

/// One row of reference_figures.csv: what other software computed from the same file.
struct PublicFigure: CustomStringConvertible {
    let dataset: String
    let metric: String
    let group: String
    let value: Double

    var description: String { "\(dataset) | \(metric) | \(group)" }

    static func of(_ prefix: String) throws -> [PublicFigure] {
        try PublicData("reference_figures.csv").rows.compactMap { row in
            guard let dataset = row["dataset"], dataset.hasPrefix(prefix), let value = row["value"].flatMap(Double.init) else { return nil }
            return PublicFigure(dataset: dataset, metric: row["metric"] ?? "", group: row["group"] ?? "", value: value)
        }
    }

    func agrees(_ number: Double, tolerance: Double = 1e-9) -> Bool { abs(number - value) <= tolerance * max(abs(value), 1e-300) || number == value }
}

/// What becomes of a row of figures: the number that the audit gives, or why the row is about something else.
enum PublicAnswer {
    case number(Double)
    case otherDefinition(String)
}

/// Counts of rows by what became of them, printed as one line each.
struct PublicTally {
    private(set) var reproduced = 0
    private(set) var others: [String: Int] = [:]
    private(set) var wrong: [String] = []

    mutating func add(_ figure: PublicFigure, _ answer: PublicAnswer) {
        switch answer {
        case .number(let number) where figure.agrees(number): reproduced += 1
        case .number(let number): wrong.append("\(figure): \(number) instead of \(figure.value)")
        case .otherDefinition(let reason): others[reason, default: 0] += 1
        }
    }

    var count: Int { reproduced + others.values.reduce(0, +) + wrong.count }

    func show(_ name: String) {
        print("AUDIT FIGURES | \(name) | reproduced \(reproduced) of \(count)")
        for (reason, count) in others.sorted(by: { $0.key < $1.key }) { print("AUDIT FIGURES | \(name) | other definition \(count) | \(reason)") }
    }
}
