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

    @Option(help: "The system that the municipality works with: \(DemonstrationSystem.allCases.map(\.rawValue).joined(separator: " or ")).")
    var system: DemonstrationSystem = .ikZoek

    @Option(help: "Write it as a snapshot.")
    var snapshot: String?

    @Option(help: "Load it into PostgreSQL as tables in schema fairness_audit, which must not exist yet.")
    var database: String?

    @Option(defaultAsFlag: .text, help: "Print what was planted, and what a right audit must say; --truth json for programs.")
    var truth: TruthForm?

    @Option(help: "Language of --truth: nl or en.")
    var language: Language = .nl

    enum TruthForm: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    func validate() throws {
        guard snapshot != nil || database != nil || truth != nil else {
            throw ValidationError("Say what to do with it: --snapshot FILE, --database URL or --truth.")
        }
        _ = try municipality.planting(system)
    }

    func run() throws {
        let told = Truth(seed: municipality.seed, system: system, planted: try municipality.planting(system))
        if let snapshot {
            try municipality.municipality(system).write(toSnapshot: snapshot, toolVersion: Tool.version)
            Terminal.print("Snapshot of the demonstration municipality: \(snapshot)")
        }
        if let database {
            let connection = try DatabaseOptions.connect(database)
            try municipality.municipality(system).load(into: connection)
            Terminal.print("The demonstration municipality is in schema \(Contract.defaultSchema).")
        }
        switch truth {
        case .text: Terminal.print(told.text(language == .nl ? .nl : .en))
        case .json: Terminal.print(String(decoding: try told.json(), as: UTF8.self))
        case nil: break
        }
    }
}

extension DemonstrationSystem: ExpressibleByArgument {}
