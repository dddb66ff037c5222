import Foundation

/// A file that people gave or asked for and that cannot be read or written.
enum FileError: Error, CustomStringConvertible {
    case cannotRead(path: String, what: String)
    case cannotWrite(path: String, cause: String)
    case exists(path: String)
    case fileExists(path: String)

    var description: String {
        switch self {
        case .cannotRead(let path, let what): "\(what) could not be read from \(path). Check that the file exists and may be read, or name another one."
        case .cannotWrite(let path, let cause): "Nothing was written to \(path): \(cause). Check that the folder may be written to, or choose another --out."
        case .exists(let path): "Nothing was written: \(path) already holds a report. Choose another --out, or use --force to replace it."
        case .fileExists(let path): "Nothing was written: \(path) already exists. Choose another --out, or use --force to replace it."
        }
    }
}

enum InputFile {
    static func read(_ path: String, what: String) throws -> Data {
        guard let data = FileManager.default.contents(atPath: path) else { throw FileError.cannotRead(path: path, what: what) }
        return data
    }
}
