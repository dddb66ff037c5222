import Audit
import Foundation

/// The fullest report there is, with every text that other people wrote replaced: names of groups, attributes, places and people, words of the
/// system, reasons, actions, assessments.
extension ReportFixture {
    /// - Parameter name: what to write for a text of the fixture; different texts must stay different.
    static func filled(named name: (String) -> String) throws -> AuditReport {
        // The quarter has the workshop, releases, actions and history; the other one every indicator by every attribute.
        var whole = try object(ReportFixture.quarter)
        let full = try object(ReportFixture.everything)
        for key in ["findings", "groups", "tables", "indicators", "withheld", "fidelity", "summary"] { whole[key] = full[key] }
        return try AuditReport(json: JSONSerialization.data(withJSONObject: replaced(whole, under: "", name), options: [.sortedKeys]))
    }

    private static func object(_ fixture: ReportFixture) throws -> JSON { try JSONSerialization.jsonObject(with: fixture.json()) as? JSON ?? [:] }

    /// Keys whose texts people write; what stands under other keys are codes that the program chose.
    private static let written: Set<String> = [
        "organisation", "setBy", "approver", "role", "group", "attribute", "mirrorOf", "action", "owner", "justification", "desirability", "text",
        "nl", "en", "note", "link", "larger", "smaller", "standing", "finding", "findings", "used", "blockedBy", "version", "name",
    ]

    private static func replaced(_ value: Any, under key: String, _ name: (String) -> String) -> Any {
        switch value {
        case let object as JSON:
            let isOverride = object["approver"] != nil
            return object.reduce(into: JSON()) { result, pair in
                let isOurs = pair.key == "tool" || pair.key == "cycle"
                result[pair.key] = isOurs ? pair.value : replaced(pair.value, under: isOverride && pair.key == "reason" ? "text" : pair.key, name)
            }
        case let rows as [[Any]]:
            // The first cell of a row is the name of its group or attribute.
            return rows.map { row in row.enumerated().map { $0 == 0 ? replaced($1, under: "group", name) : $1 } }
        case let values as [Any]: return values.map { replaced($0, under: key, name) }
        case let text as String where written.contains(key):
            guard ["finding", "standing", "larger", "smaller"].contains(key) else { return name(text) }
            // A comparison is named by its indicator and metric, which are ours, and its attribute and group, which are not.
            let words = text.split(separator: " ").map(String.init), codes = max(0, words.count - 2)
            return (words.prefix(codes) + words.dropFirst(codes).map(name)).joined(separator: " ")
        default: return value
        }
    }
}
