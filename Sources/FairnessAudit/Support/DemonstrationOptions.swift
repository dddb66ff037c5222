import ArgumentParser
import Cohort
import Demonstration

/// Which demonstration municipality.
struct DemonstrationOptions: ParsableArguments {
    @Option(help: "Seed of the demonstration municipality.")
    var seed: UInt64 = 1

    @Option(help: """
        Differences to plant: all, none, or names separated by commas (\(PlantedEffect.allCases.map(\.rawValue).joined(separator: ", "))), \
        each with a size and a first quarter if they are to differ from the usual: test_mode_shift=5@2025-Q3. all leaves out \
        true_language_difference, which would add to test_language_shift, and unlogged_change, after which no list can be made again.
        """)
    var planted: String = "all"

    @Option(help: "Only this year of the demonstration, \(Quarter.all.lowerBound.year) to \(Quarter.all.upperBound.year). Without it the twelve quarters from \(Quarter.all.lowerBound) to \(Quarter.all.upperBound).")
    var year: Int?

    func validate() throws {
        // Which system it is, the command knows; here only what no system has is refused.
        if !DemonstrationSystem.allCases.contains(where: { (try? Planting.parse(planted, system: $0)) != nil }) { _ = try planting(.ikZoek) }
        if let year, !(Quarter.all.lowerBound.year...Quarter.all.upperBound.year).contains(year) {
            throw ValidationError("--year takes a year from \(Quarter.all.lowerBound.year) to \(Quarter.all.upperBound.year).")
        }
    }

    func planting(_ system: DemonstrationSystem) throws -> Planting {
        do { return try Planting.parse(planted, system: system) } catch { throw ValidationError("\(error)") }
    }

    /// - Parameter quarters: without `--year`.
    func municipality(
        _ system: DemonstrationSystem = .ikZoek, quarters: ClosedRange<Quarter> = Quarter.all
    ) throws -> DemonstrationMunicipality {
        try DemonstrationMunicipality(
            seed: seed, system: system, planted: try planting(system), quarters: year.map { Quarter.year($0) } ?? quarters)
    }

    /// As it was known on the last day of a period: a report about an earlier quarter must not know what came after it.
    func municipality(_ system: DemonstrationSystem = .ikZoek, knownUntil last: Day) throws -> DemonstrationMunicipality {
        let wanted = year.map { Quarter.year($0) } ?? Quarter.all
        let quarters = Quarter.all.quarters.filter { wanted.contains($0) && $0.last <= last }
        guard let first = quarters.first, let end = quarters.last else { return try municipality(system) }
        return try DemonstrationMunicipality(seed: seed, system: system, planted: try planting(system), quarters: first...end)
    }
}
