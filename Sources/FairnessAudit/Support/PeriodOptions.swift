import ArgumentParser
import Cohort

extension Day: ExpressibleByArgument {
    public init?(argument: String) { self.init(iso: argument) }
    public var defaultValueDescription: String { iso }
}

/// `--from` and `--to`: whole days, both included.
struct PeriodOptions: ParsableArguments {
    @Option(help: "First day, such as 2026-01-01.")
    var from: Day

    @Option(help: "Last day, itself included.")
    var to: Day

    func validate() throws { _ = try period() }

    func period() throws -> Period {
        guard let period = Period(from: from, to: to) else {
            throw ValidationError("--from \(from.iso) lies after --to \(to.iso); exchange them.")
        }
        return period
    }
}
