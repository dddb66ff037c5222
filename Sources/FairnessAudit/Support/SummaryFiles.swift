import Audit
import Foundation

/// Summaries of organisations, read and put side by side.
enum SummaryFiles {
    static func merged(_ paths: [String]) throws -> AuditSummary {
        let summaries = try paths.map { try AuditSummary(json: InputFile.read($0, what: "The summary"), source: $0) }
        guard var merged = summaries.first else { throw PoolError.alone }
        for summary in summaries.dropFirst() { merged = try merged.merged(with: summary) }
        return merged
    }
}
