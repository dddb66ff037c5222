import Cohort
import Foundation

extension Thresholds {
    /// Decodes strictly: an unknown, missing or duplicate key, or an impossible combination, is an error with its path.
    /// - Parameter source: the file's name, for messages.
    public static func read(_ data: Data, source: String) throws(JSONError) -> Thresholds {
        var root = try JSONObject(try JSONValue(parsing: data, source: source), source: source)
        root.ignore("$schema")
        guard try root.integer("version", in: 1...99) == 1 else {
            throw root.error("version", "only version 1 is known; use a newer fairness-audit for a newer file")
        }
        var system = try root.object("system")
        let thresholds = Thresholds(
            system: .init(name: try system.words("name"), organisation: try system.words("organisation")),
            setBy: try root.words("setBy"), setOn: try day(&root, "setOn"),
            analysis: try analysis(&root), disclosure: try disclosure(&root), fidelity: try fidelity(&root),
            indicators: try indicators(&root), primaryQuestions: try questions(&root, "primaryQuestions"),
            gate: try gate(&root), sha256: Fingerprint.sha256(of: data))
        try system.close()
        try root.close()
        try thresholds.checkConsistency(source: source)
        return thresholds
    }

    static func day(_ object: inout JSONObject, _ key: String) throws(JSONError) -> Day {
        guard let day = Day(iso: try object.string(key)) else { throw object.error(key, "a day such as 2026-10-01 is expected") }
        return day
    }

    private static func analysis(_ root: inout JSONObject) throws(JSONError) -> Analysis {
        var object = try root.object("analysis")
        let analysis = Analysis(
            minimumGroup: try object.limit("minimumGroup", in: 2...10_000),
            maximumMissing: try object.limit("maximumMissing", in: 0...1),
            alpha: try object.limit("alpha", in: 0.0001...0.2),
            quarterlySpending: try object.limit("quarterlySpending") { limit throws(JSONError) in try numbers(&limit) },
            scanQ: try object.limit("scanQ", in: 0.0001...0.5),
            topK: try object.limit("topK") { limit throws(JSONError) in try counts(&limit) },
            listDepth: try object.limit("listDepth", in: 1...1000),
            horizonDays: try object.limit("horizonDays", in: 1...3650),
            minimumAtRisk: try object.limit("minimumAtRisk", in: 1...1000),
            leaversForBounds: try object.limit("leaversForBounds", in: 0...1),
            bootstrapReplicates: try object.limit("bootstrapReplicates", in: 100...1_000_000),
            chanceReplicates: try object.limit("chanceReplicates", in: 0...100_000),
            seed: try object.limit("seed", in: 0...Int(1) << 53),
            reportValidDays: try object.limit("reportValidDays", in: 1...3650))
        try object.close()
        return analysis
    }

    private static func numbers(_ limit: inout JSONObject) throws(JSONError) -> [Double] {
        var numbers: [Double] = []
        for item in try limit.array("value") {
            guard case .number(let number) = item, number >= 0 else { throw limit.error("value", "a list of numbers of at least 0 is expected") }
            numbers.append(number)
        }
        return numbers
    }

    private static func counts(_ limit: inout JSONObject) throws(JSONError) -> [Int] {
        var counts: [Int] = []
        for number in try numbers(&limit) {
            guard let count = Int(exactly: number), count >= 1 else { throw limit.error("value", "whole numbers of at least 1 are expected") }
            counts.append(count)
        }
        return counts
    }

    private static func disclosure(_ root: inout JSONObject) throws(JSONError) -> DisclosureLimits {
        var object = try root.object("disclosure")
        let limits = DisclosureLimits(
            minimumCell: try object.limit("minimumCell", in: 2...1000),
            minimumNumeratorPublic: try object.limit("minimumNumeratorPublic", in: 1...1000),
            differenceGuard: try object.limit("differenceGuard", in: 2...1000),
            minimumUncertainty: try object.limit("minimumUncertainty", in: 2...1000))
        try object.close()
        return limits
    }

