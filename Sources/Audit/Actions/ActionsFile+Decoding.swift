import Cohort
import Foundation

extension ActionsFile {
    /// Decodes strictly: an unknown, missing or duplicate key, an option that is in no inventory, or a history that contradicts
    /// itself, is an error with its path and the nearest word that is known.
    /// - Parameter source: the file's name, for messages.
    public static func read(_ data: Data, source: String) throws(JSONError) -> ActionsFile {
        var root = try JSONObject(try JSONValue(parsing: data, source: source), source: source)
        root.ignore("$schema")
        guard try root.integer("version", in: 1...99) == 1 else {
            throw root.error("version", "only version 1 is known; use a newer fairness-audit for a newer file")
        }
        var options: [Option] = []
        for var entry in try root.objects("options") {
            let option = try option(&entry)
            guard !options.contains(where: { $0.id == option.id }) else {
                throw entry.error("id", "\"\(option.id)\" stands twice; keep one entry per option, with its history")
            }
            options.append(option)
        }
        var findings: [Agreement] = []
        for var entry in try root.objects("findings") { findings.append(try agreement(&entry)) }
        try root.close()
        return ActionsFile(options: options, findings: findings, sha256: Fingerprint.sha256(of: data))
    }

    private static func option(_ entry: inout JSONObject) throws(JSONError) -> Option {
        let id = try entry.written("id")
        let known = Inventory.options.map(\.id)
        guard known.contains(id) else {
            throw entry.error("id", "\"\(id)\" is no option for action of the inventory\(Spelling.suggestion(for: id, among: known))")
        }
        let option = Option(
            id: id, status: try entry.choice("status", of: ActionStatus.self), owner: try entry.role("owner"), due: try entry.optionalDay("due"),
            decidedOn: try entry.optionalDay("decidedOn"), evidence: try evidence(&entry), watch: try watch(&entry), history: try history(&entry))
        try entry.close()
        if let last = option.history.last, last.status != option.status {
            throw entry.error("status", "is \"\(option.status.rawValue)\", but the last change in history is \"\(last.status.rawValue)\"; write down the change, or correct one of the two")
        }
        return option
    }

    private static func evidence(_ entry: inout JSONObject) throws(JSONError) -> [Evidence] {
        var items: [Evidence] = []
        guard entry.optionalValue("evidence") != nil else { return items }
        for var item in try entry.objects("evidence") {
            let text = try item.written("text"), link = try item.optionalString("link")
            if let link, !link.hasPrefix("https://") || link.contains(where: \.isWhitespace) {
                throw item.error("link", "an address that starts with https:// is expected")
            }
            items.append(.init(text: text, link: link))
            try item.close()
        }
        return items
    }

    private static func watch(_ entry: inout JSONObject) throws(JSONError) -> [String] {
        guard entry.optionalValue("watch") != nil else { return [] }
        let ids = try entry.strings("watch")
        for (index, id) in ids.enumerated() {
            if let problem = Inventory.problem(ofIndicator: id) { throw entry.error("watch.[\(index)]", problem) }
            guard !ids[..<index].contains(id) else { throw entry.error("watch.[\(index)]", "\"\(id)\" stands twice; keep one") }
        }
        return ids
    }

    private static func history(_ entry: inout JSONObject) throws(JSONError) -> [Change] {
        var changes: [Change] = []
        guard entry.optionalValue("history") != nil else { return changes }
        for var item in try entry.objects("history") {
            let change = Change(on: try item.day("on"), status: try item.choice("status", of: ActionStatus.self), note: try item.optionalString("note"))
            try item.close()
            if let before = changes.last, change.on < before.on {
                throw item.error("on", "lies before the change above it; the oldest change comes first")
            }
            changes.append(change)
        }
        return changes
    }

    private static func agreement(_ entry: inout JSONObject) throws(JSONError) -> Agreement {
        let finding = try entry.written("finding")
        if let problem = Inventory.problem(ofIndicator: finding.split(separator: " ").first.map(String.init) ?? "") {
            throw entry.error("finding", "\(problem). A finding is named by indicator, metric, attribute and group with spaces between them, as in \"M2 top5_day_activity_share test_language ar\"")
        }
        let agreement = Agreement(
            finding: finding, action: try entry.written("action"), owner: try entry.role("owner"), due: try entry.day("due"),
            status: try entry.choice("status", of: ActionStatus.self))
        try entry.close()
        return agreement
    }
}
