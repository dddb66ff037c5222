import Cohort
import Demonstration
import Foundation
import MatchReplay

/// The core that a command was given: data, or another program.
enum CoreFile {
    case ranking(RankingCore)
    case program(ProgramCore)

    /// - Parameter path: `nil` = core.json, or the demonstration's own.
    static func any(_ path: String?, demo: Bool, system: DemonstrationSystem = .ikZoek) throws -> CoreFile {
        if path == nil, demo { return .ranking(try DemonstrationCore.core(of: system)) }
        let path = path ?? "core.json"
        let data = try InputFile.read(path, what: "The ranking core")
        if ProgramCore.describesProgram(try JSONValue(parsing: data, source: path)) {
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            return .program(try ProgramCore.read(data, source: path, folder: folder))
        }
        return .ranking(try RankingCore.read(data, source: path))
    }

    /// For commands that need to see inside the core.
    static func ranking(_ path: String?, demo: Bool, system: DemonstrationSystem = .ikZoek) throws -> RankingCore {
        switch try any(path, demo: demo, system: system) {
        case .ranking(let core): return core
        case .program: throw CoreFileError.needsData(path: path ?? "core.json")
        }
    }
}

enum CoreFileError: Error, CustomStringConvertible {
    case needsData(path: String)

    var description: String {
        switch self {
        case .needsData(let path):
            "The core \(path) is a program, and this command has to see inside the core. Describe it as a core.json (docs/core.md), or use replay or core check."
        }
    }
}
