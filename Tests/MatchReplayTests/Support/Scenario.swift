import Cohort
import Foundation
import MatchReplay

/// The shared data of real people and real occupations (its SOURCE.md says where they come from); never part of this repository.
enum Scenario {
    static let dimensions = ["E", "A", "C", "ES", "O"]

    static let folder: String = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let shared = ProcessInfo.processInfo.environment["FAIRNESS_AUDIT_SHARED"] ?? root.path + "/../shared"
        return shared + "/data/scenario_bfi_onet/"
    }()

    /// Rows as dictionaries. The files have no quoted field with a comma in the columns that are used; a short row is an error.
    static func table(_ name: String) throws -> [[String: String]] {
        guard let bytes = FileManager.default.contents(atPath: folder + name) else {
            throw TestProblem("\(name) of scenario_bfi_onet is missing: set FAIRNESS_AUDIT_SHARED to the folder of shared data")
        }
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        guard let header = lines.first else { throw TestProblem("\(name) is empty") }
        return try lines.dropFirst().map { fields in
            // Titles of occupations hold commas inside quotes: they stand before the numbers, so those are counted from the end.
            guard fields.count >= header.count else { throw TestProblem("\(name) has a short row") }
            let tail = 6
            var row = Dictionary(uniqueKeysWithValues: zip(header.suffix(min(tail, header.count)), fields.suffix(min(tail, header.count))))
            row[header[0]] = fields[0]
            if fields.count == header.count { row.merge(zip(header, fields), uniquingKeysWith: { first, _ in first }) }
            return row
        }
    }

    static func number(_ row: [String: String], _ column: String) throws -> Double {
        guard let number = row[column].flatMap(Double.init) else { throw TestProblem("\(column) is no number") }
        return number
    }

    /// Run n of the snapshot is row n of `people`; `recorded` are its lists.
    static func municipality(
        people: String, workplaces: String, recorded: (Int) -> [(place: String, distance: Double?)] = { _ in [] }
    ) throws -> TinyMunicipality {
        var municipality = TinyMunicipality(scales: [:], places: [], runs: [])
        municipality.scales = Dictionary(uniqueKeysWithValues: dimensions.map { ($0, "personality") })
        municipality.places = try table(workplaces).map { row in
            TinyMunicipality.Place(
                id: row["workplace_id"] ?? "", targets: Dictionary(uniqueKeysWithValues: try dimensions.map { ($0, try number(row, $0)) }))
        }
        municipality.runs = try table(people).enumerated().map { index, row in
            TinyMunicipality.Run(
                person: UInt64(index), scores: Dictionary(uniqueKeysWithValues: try dimensions.map { ($0, try number(row, $0)) }), recorded: recorded(index))
        }
        return municipality
    }
}
