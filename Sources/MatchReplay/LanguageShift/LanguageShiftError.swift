import Metrics

/// Why test languages cannot be compared.
public enum LanguageShiftError: Error, Equatable, CustomStringConvertible {
    case noReference(language: String, tested: [String])
    case referenceTooSmall(language: String, needed: Int)
    case undefined(Undefined)

    public var description: String {
        switch self {
        case .noReference(let language, let tested):
            "Test languages cannot be compared with \"\(language)\": nobody was tested in it. Choose another reference; the snapshot has: \(tested.joined(separator: ", "))."
        case .referenceTooSmall(let language, let needed):
            "Test languages cannot be compared with \"\(language)\": fewer than \(needed) people were tested in it. Choose another reference."
        case .undefined(let undefined):
            "Test languages cannot be compared. \(undefined.reason)"
        }
    }
}
