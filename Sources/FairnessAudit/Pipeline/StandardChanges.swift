import Cohort
import MatchReplay

/// A few changes of a core that a pipeline could be asked to judge, by which it is measured what jitter does to verdicts.
enum StandardChanges {
    /// Another distance; each component without weight; each component with twice its weight.
    static func of(_ core: RankingCore, snapshot: Snapshot) -> [RankingCore] {
        var other = core
        other.distance = core.distance == .euclidean ? .manhattan : .euclidean
        let asked = Set(snapshot.profiles.map(\.scaleCode))
        let components = Set(snapshot.scales.filter { asked.contains($0.scaleCode) }.map(\.component))
            .filter { core.weights.components[$0, default: 1] > 0 }.sorted()
        // One component is all there is: without it nothing weighs, and twice its weight is the same order.
        guard components.count > 1 else { return [other] }
        return [other] + components.flatMap { component in
            [0, 2].map { factor in
                var changed = core
                changed.weights.components[component] = factor * core.weights.components[component, default: 1]
                return changed
            }
        }
    }
}
