import Cohort

extension DifferingLists {
    /// The recorded list is that under another variant of the ideal profiles. A place without that variant keeps its profile for everyone.
    func underOtherProfileVariants(_ runs: [Int]) throws(ReplayError) -> [Int: DifferenceReason] {
        var found: [Int: DifferenceReason] = [:]
        // The profiles that are tried take the place of those for everyone.
        var core = core
        core.profiles = .everyone
        for variant in Set(snapshot.profiles.map(\.profileVariant)).sorted(by: precedesInBytes) {
            var other = snapshot
            let own = Set(snapshot.profiles.lazy.filter { $0.profileVariant == variant }.map(\.workplaceId))
            other.profiles = snapshot.profiles.compactMap { entry in
                guard entry.profileVariant == (own.contains(entry.workplaceId) ? variant : "") else { return nil }
                var entry = entry
                entry.profileVariant = ""
                return entry
            }
            // The constants stay those of the snapshot: another profile does not move the scale.
            let open = runs.filter { found[$0] == nil }
            found.merge(reproduced(open, by: other, core, cause: .profileVariant(variant)), uniquingKeysWith: { first, _ in first })
        }
        return found
    }
}
