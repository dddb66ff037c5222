import Cohort

/// The places in the shape the kernel reads: scale by scale, with neighbouring places side by side.
struct PlaceTable: Sendable {
    let count: Int
    /// scales x places; scaled targets, 0 where the place does not ask the scale.
    let targets: [Double]
    /// scales x places; 0 where the place does not ask the scale.
    let weights: [Double]
    /// Position of each place in the order that breaks ties.
    let tiePosition: [Int]
    private let active: [(from: Day, to: Day?)]

    init(_ core: FrozenCore, workplaces: [Workplace], profiles: [IdealProfileEntry]) throws(ReplayError) {
        count = workplaces.count
        // Keyed by bytes: two ids that Unicode holds to be equal are still two places.
        let index = Dictionary(workplaces.enumerated().map { (Array($1.workplaceId.utf8), $0) }, uniquingKeysWith: { first, _ in first })
        let scaleIndex = Dictionary(core.scales.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })

        var targets = [Double](repeating: 0, count: core.scales.count * count)
        var weights = targets
        for entry in profiles where FrozenCore.takesPart(entry) {
            guard let scale = scaleIndex[entry.scaleCode], let place = index[Array(entry.workplaceId.utf8)] else { continue }
            let own = core.core.weights.profile ? entry.weight : 1
            guard own >= 0 else {
                if own.isNaN { throw .notFinite(relation: "ideal_profile", code: entry.scaleCode) }
                throw .negativeWeight(code: entry.scaleCode)
            }
            let target = core.scales[scale].workplaces(entry.target)
            let weight = core.scales[scale].weight * own
            guard target.isFinite, weight.isFinite else { throw .notFinite(relation: "ideal_profile", code: entry.scaleCode) }
            targets[scale * count + place] = target
            weights[scale * count + place] = weight
        }
        self.targets = targets
        self.weights = weights
        tiePosition = try TieOrder.positions(of: workplaces, by: core.core.ties, core: core.core.name)
        active = workplaces.map { ($0.activeFrom, $0.activeTo) }
    }

    func isActive(_ place: Int, on day: Day) -> Bool {
        active[place].from <= day && (active[place].to.map { day <= $0 } ?? true)
    }
}
