import Audit
import Cohort
import Foundation

/// `overrides.json`: kept under version control beside the core, so that who let what pass can be read back.
public struct OverrideFile: Sendable {
    public let overrides: [Override]
    /// SHA-256 of the file's bytes.
    public let sha256: String

    /// Decodes strictly: an unknown, missing or duplicate key, or an override that could not mean what it says, is an error with its path.
    /// - Parameter source: the file's name, for messages.
    public static func read(_ data: Data, source: String) throws(JSONError) -> OverrideFile {
        var root = try JSONObject(try JSONValue(parsing: data, source: source), source: source)
        root.ignore("$schema")
        guard try root.integer("version", in: 1...99) == 1 else {
            throw root.error("version", "only version 1 is known; use a newer fairness-audit for a newer file")
        }
        var overrides: [Override] = []
        for var entry in try root.objects("overrides") {
            let override = try self.override(&entry)
            guard !overrides.contains(where: { $0.id == override.id }) else {
                throw entry.error("id", "\"\(override.id)\" stands twice; give each override an id of its own")
            }
            overrides.append(override)
        }
        try root.close()
        return OverrideFile(overrides: overrides, sha256: Fingerprint.sha256(of: data))
    }

    private static func override(_ entry: inout JSONObject) throws(JSONError) -> Override {
        let override = Override(
            id: try words(&entry, "id"), approver: try words(&entry, "approver"), role: try words(&entry, "role"),
            reason: try words(&entry, "reason"), approvedOn: try day(&entry, "approvedOn"), expires: try day(&entry, "expires"),
            candidate: try digest(&entry, "candidate"), findings: try findings(&entry))
        try entry.close()
        guard override.approvedOn <= override.expires else {
            throw entry.error("expires", "lies before approvedOn, so the override would never be in force; correct one of the two")
        }
        guard override.expires - override.approvedOn <= Override.longestDays else {
            throw entry.error(
                "expires", "lies more than \(Override.longestDays) days after approvedOn; choose an earlier day and decide again then")
        }
        return override
    }

    private static func findings(_ entry: inout JSONObject) throws(JSONError) -> [String] {
        let ids = try entry.strings("findings")
        guard !ids.isEmpty else { throw entry.error("findings", "is empty; name the exact findings that may pass, as gate.json spells them") }
        for (index, id) in ids.enumerated() {
            if let problem = FindingName.problem(with: id) { throw entry.error("findings.[\(index)]", problem) }
            guard !ids[..<index].contains(id) else { throw entry.error("findings.[\(index)]", "\"\(id)\" stands twice; keep one") }
        }
        return ids
    }

    private static func words(_ entry: inout JSONObject, _ key: String) throws(JSONError) -> String {
        let text = try entry.string(key)
        guard text.contains(where: { !$0.isWhitespace }) else { throw entry.error(key, "is empty; an override says who decided what, and why") }
        return text
    }

    private static func day(_ entry: inout JSONObject, _ key: String) throws(JSONError) -> Day {
        guard let day = Day(iso: try entry.string(key)) else { throw entry.error(key, "a day such as 2026-10-01 is expected") }
        return day
    }

    private static func digest(_ entry: inout JSONObject, _ key: String) throws(JSONError) -> String {
        let text = try entry.string(key)
        guard text.count == 64, text.allSatisfy({ "0123456789abcdef".contains($0) }) else {
            throw entry.error(key, "64 lower-case hexadecimal digits are expected; sha256sum prints those of the candidate core")
        }
        return text
    }
}
