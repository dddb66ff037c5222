extension ConformanceSubject {
    /// Asks, and looks at every answer: a core of whatever kind gives lists of what was offered, none twice, nearest first.
    func answers(_ example: ConformanceCase, top: Int? = nil) async throws -> [ReplayedList] {
        let lists = try await lists(example.requests, example.market, top)
        guard lists.count == example.requests.count else {
            throw BadAnswer("it gave \(lists.count) lists for \(example.requests.count) participants")
        }
        for list in lists {
            guard list.workplaces.count == list.distances.count else {
                throw BadAnswer("a list has \(list.workplaces.count) places and \(list.distances.count) distances")
            }
            if let unknown = list.workplaces.first(where: { !example.ids.indices.contains($0) }) {
                throw BadAnswer("a list holds a place, number \(unknown), that was not offered")
            }
            guard Set(list.workplaces).count == list.workplaces.count else {
                throw BadAnswer("a list holds a place twice: \(AnswerComparison.names(list.workplaces, example.ids))")
            }
            guard list.distances.allSatisfy(\.isFinite) else { throw BadAnswer("a distance is not a finite number") }
            if let place = zip(list.distances, list.distances.dropFirst()).enumerated().first(where: { $0.element.0 > $0.element.1 }) {
                throw BadAnswer("distances descend at position \(place.offset + 2)")
            }
        }
        return lists
    }

    /// The order of ties follows from the ids alone, and so from nothing else.
    var ordersTiesById: Bool { claims.ties == .bytes || claims.ties == .numeric }

    /// The order of ties is the same for a participant wherever in the batch the participant stands: not so for chance.
    var tiesBelongToThePerson: Bool { claims.ties != .random }

    struct BadAnswer: Error, CustomStringConvertible {
        let description: String
        init(_ description: String) { self.description = description }
    }
}

extension ConformanceCase {
    var ids: [String] { market.workplaces.map(\.workplaceId) }
}
