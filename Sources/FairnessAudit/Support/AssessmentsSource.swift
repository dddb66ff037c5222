import Audit
import Foundation

/// Where the judgement of people comes from.
enum AssessmentsSource {
    /// - Parameters:
    ///   - path: as given; a file that is not there, or about another report, is an error.
    ///   - example: whether the project's example, beside the limits, stands in when no file is given; for the report that it is about.
    static func file(_ path: String?, of cycle: AuditCycle, example: Bool, beside limits: String) throws -> AssessmentsFile? {
        if let path {
            let file = try AssessmentsFile.read(InputFile.read(path, what: "The assessments"), source: path)
            try file.check(isAbout: cycle)
            return file
        }
        guard example else { return nil }
        let beside = URL(fileURLWithPath: limits).deletingLastPathComponent().appendingPathComponent("assessments.json").path
        guard let data = FileManager.default.contents(atPath: beside) else { return nil }
        let file = try AssessmentsFile.read(data, source: beside)
        return file.isAbout(cycle) ? file : nil
    }
}
