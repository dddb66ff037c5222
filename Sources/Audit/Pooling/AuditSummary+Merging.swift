import Foundation

/// Why summaries cannot be put together, or a file is none.
public enum SummaryError: Error, Equatable, CustomStringConvertible {
    case notASummary(source: String)
    case version(source: String, found: Int)
    /// The definitions do not have the digest that the file says.
    case changed(source: String)
    /// A figure that no summary of this tool can hold.
    case impossible(source: String, String)
    case definitions(first: String, second: String, differences: [String])
    /// Two different summaries of one organisation about one period.
    case twice(organisation: String)
    case encoding

    public var description: String {
        switch self {
        case .notASummary(let source):
            "\(source) was read and is no summary of this tool. Name a file that summarise or merge wrote."
        case .version(let source, let found):
            "\(source) has schema version \(found), and this program knows \(AuditSummary.currentSchemaVersion). Use the program that wrote it, or make the summary again."
        case .changed(let source):
            "The definitions in \(source) were changed after it was written: their digest is another. Make the summary again with summarise."
        case .impossible(let source, let what):
            "\(source) was changed after it was written, or made by another program: \(what). Make the summary again with summarise."
        case .definitions(let first, let second, let differences):
            """
            \(first) and \(second) cannot be put together: their definitions differ in \(differences.prefix(5).joined(separator: ", "))\
            \(differences.count > 5 ? " and \(differences.count - 5) more" : ""). Agree on one thresholds file, system file and period, and make the summaries again.
            """
        case .twice(let organisation):
            "\(organisation) has two different summaries of the same period. Keep one."
        case .encoding:
            "The summary could not be written as JSON. This is a defect of the tool; please report it, without data."
        }
    }
}

extension AuditSummary {
    /// Both side by side. The order of merging does not matter, and a contribution that is in both counts once.
    public func merged(with other: AuditSummary) throws(SummaryError) -> AuditSummary {
        let differences: [String]
        do { differences = try definitions.differences(from: other.definitions) } catch { throw .encoding }
        guard differences.isEmpty else { throw .definitions(first: names, second: other.names, differences: differences) }
        var byName = Dictionary(uniqueKeysWithValues: organisations.map { ($0.organisation, $0) })
        for contribution in other.organisations {
            if let own = byName.updateValue(contribution, forKey: contribution.organisation), own != contribution {
                throw .twice(organisation: contribution.organisation)
            }
        }
        let union = definitions.union(other.definitions)
        do {
            return AuditSummary(
                schemaVersion: schemaVersion, definitions: union, definitionsDigest: try union.digest(),
                organisations: byName.sorted { $0.key < $1.key }.map(\.value))
        } catch { throw .encoding }
    }

    private var names: String { organisations.map(\.organisation).joined(separator: " and ") }

    /// Keys sorted, so that equal summaries are equal bytes.
    public func json() throws(SummaryError) -> Data {
        do { return try canonicalJSON() } catch { throw .encoding }
    }

    /// - Parameter source: the file's name, for messages.
    public init(json: Data, source: String) throws(SummaryError) {
        struct Version: Decodable { var schemaVersion: Int }
        guard let version = try? JSONDecoder().decode(Version.self, from: json) else { throw .notASummary(source: source) }
        guard version.schemaVersion == Self.currentSchemaVersion else { throw .version(source: source, found: version.schemaVersion) }
        guard let summary = try? JSONDecoder().decode(AuditSummary.self, from: json) else { throw .notASummary(source: source) }
        guard (try? summary.definitions.digest()) == summary.definitionsDigest else { throw .changed(source: source) }
        if let problem = summary.problem { throw .impossible(source: source, problem) }
        self = summary
    }
}
