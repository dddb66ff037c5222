extension ConformanceCheck {
    static let totalOrder = ConformanceCheck(
        name: "total order", tried: "A list holds places that were offered, none twice, with finite distances that never descend.",
        makeCase: { ConformanceCase($0, seed: $1, places: ConformanceCase.mostPlaces, requests: 4, grid: $1 % 2 == 0, inactive: true) },
        violation: { subject, example in
            // Whether they are so is looked at with every answer; here only that they are asked for.
            _ = try await subject.answers(example)
            return nil
        })

    static let completeness = ConformanceCheck(
        name: "completeness", tried: "Nobody's list leaves out a place that the core claims to rank, or holds one that it claims to leave out.",
        obstacle: { $0.claims.ranks == nil ? "it does not claim to rank all or all active places" : nil },
        makeCase: { ConformanceCase($0, seed: $1, places: ConformanceCase.mostPlaces, requests: 3, inactive: true) },
        violation: { subject, example in
            let due = example.market.workplaces.indices.filter {
                subject.claims.ranks == .all || example.market.workplaces[$0].isActive(on: ConformanceCase.day)
            }
            for list in try await subject.answers(example) where list.workplaces.sorted() != due {
                return "\(AnswerComparison.names(list.workplaces.sorted(), example.ids)) are on a list where \(AnswerComparison.names(due, example.ids)) are due"
            }
            return nil
        })

    static let shorterLists = ConformanceCheck(
        name: "shorter lists", tried: "The top of a list is the beginning of the whole list.",
        makeCase: { ConformanceCase($0, seed: $1, places: 8, requests: 3, grid: $1 % 2 == 0) },
        violation: { subject, example in
            let whole = try await subject.answers(example)
            for top in [1, 3] {
                for (all, short) in zip(whole, try await subject.answers(example, top: top)) {
                    let expected = length(of: all, top: top, shared: subject.claims.ties == .shared)
                    guard short.workplaces.count == expected else { return "asked for \(top), it gave \(short.workplaces.count) places where \(expected) are due" }
                    let beginning = ReplayedList(workplaces: Array(all.workplaces.prefix(expected)), distances: Array(all.distances.prefix(expected)))
                    // Chance may choose again among the places that share the last distance.
                    let isChosenAgain = subject.claims.ties == .random && beginning.distances == short.distances
                    guard !isChosenAgain, let difference = AnswerComparison.difference(short, beginning, exactly: true, ids: example.ids) else { continue }
                    return "asked for \(top), it gave another list than the beginning of the whole one: \(difference)"
                }
            }
            return nil
        })

    /// Where ranks are shared, whoever shares the last one is not cut off.
    private static func length(of list: ReplayedList, top: Int, shared: Bool) -> Int {
        guard shared, list.distances.count > top else { return min(top, list.distances.count) }
        return list.distances[top...].firstIndex { $0 != list.distances[top - 1] } ?? list.distances.count
    }
}
