import Cohort

/// The ideal profiles that count for one test language, in the shape the kernel reads: scale by scale, with neighbouring places side by side.
struct PlaceTable: Sendable {
    let count: Int
    /// scales x places; scaled targets, 0 where the place does not ask the scale.
    let targets: [Double]
    /// scales x places; 0 where the place does not ask the scale.
    let weights: [Double]

    /// - Parameters:
    ///   - variant: a place that has no such profile falls back as the core says.
    ///   - index: of each workplace, by the bytes of its id: two ids that Unicode holds to be equal are still two places.
    init(
        _ core: FrozenCore, variant: String, profiles: [IdealProfileEntry], index: [[UInt8]: Int], count: Int
    ) throws(ReplayError) {
        self.count = count
        let scaleIndex = Dictionary(core.scales.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        let own = variant.isEmpty ? [] : Set(profiles.lazy.filter { $0.profileVariant == variant }.map { Array($0.workplaceId.utf8) })
        let fallsBack = if case .testLanguage(_, .excludePlace) = core.core.profiles { false } else { true }

        var targets = [Double](repeating: 0, count: core.scales.count * count)
        var weights = targets
        for entry in profiles {
            let id = Array(entry.workplaceId.utf8)
            guard entry.profileVariant == variant || (entry.profileVariant.isEmpty && fallsBack && !own.contains(id)),
                let scale = scaleIndex[entry.scaleCode], let place = index[id]
            else { continue }
            let ownWeight = core.core.weights.profile ? entry.weight : 1
            guard ownWeight >= 0 else {
                if ownWeight.isNaN { throw .notFinite(relation: "ideal_profile", code: entry.scaleCode) }
                throw .negativeWeight(code: entry.scaleCode)
            }
            let target = core.scales[scale].workplaces(entry.target)
            let weight = core.scales[scale].weight * ownWeight
            guard target.isFinite, weight.isFinite else { throw .notFinite(relation: "ideal_profile", code: entry.scaleCode) }
            targets[scale * count + place] = target
            weights[scale * count + place] = weight
        }
        self.targets = targets
        self.weights = weights
    }
}
