/// Why a demonstration could not be made.
public enum DemonstrationError: Error, Equatable, CustomStringConvertible {
    case noPeriod
    /// The database already has the schema.
    case schemaExists(schema: String, server: String)
    case unknownEffect(name: String, suggestion: String)

    public var description: String {
        switch self {
        case .noPeriod:
            "The demonstration's year could not be made: its first day lies after its last. This is a mistake in the program."
        case .schemaExists(let schema, let server):
            "The demonstration was not loaded: \(server) already has a schema \(schema). Use an empty database, or drop the schema yourself if nobody needs it."
        case .unknownEffect(let name, let suggestion):
            "\"\(name)\" cannot be planted\(suggestion). Use all, none, or a list of: \(PlantedEffect.allCases.map(\.rawValue).joined(separator: ", "))"
        }
    }
}
