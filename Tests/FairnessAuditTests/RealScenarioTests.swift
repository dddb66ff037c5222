import Foundation
import TestSupport
import Testing

@testable import Audit

/// Real people and real occupations through the whole walk: the ranking and the group figures were computed elsewhere, with numpy.
@Suite struct RealScenarioTests {
    @Test func listsAndGroupFiguresAreThoseComputedElsewhere() async throws {
        let data = try Repository.shared("data/scenario_bfi_onet").path
        let expected = try ExpectedGroups.read(data + "/expected_groups.csv")
        try await TestDatabase.with { database in
            try await Tool.withFolder { folder in
                try await load(data, into: database, education: "low=1 middle=2 high=3")
                try writeThresholds(to: folder)

                let check = try await Tool.run(["check", "--database", database.url], in: folder)
                #expect(check.status == 0, "\(check.output)\(check.error)")

                let report = try await capturedReport(database, folder, name: "first")
                #expect(report.fidelity.runs == 2236)
                #expect(report.fidelity.exact == 2236)
                #expect(report.inputs.snapshot.participants == 2236)
                #expect((report.fidelity.largestDistanceError ?? 1) < 1e-9)

                // The contract has three levels of education and the data five: the other two take a second pass.
                try await load(data, into: database, education: "low=4 middle=5")
                let second = try await capturedReport(database, folder, name: "second")
                let levels = ["1": (report, "low"), "2": (report, "middle"), "3": (report, "high"), "4": (second, "low"), "5": (second, "middle")]

                for row in expected {
                    switch row.group {
                    case "gender": try row.compare(with: report, attribute: "gender", group: row.value)
                    case "age_band": try row.compare(with: report, attribute: "age_band", group: row.value)
                    default:
                        let (report, level) = try #require(levels[row.value])
                        try row.compare(with: report, attribute: "education_level", group: level)
                    }
                }
                #expect(expected.count == 13)
            }
        }
    }

    private func load(_ data: String, into database: TestDatabase, education: String) async throws {
        try await database.run("DROP SCHEMA IF EXISTS fairness_audit CASCADE")
        let tool = try Tool.path()
        let loaded = try await Tool.shell(
            """
            '\(tool)' check --contract | psql -X -q -v ON_ERROR_STOP=1 -d '\(database.url)' >/dev/null
            scripts/scenario/load.py '\(data)' --education \(education) | psql -X -q -v ON_ERROR_STOP=1 -d '\(database.url)' >/dev/null
            """)
        #expect(loaded.status == 0, "\(loaded.error)")
    }

    /// The limits at the root, with lists read as deep as the figures were computed.
    private func writeThresholds(to folder: URL) throws {
        let root = try Data(contentsOf: Repository.root.appendingPathComponent("thresholds.json"))
        var document = try #require(JSONSerialization.jsonObject(with: root) as? [String: Any])
        var analysis = try #require(document["analysis"] as? [String: Any])
        for (key, value) in [("topK", [1, 10] as Any), ("listDepth", 10), ("chanceReplicates", 0), ("bootstrapReplicates", 100)] {
            var limit = try #require(analysis[key] as? [String: Any])
            limit["value"] = value
            analysis[key] = limit
        }
        document["analysis"] = analysis
        try JSONSerialization.data(withJSONObject: document).write(to: folder.appendingPathComponent("thresholds.json"))
    }

    private func capturedReport(_ database: TestDatabase, _ folder: URL, name: String) async throws -> AuditReport {
        let bands = ["--age-bands", "18,25,35,45,55"]
        let period = ["--from", "2026-01-01", "--to", "2026-12-31"]
        let capture = try await Tool.run(
            ["capture", "--database", database.url, "--out", "\(name).sqlite"] + period + bands, in: folder)
        #expect(capture.status == 0, "\(capture.error)")
        let core = Repository.root.appendingPathComponent("scripts/scenario/core.json").path
        let run = try await Tool.run(
            ["run", "--snapshot", "\(name).sqlite", "--once", "--core", core, "--out", name] + period, in: folder)
        #expect(run.status == 0, "\(run.error)")
        return try AuditReport(json: Data(contentsOf: folder.appendingPathComponent("\(name)/audit.json")))
    }
}

/// One line of expected_groups.csv.
private struct ExpectedGroups {
    let group: String
    let value: String
    let figures: [String: Double]

    static func read(_ path: String) throws -> [ExpectedGroups] {
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline).map { $0.split(separator: ",").map(String.init) }
        let header = lines[0]
        return lines.dropFirst().map { cells in
            ExpectedGroups(
                group: cells[0], value: cells[1],
                figures: Dictionary(uniqueKeysWithValues: zip(header, cells).dropFirst(2).compactMap { name, cell in Double(cell).map { (name, $0) } }))
        }
    }

    /// The report's tables have shares of day activity where the data have shares of job zones 4 and 5: one is the other's complement.
    func compare(with report: AuditReport, attribute: String, group: String) throws {
        // The data name the youngest band in words of their own.
        let distances = try cells(report, "6.1", attribute, group)
        let shares = try cells(report, "6.2", attribute, group)
        let zones = try zones(report, attribute, group)
        let found: [String: Double] = [
            "n": try #require(distances["participants"]),
            "mean_distance_top1": try #require(distances["mean_distance_1"]),
            "mean_distance_top10": try #require(distances["mean_distance_10"]),
            "share_top10_job_zone_4_5": 1 - (try #require(shares["day_activity_top10"])),
            "exposure_share_job_zone_4_5": 1 - (try #require(shares["exposure_day_activity"])),
            "rate_top1_job_zone_4_5": 1 - (try #require(shares["day_activity_top1"])),
            "mean_job_zone_top10": zones,
        ]
        for (name, value) in found {
            let wanted = try #require(figures[name])
            #expect(abs(value - wanted) <= 5e-7 * max(1, abs(wanted)), "\(name) of \(attribute) \(group): \(value), expected \(wanted)")
        }
    }

    private func cells(_ report: AuditReport, _ table: String, _ attribute: String, _ group: String) throws -> [String: Double] {
        let table = try #require(report.tables.first { $0.id == table && $0.attribute == attribute })
        let row = try #require(table.rows.first { $0[0] == .text(group) }, "no row \(group) in table \(table.id) of \(attribute)")
        return Dictionary(
            uniqueKeysWithValues: zip(table.columns, row).compactMap { column, cell in
                if case .number(let number) = cell { (column.key, number) } else { nil }
            })
    }

    /// Mean job zone from the shares of the sectors, which are the zones.
    private func zones(_ report: AuditReport, _ attribute: String, _ group: String) throws -> Double {
        let table = try #require(report.tables.first { $0.id == "6.3" && $0.attribute == attribute })
        let rows = table.rows.filter { $0[0] == .text(group) }
        return try rows.reduce(0) { sum, row in
            guard case .text(let sector) = row[1], case .number(let share) = row[2] else { return sum }
            let zone = try #require(sector.split(separator: " ").last.flatMap { Double($0) })
            return sum + zone * share
        }
    }
}
