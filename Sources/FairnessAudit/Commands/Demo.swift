import ArgumentParser
import Demonstration
import Foundation
import Intake
import Reporting

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

    @Option(help: "Language of --truth: nl or en.")
    var language: Language = .nl

    func validate() throws {
        guard snapshot != nil || database != nil || truth else {
            throw ValidationError("Say what to do with it: --snapshot FILE, --database URL or --truth.")
        }
    }

    func run() throws {
        let municipality = try municipality.municipality()
        if let snapshot {
            try municipality.write(toSnapshot: snapshot, toolVersion: Tool.version)
            Terminal.print("Snapshot of the demonstration municipality: \(snapshot)")
        }
        if let database {
            let connection = try DatabaseOptions.connect(database)
            try municipality.load(into: connection)
            Terminal.print("The demonstration municipality is in schema \(Contract.defaultSchema).")
        }
        if truth { Terminal.print(municipality.truth.text(language == .nl ? .nl : .en)) }
    }
}

/// Which demonstration municipality.
struct DemonstrationOptions: ParsableArguments {
    @Option(help: "Seed of the demonstration municipality.")
    var seed: UInt64 = 1

    @Option(help: "Differences to plant: all, none, or names separated by commas (\(PlantedEffect.allCases.map(\.rawValue).joined(separator: ", "))). all leaves out true_language_difference, which would add to test_language_shift.")
    var planted: String = "all"

    func validate() throws { _ = try effects() }

    func effects() throws -> Set<PlantedEffect> {
        do { return try PlantedEffect.parse(planted) } catch { throw ValidationError("\(error)") }
    }

    func municipality() throws -> DemonstrationMunicipality {
        try DemonstrationMunicipality(seed: seed, planted: try effects())
    }
}
