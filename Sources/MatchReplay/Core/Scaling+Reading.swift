import Cohort

extension RankingCore {
    static func scaling(in object: JSONObject, isFirst: Bool) throws(JSONError) -> Scaling {
        var object = object
        let kind = try object.choice("kind", of: Scaling.Kind.self)
        if isFirst, kind == .norms { throw object.error("kind", "version 1 does not know norms; set \"version\": 2") }
        let over = try object.optionalString("over")
        let constants = try object.optionalObject("constants")
        try object.close()
        guard kind != .none else {
            if over != nil { throw object.error("over", "without scaling there is nothing to scale over; leave it out, or choose z, range or norms") }
            if constants != nil { throw object.error("constants", "without scaling there are no constants; leave them out, or choose z, range or norms") }
            return Scaling(kind: .none)
        }
        guard over == "each_side" else {
            throw object.error("over", "must be each_side: participants and workplaces are each scaled by themselves")
        }
        guard let constants else {
            guard kind != .norms else { throw object.error("constants", "is missing: norms are those of a norm group, never computed from the people in the file") }
            return Scaling(kind: kind)
        }
        return Scaling(kind: kind, given: kind == .norms ? try norms(in: constants) : try bothSides(in: constants, kind: kind))
    }

    private static func bothSides(in object: JSONObject, kind: Scaling.Kind) throws(JSONError) -> Constants {
        var object = object
        let constants = Constants(
            participants: try side(object.object("participants"), kind: kind), workplaces: try side(object.object("workplaces"), kind: kind))
        try object.close()
        return constants
    }

    private static func norms(in object: JSONObject) throws(JSONError) -> Constants {
        var object = object
        var constants = Constants(participants: [:], workplaces: [:])
        if let table = try object.optionalObject("participants") { constants.participants = try side(table, kind: .z) }
        if let table = try object.optionalObject("workplaces") { constants.workplaces = try side(table, kind: .z) }
        if var tables = try object.optionalObject("perLanguage") {
            for language in tables.keys { constants.perLanguage[language] = try side(tables.object(language), kind: .z) }
        }
        guard !constants.participants.isEmpty || !constants.perLanguage.isEmpty else {
            throw object.error("participants", "is missing: give norms for everyone there, or by test language under perLanguage, or both")
        }
        try object.close()
        return constants
    }

    private static func side(_ object: JSONObject, kind: Scaling.Kind) throws(JSONError) -> [String: LinearScale] {
        var side = object
        var scales: [String: LinearScale] = [:]
        for code in side.keys {
            var scale = try side.object(code)
            if kind == .range {
                let minimum = try scale.number("minimum")
                let maximum = try scale.number("maximum")
                guard maximum > minimum, (maximum - minimum).isFinite else { throw scale.error("maximum", "must lie above minimum, at a finite distance") }
                scales[code] = LinearScale(centre: minimum, spread: maximum - minimum)
            } else {
                let mean = try scale.number("mean")
                let deviation = try scale.number("standardDeviation")
                guard deviation > 0 else { throw scale.error("standardDeviation", "must be above 0: everything would become infinite") }
                scales[code] = LinearScale(centre: mean, spread: deviation)
            }
            try scale.close()
        }
        return scales
    }
}
