import Foundation
import Metrics

/// What was measured, as tables.
struct Certificate {
    var power: [PowerMatrix.Row] = []
    var pilots: [(effect: String, pilot: Pilot)] = []
    var own: [(system: String, result: OwnSizes)] = []
    var null: [(system: String, result: NullRuns)] = []
    var scan: [(system: String, result: NullRuns)] = []
    var histories: [(system: String, result: Histories.Null)] = []
    var incidents: [Histories.Incident] = []

    /// Most alarms that 5 % allows with probability 97.5 %.
    static func limit(_ runs: Int) -> Int {
        (0...runs).first { Binomial.cdf($0, n: runs, p: 0.05) >= 0.975 } ?? runs
    }

    var holds: Bool {
        power.allSatisfy(\.holds)
            && pilots.allSatisfy { $0.pilot.own.power >= 0.9 }
            && own.allSatisfy { own in
                own.result.falseDiscoveryProportion <= 0.10
                    && own.result.found.allSatisfy { $0.found * 100 >= 80 * own.result.runs }
            }
            && null.allSatisfy { $0.result.primary <= Self.limit($0.result.runs) }
            && scan.allSatisfy { $0.result.scan * 10 <= $0.result.runs }
            && histories.allSatisfy { $0.result.alarmed <= Self.limit($0.result.systemYears) }
            && incidents.allSatisfy { $0.promised != nil && $0.byNext * 100 >= 80 * $0.runs }
    }

    /// One file per part, so that a part that is run again replaces its own table alone.
    var tables: [(file: String, text: String)] {
        [
            ("power", powerTable), ("own", ownTable),
            (
                "null",
                alarmTable(
                    "Labels dealt anew: runs with a primary disparity",
                    null.map { ($0.system, $0.result.primary, $0.result.runs, Self.limit($0.result.runs)) })
            ),
            (
                "scan",
                alarmTable(
                    "Labels dealt anew: runs with a disparity of the scan, which is the mean false-discovery proportion",
                    scan.map { ($0.system, $0.result.scan, $0.result.runs, $0.result.runs / 10) })
            ),
            ("scan-by-indicator", scanByIndicator),
            (
                "histories",
                alarmTable(
                    "Twelve quarters without plants: system-years with a primary disparity",
                    histories.map {
                        ($0.system, $0.result.alarmed, $0.result.systemYears, Self.limit($0.result.systemYears))
                    })
            ),
            ("incidents", incidentTable),
        ].filter { !$0.text.isEmpty }
    }

    /// A Markdown file per part, and `power.csv` for the curves.
    func write(to folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for table in tables {
            let text =
                "# " + table.text + "\n\nMade by `make certify`; how to read it: docs/certification.md.\n"
            try Data(text.utf8).write(
                to: URL(fileURLWithPath: folder + "/\(table.file).md"), options: .atomic)
        }
        if !power.isEmpty {
            try Data(csv.utf8).write(to: URL(fileURLWithPath: folder + "/power.csv"), options: .atomic)
        }
    }

    private var powerTable: String {
        guard !power.isEmpty else { return "" }
        var lines = [
            "Each effect by itself", "",
            "| effect | indicator | attribute | group | size | printed power | found | of | holds |",
            "|---|---|---|---|---:|---:|---:|---:|---|",
        ]
        for row in power {
            // A bar would end the cell.
            let group = row.group.replacing("|", with: "and"), printed = row.printedPower.map { Self.decimal($0, 2) } ?? "-"
            lines.append(
                "| \(row.effect) | \(row.indicator) | \(row.attribute) | \(group) | \(Self.decimal(row.size, 3)) | \(printed) | \(row.found) | \(row.runs) | \(row.holds ? "yes" : "**no**") |"
            )
        }
        lines += [
            "", "Printed power of the demonstration's own size:", "", "| effect | size | printed power |",
            "|---|---:|---:|",
        ]
        lines += pilots.map { "| \($0.effect) | \(Self.decimal($0.pilot.own.size, 2)) | \(Self.decimal($0.pilot.own.power, 3)) |" }
        return lines.joined(separator: "\n")
    }

    private var ownTable: String {
        guard !own.isEmpty else { return "" }
        var lines = [
            "The demonstration's own sizes, all at once", "", "| system | effect | found | of |",
            "|---|---|---:|---:|",
        ]
        for (system, result) in own {
            lines += result.found.map { "| \(system) | \($0.effect) | \($0.found) | \(result.runs) |" }
            lines.append(
                "| \(system) | *mean false-discovery proportion of the scan: \(Self.decimal(result.falseDiscoveryProportion, 4))* | | \(result.runs) |"
            )
        }
        return lines.joined(separator: "\n")
    }

    private var scanByIndicator: String {
        let lines = scan.flatMap { scan in
            scan.result.scanByIndicator.map { "| \(scan.system) | \($0.indicator) | \($0.runs) | \(scan.result.runs) |" }
        }
        guard !lines.isEmpty else { return "" }
        let head = [
            "Labels dealt anew: runs with a disparity of the scan, by indicator", "", "| system | indicator | runs | of |", "|---|---|---:|---:|",
        ]
        return (head + lines).joined(separator: "\n")
    }

    private func alarmTable(
        _ title: String, _ rows: [(system: String, alarms: Int, of: Int, limit: Int)]
    ) -> String {
        guard !rows.isEmpty else { return "" }
        return
            ([title, "", "| system | alarms | of | limit |", "|---|---:|---:|---:|"]
            + rows.map { "| \($0.system) | \($0.alarms) | \($0.of) | \($0.limit) |" }).joined(
                separator: "\n")
    }

    private var incidentTable: String {
        guard !incidents.isEmpty else { return "" }
        var lines = [
            "Twelve quarters", "",
            "| effect | first quarter | promised | printed power 80 % in | found by then | found one quarter later | of | per quarter: printed power / found |",
            "|---|---|---|---|---:|---:|---:|---|",
        ]
        for incident in incidents {
            let steps = incident.quarters.map { "\($0.quarter) \($0.power.map { Self.decimal($0, 2) } ?? "-")/\($0.found)" }
                .joined(separator: ", ")
            lines.append(
                "| \(incident.effect) | \(incident.from) | \(incident.promised ?? "-") | \(incident.printed ?? "never") | \(incident.byPromised) | \(incident.byNext) | \(incident.runs) | \(steps) |"
            )
        }
        return lines.joined(separator: "\n")
    }

    private var csv: String {
        var lines = ["kind,effect,size,power,found,runs"]
        for row in power {
            lines.append(
                "observed,\(row.effect),\(row.size),\(row.printedPower.map { "\($0)" } ?? ""),\(row.found),\(row.runs)"
            )
        }
        for (effect, pilot) in pilots {
            for point in pilot.points { lines.append("printed,\(effect),\(point.size),\(point.power),,") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func decimal(_ value: Double, _ digits: Int) -> String {
        String(format: "%.\(digits)f", value)
    }
}
