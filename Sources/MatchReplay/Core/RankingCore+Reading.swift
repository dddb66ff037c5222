import Cohort
import Foundation

extension RankingCore {
    /// The contract's components; a core can only weigh these.
    static let components = ["capacity", "competence", "personality"]

    /// Reads `core.json`, version 1 or 2. Unknown keys, keys that stand twice and impossible combinations are errors that name the key.
    ///
    /// Version 1 is version 2 with fewer choices; what it did not know is an error in a document that says version 1.
    /// - Parameters:
    ///   - data: the bytes of the file; `sha256` is taken over exactly these.
    ///   - source: the file's name, for messages.
    public static func read(_ data: Data, source: String) throws(JSONError) -> RankingCore {
        var document = try JSONObject(JSONValue(parsing: data, source: source), source: source)
        document.ignore("$schema")
        document.ignore("comment")
        let isFirst = try document.integer("version", in: 1...2) == 1
        let name = try text("name", in: &document)
        let algorithmVersion = try text("algorithmVersion", in: &document)
        let distance = try document.choice("distance", of: Distance.self)
        guard !isFirst || distance == .euclidean else { throw document.error("distance", "version 1 knows one distance: euclidean; \(needsSecond)") }
        let weights = try weights(in: document.object("weights"))
        let scaling = try scaling(in: document.object("scaling"), isFirst: isFirst)
        let missing = try missingValues(in: &document, isFirst: isFirst, distance: distance)
        let places = try document.choice("places", of: Places.self)
        let ties = try ties(in: document.object("ties"), isFirst: isFirst)
        // In version 1 these keys are unknown, and close() says so.
        let profiles = isFirst ? .everyone : try profiles(in: document.optionalObject("profiles"))
        let filters = isFirst ? .none : try filters(in: document.optionalObject("filters"))
        let top = isFirst ? nil : try top(in: &document)
        try document.close()
        return RankingCore(
            name: name, algorithmVersion: algorithmVersion, distance: distance, weights: weights, scaling: scaling, profiles: profiles,
            missingValues: missing, places: places, filters: filters, ties: ties, top: top, sha256: Fingerprint.sha256(of: data))
    }

    private static let needsSecond = "set \"version\": 2"

    private static func text(_ key: String, in object: inout JSONObject) throws(JSONError) -> String {
        let text = try object.string(key)
        guard !text.isEmpty else { throw object.error(key, "must not be empty: the report names the core by it") }
        return text
    }

    private static func weights(in object: JSONObject) throws(JSONError) -> Weights {
        var object = object
        var components: [String: Double] = [:]
        if var part = try object.optionalObject("components") {
            for key in part.keys {
                guard Self.components.contains(key) else {
                    throw part.error(
                        key, "no such component\(Spelling.suggestion(for: key, among: Self.components)); the contract knows \(Self.components.joined(separator: ", "))")
                }
                components[key] = try weight(key, in: &part)
            }
        }
        var scales: [String: Double] = [:]
        if var part = try object.optionalObject("scales") {
            for key in part.keys { scales[key] = try weight(key, in: &part) }
        }
        let weights = Weights(components: components, scales: scales, profile: try object.bool("profile"))
        try object.close()
        return weights
    }

    private static func weight(_ key: String, in object: inout JSONObject) throws(JSONError) -> Double {
        let weight = try object.number(key)
        guard weight >= 0 else { throw object.error(key, "a weight is never negative; 0 leaves it out") }
        return weight
    }

    private static func missingValues(in document: inout JSONObject, isFirst: Bool, distance: Distance) throws(JSONError) -> MissingValues {
        let policy = try document.choice("missingValues", of: MissingValues.self)
        if isFirst, policy == .mean || policy == .worst { throw document.error("missingValues", "version 1 does not know \(policy.rawValue); \(needsSecond)") }
        if !distance.isSum, policy == .skipAndRescale || policy == .worst {
            throw document.error("missingValues", "\(distance.rawValue) is not a sum over scales: use skip, mean or exclude_place")
        }
        return policy
    }

    private static func profiles(in object: JSONObject?) throws(JSONError) -> ProfileChoice {
        guard var object else { return .everyone }
        let by = try object.string("by")
        guard by == "everyone" || by == "test_language" else {
            throw object.error("by", "\"\(by)\" is not known\(Spelling.suggestion(for: by, among: ["everyone", "test_language"])); profiles are by everyone or by test_language")
        }
        var choice = ProfileChoice.everyone
        if by == "test_language" {
            var variants: [String: String] = [:]
            if var named = try object.optionalObject("variants") {
                for language in named.keys { variants[language] = try named.string(language) }
            }
            choice = .testLanguage(variants: variants, fallback: try object.choice("fallback", of: ProfileChoice.Fallback.self))
        }
        try object.close()
        return choice
    }

    private static func filters(in object: JSONObject?) throws(JSONError) -> Filters {
        guard var object else { return .none }
        let filters = Filters(
            hours: try object.optionalBool("hours") ?? false, travel: try object.optionalBool("travel") ?? false,
            abilities: try object.optionalBool("abilities") ?? false)
        try object.close()
        return filters
    }

    /// A number of places, or `all`.
    private static func top(in document: inout JSONObject) throws(JSONError) -> Int? {
        switch document.optionalValue("top") {
        case nil, .string("all")?: return nil
        case .string?: throw document.error("top", "must be a number of places, or \"all\"")
        default: return try document.integer("top", in: 1...1_000_000)
        }
    }

    private static func ties(in object: JSONObject, isFirst: Bool) throws(JSONError) -> Ties {
        var object = object
        let by = try object.string("by")
        guard by == "workplace_id" || !isFirst else { throw object.error("by", "version 1 breaks ties by workplace_id; \(needsSecond) for shared or random") }
        let ties: Ties
        switch by {
        case "workplace_id": ties = try object.choice("order", of: IdOrder.self) == .bytes ? .bytes : .numeric
        case "shared": ties = .shared
        case "random": ties = .random(seed: UInt64(try object.integer("seed", in: 0...9_007_199_254_740_991)))
        default:
            throw object.error(
                "by", "\"\(by)\" is not known\(Spelling.suggestion(for: by, among: ["workplace_id", "shared", "random"])); ties are by workplace_id, shared or random")
        }
        try object.close()
        return ties
    }

    private enum IdOrder: String, CaseIterable {
        case bytes
        case numeric
    }
}
