import Cohort
import Foundation

extension RankingCore {
    /// The contract's components; a core can only weigh these.
    static let components = ["capacity", "competence", "personality"]

    /// Reads `core.json`, version 1. Unknown keys, keys that stand twice and impossible combinations are errors that name the key.
    /// - Parameters:
    ///   - data: the bytes of the file; `sha256` is taken over exactly these.
    ///   - source: the file's name, for messages.
    public static func read(_ data: Data, source: String) throws(JSONError) -> RankingCore {
        var document = try JSONObject(JSONValue(parsing: data, source: source), source: source)
        document.ignore("$schema")
        document.ignore("comment")
        _ = try document.integer("version", in: 1...1)
        let name = try text("name", in: &document)
        let algorithmVersion = try text("algorithmVersion", in: &document)
        guard try document.string("distance") == "euclidean" else {
            throw document.error("distance", "version 1 knows one distance: euclidean")
        }
        let weights = try weights(in: document.object("weights"))
        let scaling = try scaling(in: document.object("scaling"))
        let missing = try document.choice("missingValues", of: MissingValues.self)
        let places = try document.choice("places", of: Places.self)
        let ties = try ties(in: document.object("ties"))
        try document.close()
        return RankingCore(
            name: name, algorithmVersion: algorithmVersion, weights: weights, scaling: scaling, missingValues: missing, places: places,
            ties: ties, sha256: Fingerprint.sha256(of: data))
    }

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

    private static func scaling(in object: JSONObject) throws(JSONError) -> Scaling {
        var object = object
        let kind = try object.choice("kind", of: Scaling.Kind.self)
        let over = try object.optionalString("over")
        let constants = try object.optionalObject("constants")
        try object.close()
        guard kind != .none else {
            if over != nil { throw object.error("over", "without scaling there is nothing to scale over; leave it out, or choose z or range") }
            if constants != nil { throw object.error("constants", "without scaling there are no constants; leave them out, or choose z or range") }
            return Scaling(kind: .none)
        }
        guard over == "each_side" else {
            throw object.error("over", "must be each_side: participants and workplaces are each scaled by themselves")
        }
        guard var constants else { return Scaling(kind: kind) }
        let given = Constants(
            participants: try side("participants", kind: kind, in: &constants), workplaces: try side("workplaces", kind: kind, in: &constants))
        try constants.close()
        return Scaling(kind: kind, given: given)
    }

    private static func side(_ key: String, kind: Scaling.Kind, in constants: inout JSONObject) throws(JSONError) -> [String: LinearScale] {
        var side = try constants.object(key)
        var scales: [String: LinearScale] = [:]
        for code in side.keys {
            var scale = try side.object(code)
            if kind == .z {
                let mean = try scale.number("mean")
                let deviation = try scale.number("standardDeviation")
                guard deviation > 0 else { throw scale.error("standardDeviation", "must be above 0: everything would become infinite") }
                scales[code] = LinearScale(centre: mean, spread: deviation)
            } else {
                let minimum = try scale.number("minimum")
                let maximum = try scale.number("maximum")
                guard maximum > minimum, (maximum - minimum).isFinite else { throw scale.error("maximum", "must lie above minimum, at a finite distance") }
                scales[code] = LinearScale(centre: minimum, spread: maximum - minimum)
            }
            try scale.close()
        }
        return scales
    }

    private static func ties(in object: JSONObject) throws(JSONError) -> Ties {
        var object = object
        guard try object.string("by") == "workplace_id" else { throw object.error("by", "version 1 breaks ties by workplace_id") }
        let ties = try object.choice("order", of: Ties.self)
        try object.close()
        return ties
    }
}
