import ArgumentParser
import Cohort
import Intake

struct CaptureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "capture", abstract: "Pseudonymise a period of production data into one snapshot file.",
        discussion: """
            The file holds no name, no key and no birth year, but it is pseudonymous, not anonymous: keep it where personal data may be kept.
            """)

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var dates: PeriodOptions
    @OptionGroup var generalisation: GeneralisationOptions

    @Option(help: "Where to write the snapshot. An existing file is not replaced.")
    var out: String

    func run() throws {
        let period = try dates.period()
        let manifest = try generalisation.capture(DatabaseOptions.connect(database.url), period: period, to: out)
        Terminal.print("Snapshot \(out): \(period.from.iso) to \(period.to.iso)")
        for (name, relation) in manifest.relations.sorted(by: { $0.key < $1.key }) where relation.offered {
            Terminal.print("  \(name): \(relation.rowCount) rows")
        }
        for (column, count) in manifest.unrecognised.sorted(by: { $0.key < $1.key }) {
            Terminal.warning("\(column): \(count) values outside the contract's codes became unknown.")
        }
        Terminal.print("  k over \(SnapshotAnonymity.quasiIdentifiers.joined(separator: ", ")): \(manifest.achievedK)")
    }
}
