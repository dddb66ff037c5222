/// The numbers that a system's town is drawn from. Every group is drawn apart from every other and from what people can do.
struct TownPlan: Sendable {
    /// Of one year, by test language; their sum is the number of people.
    let languages: [(String, Int)]
    /// The same number of people, by age.
    let ageBands: [(ClosedRange<Int>, Int)]
    let municipalities: [(String?, Double)]
    let modes: [(String, Double)]
    let targetGroupRegister: Double
    /// Longest journeys, in quarters of an hour.
    let longestJourneys: ClosedRange<Int>
    let counsellorCount: Int
    let kinds: [Workplaces.Kind]
    /// Places on offer before the reference year's, of which each kind has so many for every ten.
    let earlierPlacesPerTen = 8

    var peopleAYear: Int { languages.reduce(0) { $0 + $1.1 } }

    static func of(_ system: DemonstrationSystem) -> TownPlan {
        switch system {
        case .ikZoek: ikZoek
        case .halloWerk: halloWerk
        }
    }

    /// Huizen and its neighbours: 713 people a year.
    private static let ikZoek = TownPlan(
        languages: [("nl", 366), ("ar", 100), ("ti", 88), ("uk", 76), ("en", 56), ("tr", 27)],
        ageBands: [(18...26, 128), (27...44, 242), (45...54, 163), (55...66, 180)],
        municipalities: [("GM0406", 0.59), ("GM0376", 0.12), ("GM0417", 0.12), ("GM0317", 0.155), (nil, 0.015)],
        modes: [("online", 0.58), ("paper", 0.22), ("assisted", 0.2)],
        targetGroupRegister: 0.2, longestJourneys: 1...4, counsellorCount: 9,
        kinds: [
            .init(code: "paid", count: 95, verbal: 54, levels: [(2, 0.4), (3, 0.35), (4, 0.2), (nil, 0.05)], hours: [20, 24, 28, 32, 36]),
            .init(code: "benefit_retained", count: 75, verbal: 51, levels: [(1, 0.3), (2, 0.5), (3, 0.15), (nil, 0.05)], hours: [16, 20, 24]),
            .init(code: "sheltered", count: 60, verbal: 48, levels: [(1, 0.7), (2, 0.2), (nil, 0.1)], hours: [12, 16, 20]),
            .init(code: Workplaces.dayActivity, count: 70, verbal: 40.5, levels: [(1, 0.5), (nil, 0.5)], hours: [4, 8, 12]),
        ])

    /// Utrecht and its neighbours: 950 people invited a year, of whom about 700 accept.
    private static let halloWerk = TownPlan(
        languages: [("nl", 583), ("ar", 122), ("tr", 82), ("ti", 68), ("uk", 54), ("en", 41)],
        ageBands: [(18...26, 171), (27...44, 323), (45...54, 217), (55...66, 239)],
        municipalities: [("GM0344", 0.57), ("GM0356", 0.13), (farMunicipality, 0.16), ("GM0321", 0.12), (nil, 0.02)],
        modes: [("online", 0.78), ("paper", 0.06), ("assisted", 0.16)],
        targetGroupRegister: 0.25, longestJourneys: 2...6, counsellorCount: 12,
        kinds: [
            .init(code: "paid", count: 60, verbal: 53, levels: [(2, 0.4), (3, 0.35), (4, 0.2), (nil, 0.05)], hours: [12, 16, 20, 24, 28]),
            .init(code: "benefit_retained", count: 30, verbal: 50, levels: [(1, 0.3), (2, 0.5), (3, 0.15), (nil, 0.05)], hours: [8, 12, 16]),
            .init(code: "sheltered", count: 15, verbal: 47, levels: [(1, 0.7), (2, 0.2), (nil, 0.1)], hours: [8, 12, 16]),
            .init(code: Workplaces.dayActivity, count: 15, verbal: 42, levels: [(1, 0.5), (nil, 0.5)], hours: [4, 8]),
        ])

    /// Stichtse Vecht: the municipality of `PlantedEffect.unreachableTravel`.
    static let farMunicipality = "GM1904"
}
