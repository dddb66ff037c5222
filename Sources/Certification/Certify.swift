import ArgumentParser
import Demonstration
import Foundation

/// Measures on invented towns, in which everything that is planted is known, whether the audit finds what it prints that it can find, and
/// keeps silent where nothing is.
@main
struct Certify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certify",
        abstract: "Check printed power, false alarms and twelve quarters on the demonstration, and write the tables.",
        discussion: "Seeds are 1 to N; the pilot that finds the sizes uses others. Exits 1 when a line of the certificate does not hold.")

    @Option(help: "Folder with thresholds.json and thresholds-hallowerk.json.")
    var root = "."

    @Option(help: "Runs per effect and size.")
    var seeds = 200

    @Option(help: "Runs of the demonstration at its own sizes.")
    var own = 100

    @Option(help: "Runs with labels dealt anew, per system, of the primary questions.")
    var null = 1000

    @Option(help: "Runs with labels dealt anew, per system, of the whole scan but M8.")
    var scan = 200

    @Option(help: "Histories of twelve quarters without plants, per system.")
    var histories = 200

    @Option(help: "Histories of twelve quarters per planted effect.")
    var incidents = 20

    @Option(help: "Only these effects, with commas between; all other parts are left out.")
    var only: String?

    @Option(help: "Parts to run, with commas between: power, own, null, scan, histories, incidents.")
    var parts = "power,own,null,scan,histories,incidents"

    @Option(help: "Threads.")
    var threads = 2

    @Option(help: "Folder of the tables.")
    var out = "docs/certification"

    func run() throws {
        let systems = try DemonstrationSystem.allCases.map { try CertifiedSystem($0, root: root) }
        let chosen = try effects()
        let wanted = Set(parts.split(separator: ",").map(String.init))
        var certificate = Certificate()
        for certified in systems {
            let trials = try chosen.filter { $0.systems.contains(certified.system) && $0 != .trueLanguageDifference }
                .map { try EffectTrial(certified, $0) }.filter(\.isCertifiedHere)
            if wanted.contains("power") {
                for trial in trials {
                    if trial.expected.indicator == "M24" {
                        certificate.power += try PowerMatrix.fidelityRows(trial, seeds: min(seeds, 20), threads: threads)
                    } else {
                        let (rows, pilot) = try PowerMatrix.rows(trial, seeds: seeds, threads: threads, progress: Self.progress)
                        certificate.power += rows
                        certificate.pilots.append((trial.effect.rawValue, pilot))
                    }
                    try certificate.write(to: out)
                }
            }
            if wanted.contains("incidents") {
                for trial in trials {
                    Self.progress("\(trial.effect.rawValue): twelve quarters")
                    certificate.incidents.append(try Histories.incident(trial, seeds: incidents, threads: threads))
                    try certificate.write(to: out)
                }
            }
            guard only == nil else { continue }
            let name = certified.system.name
            if wanted.contains("own") {
                Self.progress("\(name): the demonstration's own sizes")
                certificate.own.append((name, try OwnSizes.run(certified, seeds: own, indicators: certified.scannedIndicators, threads: threads)))
            }
            if wanted.contains("null") {
                Self.progress("\(name): labels dealt anew")
                certificate.null.append((name, try NullRuns.run(certified, seeds: null, indicators: certified.primaryIndicators, threads: threads)))
                try certificate.write(to: out)
            }
            if wanted.contains("scan") {
                Self.progress("\(name): the scan, labels dealt anew")
                certificate.scan.append((name, try NullRuns.run(certified, seeds: scan, indicators: certified.scannedIndicators, threads: threads)))
            }
            if wanted.contains("histories") {
                Self.progress("\(name): histories without plants")
                certificate.histories.append((name, try Histories.null(certified, seeds: histories, threads: threads)))
            }
            try certificate.write(to: out)
        }
        for table in certificate.tables { print(table.text + "\n") }
        if !certificate.holds { throw ExitCode(1) }
    }

    private func effects() throws -> [PlantedEffect] {
        guard let only else { return PlantedEffect.allCases }
        return try only.split(separator: ",").map { name in
            guard let effect = PlantedEffect(rawValue: String(name)) else { throw CertificationError.unknownEffect(String(name)) }
            return effect
        }
    }

    private static func progress(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }
}
