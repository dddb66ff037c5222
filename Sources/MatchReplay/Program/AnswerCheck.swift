/// Holds every answer to the rules that can be seen from the answer itself: in order, no place twice, nearest first.
struct AnswerCheck {
    private let top: Int?
    private let ids: [String]
    private let sharesRanks: Bool
    /// For each place, the last request whose answer held it.
    private var seen: [Int]
    private var next = 0

    /// - Parameter ids: of the places, for messages.
    init(ids: [String], top: Int?, claims: CoreClaims) {
        self.top = top
        sharesRanks = claims.ties == .shared
        self.ids = ids
        seen = Array(repeating: -1, count: ids.count)
    }

    /// - Parameter due: what the core's claim promises; `nil` = nothing.
    mutating func list(_ answer: AnswerLine, due: Int?) throws(ProgramError.Problem) -> ReplayedList {
        guard answer.number == next else { throw .outOfOrder(expected: next, answered: answer.number) }
        if let unknown = answer.unknown { throw .unknownPlace(request: next, place: Visible.text(unknown, limit: 80)) }
        for place in answer.places {
            if seen[place] == next { throw .repeatedPlace(request: next, place: Visible.text(ids[place], limit: 80)) }
            seen[place] = next
        }
        guard answer.places.count == answer.distances.count else {
            throw .lengthsDiffer(request: next, places: answer.places.count, distances: answer.distances.count)
        }
        let asked = min(ids.count, max(0, top ?? ids.count))
        var previous = -Double.infinity
        for (position, distance) in answer.distances.enumerated() {
            guard distance.isFinite else { throw .notFinite(request: next) }
            guard distance >= previous else { throw .notAscending(request: next, position: position + 1) }
            // Whoever shares the last rank is not cut off.
            guard position < asked || (sharesRanks && position > 0 && distance == previous) else {
                throw .tooMany(request: next, asked: asked, given: answer.places.count)
            }
            previous = distance
        }
        if let due, answer.places.count < due { throw .omitted(request: next, due: due, given: answer.places.count) }
        next += 1
        return ReplayedList(workplaces: answer.places, distances: answer.distances, sharesRanks: sharesRanks)
    }
}
