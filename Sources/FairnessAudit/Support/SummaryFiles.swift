import Audit
import Foundation

/// Summaries of organisations, read and put side by side.
enum SummaryFiles {
    static func merged(_ paths: [String]) throws -> AuditSummary {
        let summaries = try paths.map { path in
            let data = try InputFile.read(path, what: "The summary")
            guard !ReplayPart.isOne(data) else { throw ReplayPartError.aboutPersons(source: path) }
            return try AuditSummary(json: data, source: path)
        }
        guard var merged = summaries.first else { throw PoolError.alone }
        for summary in summaries.dropFirst() { merged = try merged.merged(with: summary) }
        return merged
    }
}
