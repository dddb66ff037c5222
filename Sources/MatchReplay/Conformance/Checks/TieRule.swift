import Cohort

extension ConformanceCheck {
    static let ties = ConformanceCheck(
        name: "ties", tried: "Places with the same profile are at the same distance, and stand in the order that the core claims, every time.",
        makeCase: { subject, seed in
            var example = ConformanceCase(subject, seed: seed, places: 9, requests: 3)
            // Three profiles, each of three places.
            for index in example.market.profiles.indices {
                let entry = example.market.profiles[index]
                let place = (Int(entry.workplaceId) ?? 1) - 1
                guard let model = example.market.profiles.first(where: { Int($0.workplaceId) == place % 3 + 1 && $0.scaleCode == entry.scaleCode }) else { continue }
                example.market.profiles[index].target = model.target
            }
            return example.renamed(subject.claims.ties == .numeric ? numbers : texts)
        },
        violation: { subject, example in
            let lists = try await subject.answers(example)
            let position = try TieOrder.positions(of: example.market.workplaces, by: subject.claims.ties == .numeric ? .numeric : .bytes, core: subject.name)
            for list in lists {
                let distance = Dictionary(zip(list.workplaces, list.distances), uniquingKeysWith: { first, _ in first })
                for twins in example.placesByProfile where Set(twins.compactMap { distance[$0] }).count > 1 {
                    return "\(AnswerComparison.names(twins, example.ids)) have the same profile and are at different distances"
                }
                guard subject.ordersTiesById else { continue }
                for group in AnswerComparison.tieGroups(list.distances) {
                    let places = Array(list.workplaces[group]), claimed = places.sorted { position[$0] < position[$1] }
                    if places != claimed {
                        return "\(AnswerComparison.names(places, example.ids)) are at the same distance; the claimed order is \(AnswerComparison.names(claimed, example.ids))"
                    }
                }
            }
            let again = try await subject.answers(example)
            return zip(lists, again).lazy.compactMap { AnswerComparison.difference($0, $1, exactly: true, ids: example.ids) }.first
                .map { "asked again, ties stood in another order: \($0)" }
        })

    /// Every third has the same profile; among those three, orders by byte, by alphabet, by number and by length differ.
    private static let texts = ["a", "10", "\u{E9}", "B", "9", "z", "Z9", "a1", "b"]
    private static let numbers = ["10", "08", "1000", "9", "8", "11", "100", "2", "020"]
}

extension ConformanceCase {
    /// Places that ask the same, by profile.
    fileprivate var placesByProfile: [[Int]] {
        let profiles = Dictionary(grouping: market.profiles, by: \.workplaceId)
        let asked = market.workplaces.map { place in
            (profiles[place.workplaceId] ?? []).map { "\($0.profileVariant)|\($0.scaleCode)|\($0.target)|\($0.weight)" }.sorted()
        }
        return Dictionary(grouping: market.workplaces.indices, by: { asked[$0] }).values.sorted { $0[0] < $1[0] }
    }
}
