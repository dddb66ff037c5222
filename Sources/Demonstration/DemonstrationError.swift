/// Why a demonstration could not be made.
public enum DemonstrationError: Error, Equatable, CustomStringConvertible {
    /// Quarters outside those of the demonstration.
    case noSuchQuarters
    /// The database already has the schema.
    case schemaExists(schema: String, server: String)
    case unknownEffect(name: String, suggestion: String)
    case plantedTwice(name: String)
    case otherSystem(effect: PlantedEffect, system: DemonstrationSystem)
    case badSize(String, part: String)
    case sizeOutside(effect: PlantedEffect)
    case badQuarter(String, part: String)
    /// Nothing to write: the period lies outside the quarters that were made.
    case periodOutside(period: String, quarters: String)

    public var description: String {
        switch self {
        case .noSuchQuarters:
            "The demonstration was not made: it has the quarters \(Quarter.all.lowerBound) to \(Quarter.all.upperBound). Choose from those."
        case .schemaExists(let schema, let server):
            "The demonstration was not loaded: \(server) already has a schema \(schema). Use an empty database, or drop the schema yourself if nobody needs it."
        case .unknownEffect(let name, let suggestion):
            "\"\(name)\" cannot be planted\(suggestion). Use all, none, or a list of: \(PlantedEffect.allCases.map(\.rawValue).joined(separator: ", "))"
        case .plantedTwice(let name):
            "\(name) stands twice among what is planted. Name it once."
        case .otherSystem(let effect, let system):
            "\(effect.rawValue) cannot be planted in \(system.name): it is about \(effect.systems.map(\.name).sorted().joined(separator: ", ")). Choose that system, or leave it out."
        case .badSize(let text, let part):
            "\"\(text)\" in \"\(part)\" is not a size. Write a number, such as test_mode_shift=8."
        case .sizeOutside(let effect):
            "The size of \(effect.rawValue) goes from \(effect.sizes.lowerBound) to \(effect.sizes.upperBound) (\(effect.standard.unit.rawValue)). Choose one in between."
        case .badQuarter(let text, let part):
            "\"\(text)\" in \"\(part)\" is not a quarter of the demonstration. Write one from \(Quarter.all.lowerBound) to \(Quarter.all.upperBound), such as test_mode_shift@2025-Q3."
        case .periodOutside(let period, let quarters):
            "The snapshot of \(period) was not written: the demonstration was made for \(quarters). Choose a period inside it."
        }
    }
}
