import Cohort
import Metrics

/// A made-up market and made-up participants: nobody's scores, so that an example can be shown.
struct ConformanceCase: Sendable {
    static let mostPlaces = 12

    var market: Market
    var requests: [ListRequest]

    /// - Parameters:
    ///   - grid: few different values, so that distances tie; else all differ.
    ///   - inactive: some places are not active yet, or no longer, on the day that is asked about.
    init(_ subject: ConformanceSubject, seed: UInt64, places: Int, requests: Int, grid: Bool = false, inactive: Bool = false) {
        var random = SeededRandom(seed: seed)
        func spreads() -> Double { grid ? Double(random.index(below: 3)) - 1 : Double(random.index(below: 4_001)) / 1_000 - 2 }
        func draw(_ side: KeyPath<ConformanceSubject.AskedScale, LinearScale>) -> [(code: String, value: Double)] {
            subject.asked.map { ($0.code, $0[keyPath: side].centre + spreads() * $0[keyPath: side].spread) }
        }
        market = Market(scales: subject.scales, workplaces: [], profiles: [])
        for place in 0..<places {
            // Whole numbers, since some cores can order no other ids.
            let id = "\(place + 1)"
            var workplace = Workplace(workplaceId: id, workKind: "paid", activeFrom: Self.day + -100)
            if inactive, place % 3 == 1 { workplace.activeTo = Self.day + -1 }
            if inactive, place % 3 == 2 { workplace.activeFrom = Self.day + 1 }
            market.workplaces.append(workplace)
            for (code, target) in draw(\.workplaces) {
                for variant in subject.variants {
                    market.profiles.append(IdealProfileEntry(workplaceId: id, profileVariant: variant, scaleCode: code, target: target, weight: 1))
                }
            }
        }
        self.requests = (0..<requests).map { number in
            let scores = Dictionary(draw(\.participants).map { ($0.code, $0.value) }, uniquingKeysWith: { first, _ in first })
            return ListRequest(scores: scores, testLanguage: subject.language, day: Self.day, key: UInt64(number + 1))
        }
    }

    /// 2026-06-01, a Monday.
    static let day = Day(number: 20_605)

    /// The same places under other ids, by their position.
    func renamed(_ ids: [String]) -> ConformanceCase {
        let new = Dictionary(zip(market.workplaces.map(\.workplaceId), ids), uniquingKeysWith: { first, _ in first })
        var renamed = self
        for index in market.workplaces.indices { renamed.market.workplaces[index].workplaceId = ids[index] }
        for index in market.profiles.indices {
            renamed.market.profiles[index].workplaceId = new[market.profiles[index].workplaceId] ?? market.profiles[index].workplaceId
        }
        return renamed
    }

    func without(place: Int) -> ConformanceCase {
        var smaller = self
        let gone = smaller.market.workplaces.remove(at: place).workplaceId
        smaller.market.profiles.removeAll { $0.workplaceId == gone }
        return smaller
    }

    func without(request: Int) -> ConformanceCase {
        var smaller = self
        smaller.requests.remove(at: request)
        return smaller
    }
}

extension ConformanceCase: CustomStringConvertible {
    var description: String {
        let profiles = Dictionary(grouping: market.profiles.filter(\.profileVariant.isEmpty), by: \.workplaceId)
        let places = market.workplaces.map { place in
            let targets = (profiles[place.workplaceId] ?? []).map { "\($0.scaleCode) \($0.target)" }.joined(separator: ", ")
            let until = place.activeTo.map { " until \($0.iso)" } ?? ""
            return "\(place.workplaceId.debugDescription) active from \(place.activeFrom.iso)\(until) asks (\(targets))"
        }
        let people = requests.map { request in
            "(" + request.scores.sorted { precedesInBytes($0.key, $1.key) }.map { "\($0.key) \($0.value)" }.joined(separator: ", ") + ")"
        }
        return """
            places: \(places.isEmpty ? "none" : places.joined(separator: "; ")). \
            Participants on \(Self.day.iso): \(people.isEmpty ? "none" : people.joined(separator: "; ")).
            """
    }
}
