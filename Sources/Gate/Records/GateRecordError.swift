/// Why the record of earlier gates could not be read or added to. Nothing is ever replaced in it.
public enum GateRecordError: Error, Equatable, CustomStringConvertible {
    case noFolder(path: String)
    case cannotRead(path: String, problem: String)
    /// Two files hold the same attempt of the same release.
    case sameGate(path: String, other: String)
    case alreadyThere(path: String)
    case cannotWrite(path: String, problem: String)

    public var description: String {
        switch self {
        case .noFolder(let path):
            "The record of gates could not be read: \(path) is not a folder that can be read. Name the folder that gate --record wrote to."
        case .cannotRead(let path, let problem):
            "The record of gates could not be read: \(path): \(problem). Put the file back as it was written, or take it out of the folder."
        case .sameGate(let path, let other):
            "The record of gates could not be read: \(path) and \(other) hold the same attempt of the same release. Keep one of them."
        case .alreadyThere(let path):
            "The gate was not recorded: \(path) is there already, so another gate of this release finished meanwhile. Run the gate again."
        case .cannotWrite(let path, let problem):
            "The gate was not recorded: \(path) could not be written: \(problem). Check that the folder may be written to, or choose another --record."
        }
    }
}
