import Cohort

/// Which recorded gates a report tells about, and which live versions never went through one.
enum ReleaseHistory {
    /// The gates since the previous report, and the last gate of every override that is still in force, whenever it was given.
    /// - Parameters:
    ///   - recorded: every gate on record, in order of time.
    ///   - previous: last day of the previous report; `nil` = there is none, and the period itself is told.
    static func releases(_ recorded: [AuditReport.Release], after previous: String?, in period: Period) -> [AuditReport.Release] {
        let today = period.to.iso
        let known = recorded.filter { $0.on <= today }.map { release -> AuditReport.Release in
            var release = release
            for index in release.overrides.indices { release.overrides[index].state = state(of: release.overrides[index], on: today) }
            return release
        }
        // Days of the form 2026-10-01 sort as their text does.
        let recent = Set(known.indices.filter { index in previous.map { known[index].on > $0 } ?? (known[index].on >= period.from.iso) })
        // An override stands in every gate of its candidate; one of them, the last, says it.
        var standing: [Decision: Int] = [:]
        for index in known.indices {
            for override in known[index].overrides where override.state == .inForce {
                standing[Decision(override: override.id, candidate: known[index].candidate.sha256)] = index
            }
        }
        return recent.union(standing.values).sorted().map { known[$0] }
    }

    private struct Decision: Hashable {
        let override: String
        let candidate: String
    }

    private static func state(of override: AuditReport.Release.Override, on day: String) -> AuditReport.Release.Override.State {
        day < override.approvedOn ? .notYet : day <= override.expires ? .inForce : .expired
    }

    /// - Parameters:
    ///   - firstRuns: version -> day of its first list in the window. A snapshot may give the Monday of the week instead of the day.
    ///   - recorded: every gate on record; `nil` = no record was given.
    static func liveVersions(firstRuns: [String: Day], recorded: [AuditReport.Release]?) -> [AuditReport.LiveVersion] {
        firstRuns.sorted { $0.key < $1.key }.map { version, first in
            guard let recorded else { return .init(version: version, gate: .notLookedUp) }
            let gates = recorded.filter { $0.candidate.version == version }
            guard !gates.isEmpty else { return .init(version: version, gate: .none) }
            guard let passed = gates.filter({ $0.verdict == .passed }).map(\.on).min() else { return .init(version: version, gate: .notPassed) }
            // Any day of that week may be meant, so only a gate after it is certainly later.
            return .init(version: version, gate: passed <= (first.monday + 6).iso ? .passed : .later)
        }
    }
}