    private static func fidelity(_ root: inout JSONObject) throws(JSONError) -> FidelityLimits {
        var object = try root.object("fidelity")
        let limits = FidelityLimits(overall: try object.limit("overall", in: 0...1), group: try object.limit("group", in: 0...1))
        try object.close()
        return limits
    }

    /// Limits for any of the catalogue's judged indicators. An indicator without limits is not judged, and the report says so.
    private static func indicators(_ root: inout JSONObject) throws(JSONError) -> [String: IndicatorLimits] {
        var object = try root.object("indicators")
        var limits: [String: IndicatorLimits] = [:]
        let known = Catalogue.judged.map { $0.id }
        for key in object.keys {
            let id = key.split(separator: ".", maxSplits: 1).first.map(String.init) ?? key
            guard let about = Catalogue.judged.first(where: { $0.id == id })?.about else {
                throw object.error(key, "is no judged indicator\(Spelling.suggestion(for: id, among: known)); see `fairness-audit indicators`")
            }
            var entry = try object.object(key)
            limits[key] = IndicatorLimits(
                margin: try entry.limit("margin", in: 0...1000), signal: try entry.limit("signal", in: 0...1000),
                baseline: try entry.limit("baseline", Self.optionalRate), beside: try entry.limit("beside", Self.stratum),
                parameters: key == id ? try parameters(&entry, of: about) : [:])
            try entry.close()
        }
        try object.close()
        return limits
    }

    /// Every parameter that the indicator declares, and no other.
    private static func parameters(_ entry: inout JSONObject, of about: IndicatorEntry) throws(JSONError) -> [String: Limit<Double>] {
        guard !about.parameters.isEmpty else { return [:] }
        var object = try entry.object("parameters")
        var limits: [String: Limit<Double>] = [:]
        for parameter in about.parameters { limits[parameter.name] = try object.limit(parameter.name, in: 0...1_000_000) }
        try object.close()
        return limits
    }

    private static func optionalRate(_ limit: inout JSONObject) throws(JSONError) -> Double? {
        guard limit.optionalValue("value") != nil else { return nil }
        return try limit.number("value", in: 0...1)
    }

    private static func stratum(_ limit: inout JSONObject) throws(JSONError) -> Stratum {
        try limit.choice("value", of: Stratum.self)
    }

    private static func gate(_ root: inout JSONObject) throws(JSONError) -> GateLimits? {
        guard root.optionalValue("gate") != nil else { return nil }
        var object = try root.object("gate")
        return try GateLimits.read(&object)
    }

    static func questions(_ object: inout JSONObject, _ key: String) throws(JSONError) -> [PrimaryQuestion] {
        var questions: [PrimaryQuestion] = []
        for var entry in try object.objects(key) {
            questions.append(
                PrimaryQuestion(
                    indicator: try entry.string("indicator"), grouping: try grouping(&entry),
                    rationale: try entry.words("rationale")))
            try entry.close()
        }
        return questions
    }

    /// `gender`, or `gender x age_band`.
    private static func grouping(_ entry: inout JSONObject) throws(JSONError) -> Grouping {
        let name = try entry.string("attribute")
        let known = Attribute.allCases.map(\.rawValue)
        var sides: [Attribute] = []
        for part in name.components(separatedBy: " x ") {
            guard let side = Attribute(rawValue: part) else {
                throw entry.error("attribute", "\"\(part)\" is not known\(Spelling.suggestion(for: part, among: known)); it is one of \(known.joined(separator: ", ")), or two of them with \" x \" between")
            }
            sides.append(side)
        }
        guard sides.count <= 2 else { throw entry.error("attribute", "an intersection has two sides") }
        return sides.count == 2 ? Grouping(sides[0], sides[1]) : Grouping(sides[0])
    }
}
