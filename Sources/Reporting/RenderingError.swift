/// Why a report could not be rendered. Nothing is half-rendered: a name without a value is an error, never an empty place.
public enum RenderingError: Error, Equatable, CustomStringConvertible {
    case unreadableFile(String)
    case notUTF8(String)
    case unknownOverride(String, known: [String])
    case template(file: String, tag: String, problem: String)
    case unresolvedName(files: [String], tag: String)
    case phrasebook(file: String, problem: String)
    case missingPhrases(language: String, keys: [String])
    case encoding(String)

    public var description: String {
        switch self {
        case .unreadableFile(let file):
            "Could not read the template file \(file). Check that it exists and may be read."
        case .notUTF8(let file):
            "The template file \(file) is not UTF-8. Save it as UTF-8 and try again."
        case .unknownOverride(let file, let known):
            "The template folder holds \(file), which replaces nothing. Known files: \(known.joined(separator: ", ")). Rename it or take it away."
        case .template(let file, let tag, let problem):
            "The template \(file) was refused at \(tag): \(problem)."
        case .unresolvedName(let files, let tag):
            "The tag \(tag) in \(files.joined(separator: ", ")) has no value where it stands. Use it where the page offers it, or take it out."
        case .phrasebook(let file, let problem):
            "The phrasebook \(file) could not be used: \(problem)."
        case .missingPhrases(let language, let keys):
            "The phrasebook \(language).json lacks \(keys.joined(separator: ", ")). Add the phrase, with the same {names} as in the other language."
        case .encoding(let problem):
            "The report could not be written as JSON: \(problem)."
        }
    }
}
