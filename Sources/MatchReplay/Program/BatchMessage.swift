import Cohort

/// The lines of a batch: one that announces it, and one for each request.
///
/// A request has a number and what ranking may depend on. Who it is about is not in it.
struct BatchMessage {
    private let scales: [(code: String, key: [UInt8])]
    private let places: [(id: String, key: [UInt8])]
    private let top: Int?
    private var writer = MessageWriter()

    init(market: Market, top: Int?) {
        func keyed(_ texts: [String]) -> [(String, [UInt8])] {
            texts.map { text in
                var writer = MessageWriter()
                writer.string(text)
                writer.raw(":")
                return (text, writer.bytes)
            }
        }
        scales = keyed(market.scales.map(\.scaleCode).sorted(by: precedesInBytes))
        places = keyed(market.workplaces.map(\.workplaceId))
        self.top = top
    }

    /// - Parameters:
    ///   - batch: counted from 1.
    ///   - first: the number of the first request.
    mutating func lines(batch: Int, first: Int, _ requests: [ListRequest]) throws(ReplayError) -> [UInt8] {
        writer.removeAll()
        writer.raw("{\"batch\":")
        writer.integer(batch)
        writer.raw(",\"requests\":")
        writer.integer(requests.count)
        if let top {
            writer.raw(",\"top\":")
            writer.integer(top)
        }
        writer.raw("}")
        writer.endLine()
        for (offset, request) in requests.enumerated() { try add(request, number: first + offset) }
        return writer.bytes
    }

    private mutating func add(_ request: ListRequest, number: Int) throws(ReplayError) {
        writer.raw("{\"number\":")
        writer.integer(number)
        writer.raw(",\"day\":\"")
        writer.raw(Array(request.day.iso.utf8))
        writer.raw("\",\"language\":")
        writer.string(request.testLanguage)
        writer.raw(",\"scores\":{")
        var isFirst = true
        for (code, key) in scales {
            guard let score = request.scores[code] else { continue }
            guard score.isFinite else { throw .notFinite(relation: "assessment_score", code: code) }
            if !isFirst { writer.raw(",") }
            isFirst = false
            writer.raw(key)
            writer.number(score)
        }
        writer.raw("}")
        if let hours = request.hoursAvailable {
            writer.raw(",\"hoursAvailable\":")
            writer.integer(hours)
        }
        if let minutes = request.travelMaxMinutes {
            writer.raw(",\"travelMaxMinutes\":")
            writer.integer(minutes)
        }
        if !request.travelMinutes.isEmpty { addTravel(request.travelMinutes) }
        if let ability = request.ability {
            writer.raw(",\"abilities\":")
            writer.flags([("standing", ability.canStand), ("sitting", ability.canSit), ("bending", ability.canBend), ("lifting", ability.canLift)])
        }
        writer.raw("}")
        writer.endLine()
    }

    private mutating func addTravel(_ minutes: [String: Int]) {
        writer.raw(",\"travelMinutes\":{")
        var isFirst = true
        for (id, key) in places {
            guard let time = minutes[id] else { continue }
            if !isFirst { writer.raw(",") }
            isFirst = false
            writer.raw(key)
            writer.integer(time)
        }
        writer.raw("}")
    }
}
