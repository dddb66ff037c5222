import Cohort
import Foundation

extension SystemConfiguration {
    /// Decodes strictly: an unknown, missing or duplicate key, or an impossible combination, is an error with its path.
    /// - Parameter source: the file's name, for messages.
    public static func read(_ data: Data, source: String) throws(JSONError) -> SystemConfiguration {
        var root = try JSONObject(try JSONValue(parsing: data, source: source), source: source)
        root.ignore("$schema")
        root.ignore("comment")
        guard try root.integer("version", in: 1...99) == 1 else {
            throw root.error("version", "only version 1 is known; use a newer fairness-audit for a newer file")
        }
        let attributes = try attributes(&root)
        var configuration = SystemConfiguration(
            name: try root.words("name"), title: try words(&root, "title"), indicators: try indicators(&root), attributes: attributes,
            specialCategories: try records(&root), intersections: try intersections(&root, attributes),
            driftScales: try root.strings("driftScales"), referencePeriod: try period(&root), delayedEntry: try root.bool("delayedEntry"),
            inventory: try inventory(&root), phrases: try phrases(&root), sha256: Fingerprint.sha256(of: data))
        configuration.description = try Description.read(&root)
        configuration.lawfulness = try Lawfulness.read(&root)
        try root.close()
        try configuration.checkLawfulness(source: source)
        return configuration
    }

    static func words(_ object: inout JSONObject, _ key: String) throws(JSONError) -> AuditReport.Words {
        var pair = try object.object(key)
        let words = AuditReport.Words(nl: try pair.words("nl"), en: try pair.words("en"))
        try pair.close()
        return words
    }

    /// A text in both languages, or one text that both reports print.
    private static func purpose(_ entry: inout JSONObject) throws(JSONError) -> AuditReport.Words {
        guard case .string = try entry.value("purpose") else { return try words(&entry, "purpose") }
        let text = try entry.words("purpose")
        return .init(nl: text, en: text)
    }

    private static func indicators(_ root: inout JSONObject) throws(JSONError) -> [String]? {
        guard root.optionalValue("indicators") != nil else { return nil }
        let known = (1...30).map { "M\($0)" }
        let asked = try root.strings("indicators")
        for id in asked where !known.contains(id) {
            throw root.error("indicators", "\"\(id)\" is not in the catalogue\(Spelling.suggestion(for: id, among: known)); see `fairness-audit indicators`")
        }
        return asked
    }

    private static func attributes(_ root: inout JSONObject) throws(JSONError) -> [GroupedAttribute] {
        var attributes: [GroupedAttribute] = []
        for var entry in try root.objects("attributes") {
            let attribute = try entry.choice("attribute", of: Attribute.self)
            guard !attributes.contains(where: { $0.attribute == attribute }) else { throw entry.error("attribute", "stands twice; keep one") }
            attributes.append(
                GroupedAttribute(
                    attribute: attribute, purpose: try purpose(&entry), reference: try entry.optionalString("reference"),
                    merge: try merge(&entry, "merge"), coarser: try merge(&entry, "coarser")))
            try entry.close()
        }
        guard !attributes.isEmpty else { throw root.error("attributes", "is empty; name at least one attribute by which people are grouped") }
        return attributes
    }

    /// Group -> its codes, as code -> group.
    private static func merge(_ entry: inout JSONObject, _ key: String) throws(JSONError) -> [String: String] {
        guard entry.optionalValue(key) != nil else { return [:] }
        var object = try entry.object(key)
        var merge: [String: String] = [:]
        for group in object.keys {
            for code in try object.strings(group) {
                guard merge.updateValue(group, forKey: code) == nil else { throw object.error(group, "a code stands in two groups; keep one") }
            }
        }
        try object.close()
        return merge
    }

    private static func records(_ root: inout JSONObject) throws(JSONError) -> [SpecialCategoryRecord] {
        var records: [SpecialCategoryRecord] = []
        for var entry in try root.objects("specialCategories") {
            records.append(
                SpecialCategoryRecord(
                    attribute: try entry.choice("attribute", of: Attribute.self), purpose: try purpose(&entry),
                    approver: try entry.words("approver"), approvedOn: try Thresholds.day(&entry, "approvedOn"),
                    expires: try Thresholds.day(&entry, "expires")))
            try entry.close()
        }
        return records
    }

    private static func intersections(_ root: inout JSONObject, _ attributes: [GroupedAttribute]) throws(JSONError) -> [Grouping] {
        var groupings: [Grouping] = []
        for var entry in try root.objects("intersections") {
            let pair = [try entry.choice("first", of: Attribute.self), try entry.choice("second", of: Attribute.self)]
            try entry.close()
            for side in pair where !attributes.contains(where: { $0.attribute == side }) {
                throw root.error("intersections", "\(side.rawValue) is no attribute of this system; add it to \"attributes\" with its purpose")
            }
            let grouping = Grouping(pair[0], pair[1])
            guard pair[0] != pair[1], !groupings.contains(grouping) else { throw root.error("intersections", "\(grouping.name) stands twice; keep one") }
            groupings.append(grouping)
        }
        return groupings
    }

    private static func period(_ root: inout JSONObject) throws(JSONError) -> Period? {
        guard root.optionalValue("referencePeriod") != nil else { return nil }
        var object = try root.object("referencePeriod")
        guard let period = Period(from: try Thresholds.day(&object, "from"), to: try Thresholds.day(&object, "to")) else {
            throw object.error("to", "lies before from")
        }
        try object.close()
        return period
    }

    private static func inventory(_ root: inout JSONObject) throws(JSONError) -> [InventoryLine.Source] {
        guard root.optionalValue("inventory") != nil else { return [] }
        let known = InventoryLine.Source.allCases.map(\.rawValue)
        var sources: [InventoryLine.Source] = []
        for name in try root.strings("inventory") {
            guard let source = InventoryLine.Source(rawValue: name) else {
                throw root.error("inventory", "\"\(name)\" is not known\(Spelling.suggestion(for: name, among: known)); it is one of \(known.joined(separator: ", "))")
            }
            guard !sources.contains(source) else { throw root.error("inventory", "\"\(name)\" stands twice; keep one") }
            sources.append(source)
        }
        return sources
    }

    private static func phrases(_ root: inout JSONObject) throws(JSONError) -> [String: AuditReport.Words] {
        guard root.optionalValue("phrases") != nil else { return [:] }
        var object = try root.object("phrases")
        var phrases: [String: AuditReport.Words] = [:]
        for key in object.keys { phrases[key] = try words(&object, key) }
        try object.close()
        return phrases
    }

    /// A special category without a record is off: naming it among the attributes is an error, so that nobody believes it was looked at.
    private func checkLawfulness(source: String) throws(JSONError) {
        for grouped in attributes where Self.specialAttributes.contains(grouped.attribute) {
            guard specialCategories.contains(where: { $0.attribute == grouped.attribute }) else {
                throw JSONError(
                    source: source, path: "attributes.\(grouped.attribute.rawValue)",
                    problem: "is a special category of personal data; name purpose, approver, approvedOn and expires under \"specialCategories\", or leave it out")
            }
        }
        for record in specialCategories where record.expires < record.approvedOn {
            throw JSONError(source: source, path: "specialCategories.\(record.attribute.rawValue).expires", problem: "lies before approvedOn")
        }
    }
}
