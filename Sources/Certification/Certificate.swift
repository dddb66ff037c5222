import Foundation
import Metrics

/// What was measured, as tables.
struct Certificate {
    var power: [PowerMatrix.Row] = []
    var pilots: [(effect: String, standardSize: Double, pilot: Pilot)] = []
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
            && own.allSatisfy { own in own.result.falseDiscoveryProportion <= 0.10 && own.result.found.allSatisfy { $0.found * 100 >= 80 * own.result.runs } }
            && null.allSatisfy { $0.result.primary <= Self.limit($0.result.runs) } && scan.allSatisfy { $0.result.scan * 10 <= $0.result.runs }
            && histories.allSatisfy { $0.result.alarmed <= Self.limit($0.result.systemYears) }
            && incidents.allSatisfy { $0.promised != nil && $0.byNext * 100 >= 80 * $0.runs }
    }

    var markdown: String { [powerTable, ownTable, nullTable, incidentTable].filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n" }

    /// `certification.md` for people and `power.csv` for the curves.
    func write(to folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let head = "# Certification on the demonstration\n\nMade by `make certify`; seeds 1 to N, fixed before the first run. See docs/certification.md for how to read it.\n\n"
        try Data((head + markdown).utf8).write(to: URL(fileURLWithPath: folder + "/tables.md"), options: .atomic)
        try Data(csv.utf8).write(to: URL(fileURLWithPath: folder + "/power.csv"), options: .atomic)
    }

    private var powerTable: String {
        guard !power.isEmpty else { return "" }
        var lines = [
            "## Each effect by itself", "", "| effect | indicator | attribute | group | size | printed power | found | of | holds |",
            "|---|---|---|---|---:|---:|---:|---:|---|",
        ]
        for row in power {
            lines.append(
                "| \(row.effect) | \(row.indicator) | \(row.attribute) | \(row.group) | \(Self.decimal(row.size, 3)) | \(row.printedPower.map { Self.decimal($0, 2) } ?? "-") | \(row.found) | \(row.runs) | \(row.holds ? "yes" : "**no**") |")
        }
        return lines.joined(separator: "\n")
    }

    private var ownTable: String {
        guard !own.isEmpty else { return "" }
        var lines = ["## The demonstration's own sizes, all at once", "", "| system | effect | size | printed power | found | of |", "|---|---|---:|---:|---:|---:|"]
        for (system, result) in own {
            for (effect, found) in result.found {
                let pilot = pilots.first { $0.effect == effect }
                lines.append(
                    "| \(system) | \(effect) | \(pilot.map { Self.decimal($0.standardSize, 2) } ?? "-") | \(pilot.map { Self.decimal($0.pilot.point(at: $0.standardSize).power, 3) } ?? "-") | \(found) | \(result.runs) |")
            }
            lines.append("| \(system) | *mean false-discovery proportion of the scan* | | | \(Self.decimal(result.falseDiscoveryProportion, 4)) | |")
        }
        return lines.joined(separator: "\n")
    }

    private var nullTable: String {
        guard !null.isEmpty || !scan.isEmpty || !histories.isEmpty else { return "" }
        var lines = ["## Where nothing is", "", "| system | what | alarms | of | limit |", "|---|---|---:|---:|---:|"]
        for (system, result) in null {
            lines.append("| \(system) | labels dealt anew: runs with a primary disparity | \(result.primary) | \(result.runs) | \(Self.limit(result.runs)) |")
        }
        for (system, result) in scan {
            lines.append("| \(system) | labels dealt anew: runs with a disparity of the scan (= mean false-discovery proportion) | \(result.scan) | \(result.runs) | \(result.runs / 10) |")
        }
        for (system, result) in histories {
            lines.append("| \(system) | twelve quarters without plants: system-years with a primary disparity | \(result.alarmed) | \(result.systemYears) | \(Self.limit(result.systemYears)) |")
        }
        return lines.joined(separator: "\n")
    }

    private var incidentTable: String {
        guard !incidents.isEmpty else { return "" }
        var lines = [
            "## Twelve quarters", "", "| effect | first quarter | promised (printed power 80 %) | found by then | found one quarter later | of | per quarter: printed power / found |",
            "|---|---|---|---:|---:|---:|---|",
        ]
        for incident in incidents {
            let steps = incident.quarters.map { "\($0.quarter) \(Self.decimal($0.power, 2))/\($0.found)" }.joined(separator: ", ")
            lines.append(
                "| \(incident.effect) | \(incident.from) | \(incident.promised ?? "never") | \(incident.byPromised) | \(incident.byNext) | \(incident.runs) | \(steps) |")
        }
        return lines.joined(separator: "\n")
    }

    private var csv: String {
        var lines = ["kind,effect,size,power,found,runs"]
        for row in power { lines.append("observed,\(row.effect),\(row.size),\(row.printedPower.map { "\($0)" } ?? ""),\(row.found),\(row.runs)") }
        for (effect, _, pilot) in pilots { for point in pilot.points { lines.append("printed,\(effect),\(point.size),\(point.power),,") } }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func decimal(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }
}
