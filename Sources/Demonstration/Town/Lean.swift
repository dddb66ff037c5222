import Intake

/// In which direction women and men differ under `PlantedEffect.stalePlaces`, and which places lie nearer to women for it.
package struct Lean: Sendable {
    /// By scale: 1 where women are higher, -1 where they are lower. As many up as down, so that no profile as a whole is higher.
    private let signs: [String: Double]

    /// Of the ways to lean the one that has least to do with the kind of work in this town: places are so few that some kinds of work lean by chance.
    init(_ places: [WorkplaceRecord], _ profiles: [IdealProfileRecord]) {
        let scales = TestBattery.leaning
        let isDayActivity = Dictionary(places.map { ($0.workplaceId, $0.workKind == Workplaces.dayActivity) }, uniquingKeysWith: { first, _ in first })
        let kinds = (day: places.count { $0.workKind == Workplaces.dayActivity }, other: places.count { $0.workKind != Workplaces.dayActivity })
        // Per scale: how much higher day activity asks it than other work does, as the distance weighs it.
        var apart = [Double](repeating: 0, count: scales.count)
        for profile in profiles {
            guard let scale = scales.firstIndex(of: profile.scaleCode), let isDay = isDayActivity[profile.workplaceId] else { continue }
            apart[scale] += Self.pull(profile) / Double(max(1, isDay ? kinds.day : kinds.other)) * (isDay ? 1 : -1)
        }
        var best = 0, bestSum = Double.infinity
        for pattern in 0..<(1 << scales.count) where pattern.nonzeroBitCount == scales.count / 2 {
            let sum = abs(scales.indices.reduce(0) { $0 + (pattern >> $1 & 1 == 1 ? apart[$1] : -apart[$1]) })
            if sum < bestSum { (best, bestSum) = (pattern, sum) }
        }
        signs = Dictionary(uniqueKeysWithValues: scales.enumerated().map { ($1, best >> $0 & 1 == 1 ? 1 : -1) })
    }

    /// Women and men apart by `size` T-points on each scale, each half the way: profiles stay as far from the middle as they were.
    func move(_ scores: inout [String: Double], gender: String?, by size: Double) {
        let half = gender == "female" ? size / 2 : gender == "male" ? -size / 2 : 0
        for (scale, sign) in signs { scores[scale, default: 0] += sign * half }
    }

    /// Of every kind of work the 40 % that lean most, so that what they have in common is no kind of work.
    func strongest(_ places: [WorkplaceRecord], _ profiles: [IdealProfileRecord]) -> Set<String> {
        var lean: [String: Double] = [:]
        for profile in profiles { lean[profile.workplaceId, default: 0] += (signs[profile.scaleCode] ?? 0) * Self.pull(profile) }
        var strongest: Set<String> = []
        for kind in Set(places.map(\.workKind)) {
            let own = places.filter { $0.workKind == kind }.map(\.workplaceId)
            let sorted = own.sorted { a, b in
                let x = lean[a] ?? 0, y = lean[b] ?? 0
                return x != y ? x > y : a < b
            }
            strongest.formUnion(sorted.prefix(sorted.count * 2 / 5))
        }
        return strongest
    }

    /// How far a target draws people who are higher on the scale.
    private static func pull(_ profile: IdealProfileRecord) -> Double { profile.weight * (profile.target - TestBattery.normMean) }
}
