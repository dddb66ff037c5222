import ArgumentParser
import Demonstration
import Foundation
import Intake
import Postgres

struct Demo: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the demonstration municipality: invented people, real shapes, known differences.",
        discussion: "The same seed gives the same municipality. --truth says what was planted and what a right audit must say.")

    @OptionGroup var municipality: DemonstrationOptions

    @Option(help: "Write it as a snapshot.")
    var snapshot: String?

    @Option(help: "Load it into PostgreSQL as tables in schema fairness_audit, which must not exist yet.")
    var database: String?

    @Flag(help: "Print what was planted, and what a right audit must say.")
    var truth = false

    func validate() throws {
        guard snapshot != nil || database != nil || truth else {
            throw ValidationError("Say what to do with it: --snapshot FILE, --database URL or --truth.")
        }
        _ = try municipality.effects()
    }

    func run() throws {
        let municipality = try municipality.municipality()
        if let snapshot {
            try municipality.write(toSnapshot: snapshot)
            Terminal.print("Snapshot of the demonstration municipality: \(snapshot)")
        }
        if let database {
            let connection = try Connection(url: database)
            for warning in connection.warnings { Terminal.warning(warning) }
            try municipality.load(into: connection)
            Terminal.print("The demonstration municipality is in schema \(Contract.defaultSchema).")
        }
        if truth { Terminal.print(municipality.truth.text) }
    }
}

/// Which demonstration municipality.
struct DemonstrationOptions: ParsableArguments {
    @Option(help: "Seed of the demonstration municipality.")
    var seed: UInt64 = 1

    @Option(help: "Differences to plant: all, none, or names separated by commas (\(PlantedEffect.allCases.map(\.rawValue).joined(separator: ", "))).")
    var planted: String = "all"

    func effects() throws -> Set<PlantedEffect> {
        switch planted {
        case "all": return Set(PlantedEffect.allCases)
        case "none": return []
        default:
            return Set(
                try planted.split(separator: ",").map { name in
                    guard let effect = PlantedEffect(rawValue: String(name)) else {
                        throw ValidationError(
                            "--planted knows all, none, \(PlantedEffect.allCases.map(\.rawValue).joined(separator: ", ")); \"\(name)\" is none of these.")
                    }
                    return effect
                })
        }
    }

    func municipality() throws -> DemonstrationMunicipality {
        DemonstrationMunicipality(seed: seed, planted: try effects())
    }
}
