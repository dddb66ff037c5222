import Cohort

/// The lists of many participants at once: those that `PlaceRanking.list` gives to each, bit for bit.
///
/// Participants with every score go through the kernel for nearest places together, as many as share an offer, where the core has
/// offers. The others get their lists one by one.
struct BatchRanking: Sendable {
    /// One list to make.
    struct Wish: Sendable {
        let row: ScoredRow
        let person: Circumstances
        let language: String
        let top: Int?
    }

    let ranking: PlaceRanking

    /// Parallel to `wishes`; where there is none the list is empty. The same for any number of threads.
    func lists(_ wishes: [Wish?], threads: Int) -> [ReplayedList] {
        let (shared, alone) = sorted(wishes)
        let tables = parallelMap(count: shared.count, threads: threads) { ranking.nearestPlaces(shared[$0].offer) }
        let jobs = zip(shared, tables).flatMap { group, nearest in
            stride(from: 0, to: group.wishes.count, by: Self.batch).map { start in
                (nearest: nearest, wishes: Array(group.wishes[start..<min(start + Self.batch, group.wishes.count)]))
            }
        }
        let together = parallelMap(count: jobs.count, threads: threads) { index in
            Self.lists(jobs[index].wishes.compactMap { wishes[$0] }, jobs[index].nearest, longest: ranking.core.core.top)
        }
        let single = parallelMap(count: alone.count, threads: threads) { index in
            wishes[alone[index]].map { ranking.list($0.row, $0.person, language: $0.language, top: $0.top) } ?? .empty
        }
        var lists = [ReplayedList](repeating: .empty, count: wishes.count)
        for (index, list) in zip(jobs.flatMap(\.wishes) + alone, together.joined() + single) { lists[index] = list }
        return lists
    }

    /// Participants whose lists are made by one call of the kernel.
    private static let batch = 256
    /// A table takes about as long to make as so many lists one by one.
    private static let worthATable = 4

    /// Participants with the same offer, by the index of their wish.
    private struct Group: Sendable {
        let offer: Offer
        var wishes: [Int]
    }

    /// Which wishes go together, groups in order of their first wish, and which go alone.
    private func sorted(_ wishes: [Wish?]) -> (shared: [Group], alone: [Int]) {
        struct VariantDay: Hashable {
            let variant: String
            let day: Day
        }
        var groups: [Group] = [], alone: [Int] = []
        var ofOffer: [Offer: Int] = [:], ofDay: [VariantDay: Int] = [:]
        for (index, wish) in wishes.enumerated() {
            guard let wish, let variant = ranking.variant(forLanguage: wish.language) else { continue }
            guard ranking.hasOffers, wish.row.isComplete, !wish.row.scores.isEmpty else {
                alone.append(index)
                continue
            }
            let key = VariantDay(variant: variant, day: wish.person.day)
            let group = ofDay[key] ?? {
                let offer = ranking.offer(variant: variant, on: wish.person.day)
                if let known = ofOffer[offer] { return known }
                groups.append(Group(offer: offer, wishes: []))
                ofOffer[offer] = groups.count - 1
                return groups.count - 1
            }()
            ofDay[key] = group
            groups[group].wishes.append(index)
        }
        alone += groups.filter { $0.wishes.count < Self.worthATable }.flatMap(\.wishes)
        return (groups.filter { $0.wishes.count >= Self.worthATable }, alone)
    }

    private static func lists(_ wishes: [Wish], _ nearest: NearestPlaces, longest: Int?) -> [ReplayedList] {
        func length(_ wish: Wish) -> Int { max(0, min(wish.top ?? nearest.order.count, longest ?? nearest.order.count, nearest.order.count)) }
        // A shorter list is the beginning of a longer one.
        let found = nearest.lists(of: wishes.flatMap(\.row.scores), top: wishes.map(length).max() ?? 0, threads: 1)
        return wishes.enumerated().map { index, wish in
            let own = found.range(of: index).prefix(length(wish))
            return ReplayedList(workplaces: Array(found.places[own]), distances: Array(found.distances[own]))
        }
    }
}
