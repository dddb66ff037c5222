import Cohort

/// The first line that a program is sent: who asks, the scales, and the places with their ideal profiles.
enum MarketMessage {
    static func line(_ market: Market, scaling: ScalingConstants?) throws(ReplayError) -> [UInt8] {
        var writer = MessageWriter()
        writer.raw("{\"protocol\":")
        writer.string(ReplayProtocol.name)
        writer.raw(",\"version\":")
        writer.integer(ReplayProtocol.version)
        writer.raw(",\"scales\":[")
        for (index, scale) in market.scales.enumerated() {
            if index > 0 { writer.raw(",") }
            guard scale.minimum.isFinite, scale.maximum.isFinite else { throw .notFinite(relation: "scale", code: scale.scaleCode) }
            writer.raw("{\"code\":")
            writer.string(scale.scaleCode)
            writer.raw(",\"component\":")
            writer.string(scale.component)
            writer.raw(",\"minimum\":")
            writer.number(scale.minimum)
            writer.raw(",\"maximum\":")
            writer.number(scale.maximum)
            writer.raw("}")
        }
        writer.raw("]")
        if let scaling {
            writer.raw(",\"scaling\":{\"participants\":{")
            try add(scaling.participants, relation: "assessment_score", to: &writer)
            writer.raw("},\"workplaces\":{")
            try add(scaling.workplaces, relation: "ideal_profile", to: &writer)
            writer.raw("}}")
        }
        try addPlaces(of: market, to: &writer)
        writer.raw("}")
        writer.endLine()
        return writer.bytes
    }

    private static func add(
        _ constants: [String: ScalingConstants.Constant], relation: String, to writer: inout MessageWriter
    ) throws(ReplayError) {
        var isFirst = true
        for (code, constant) in constants.sorted(by: { precedesInBytes($0.key, $1.key) }) {
            let values = [constant.mean, constant.standardDeviation, constant.minimum, constant.maximum]
            guard values.allSatisfy(\.isFinite) else { throw .notFinite(relation: relation, code: code) }
            if !isFirst { writer.raw(",") }
            isFirst = false
            writer.string(code)
            writer.raw(":{\"mean\":")
            writer.number(constant.mean)
            writer.raw(",\"standardDeviation\":")
            writer.number(constant.standardDeviation)
            writer.raw(",\"minimum\":")
            writer.number(constant.minimum)
            writer.raw(",\"maximum\":")
            writer.number(constant.maximum)
            writer.raw("}")
        }
    }

    private static func addPlaces(of market: Market, to writer: inout MessageWriter) throws(ReplayError) {
        // Keyed by bytes: two ids that Unicode holds to be equal are still two places.
        let profiles = Dictionary(grouping: market.profiles) { Array($0.workplaceId.utf8) }
        let demands = Dictionary(market.demands.map { (Array($0.workplaceId.utf8), $0) }, uniquingKeysWith: { first, _ in first })
        writer.raw(",\"places\":[")
        for (index, place) in market.workplaces.enumerated() {
            let id = Array(place.workplaceId.utf8)
            if index > 0 { writer.raw(",") }
            writer.raw("{\"id\":")
            writer.string(place.workplaceId)
            writer.raw(",\"activeFrom\":")
            writer.string(place.activeFrom.iso)
            if let last = place.activeTo {
                writer.raw(",\"activeTo\":")
                writer.string(last.iso)
            }
            if let hours = place.minimumHours {
                writer.raw(",\"minimumHours\":")
                writer.integer(hours)
            }
            if let demand = demands[id] {
                writer.raw(",\"demands\":")
                writer.flags([("standing", demand.standing), ("sitting", demand.sitting), ("bending", demand.bending), ("lifting", demand.lifting)])
            }
            writer.raw(",\"profiles\":{")
            try add(profiles[id] ?? [], to: &writer)
            writer.raw("}}")
        }
        writer.raw("]")
    }

    /// By variant, and within it by scale.
    private static func add(_ entries: [IdealProfileEntry], to writer: inout MessageWriter) throws(ReplayError) {
        let entries = entries.sorted {
            $0.profileVariant != $1.profileVariant
                ? precedesInBytes($0.profileVariant, $1.profileVariant) : precedesInBytes($0.scaleCode, $1.scaleCode)
        }
        var variant: String?
        for entry in entries {
            guard entry.target.isFinite, entry.weight.isFinite else { throw .notFinite(relation: "ideal_profile", code: entry.scaleCode) }
            if entry.profileVariant == variant {
                writer.raw(",")
            } else {
                if variant != nil { writer.raw("},") }
                writer.string(entry.profileVariant)
                writer.raw(":{")
                variant = entry.profileVariant
            }
            writer.string(entry.scaleCode)
            writer.raw(":{\"target\":")
            writer.number(entry.target)
            writer.raw(",\"weight\":")
            writer.number(entry.weight)
            writer.raw("}")
        }
        if variant != nil { writer.raw("}") }
    }
}

extension MessageWriter {
    /// An object of what is known; what is not known is left out.
    mutating func flags(_ flags: [(name: StaticString, value: Bool?)]) {
        raw("{")
        var isFirst = true
        for (name, value) in flags {
            guard let value else { continue }
            if !isFirst { raw(",") }
            isFirst = false
            raw("\"")
            raw(name)
            raw("\":")
            bool(value)
        }
        raw("}")
    }
}
