import Cohort
import MatchReplay
import Metrics

/// The transposed replay of a window: on one day in every so many, the nearest candidates of every place that is open.
///
/// Somebody can be found for an agreed number of days after the latest list, also one from before the window, until a placement or
/// until they left. Who can be found that day is ranked by the core that makes people's own lists, with its filters. What a platform really
/// showed an employer on a day in between is not known; M22 and M4 name this as their denominator.
struct CandidateViews: Sendable {
    struct View: Sendable {
        let day: Day
        /// The last day before the next view.
        let until: Day
        /// Who could be found, as indices of people; `nil` = somebody who takes up a rank and is not in the window's figures.
        let people: [Int?]
        /// One list per workplace; `participants` are positions in `people`.
        let lists: [WorkplaceList]
        /// Equal shares of the attention, and of the ranks, of the places that may list each of `people`: on offer that day, with hours and
        /// abilities that fit where the core filters by them. Empty where nobody asks for attention.
        var equalAttention: [Double] = []
        var equalRanks: [Double] = []

        /// Attention at each rank (Järvelin and Kekäläinen 2002), for as far as the lists go.
        static func attention(_ list: WorkplaceList) -> Double {
            list.participants.indices.reduce(0) { $0 + Discount.logarithmic(rank: $1 + 1) }
        }
    }

    let views: [View]

    /// What an indicator that looks at views lets people set, besides how deep a list is read.
    static let parameters: [IndicatorEntry.Parameter] = [
        .init(
            name: "viewDays", unit: "days",
            meaning: .init("Om de zo veel dagen worden de lijsten gemaakt.", "Every so many days the lists are made."), value: 30,
            source: "Proposal of the project; not yet signed by the organisation"),
        .init(
            name: "activeDays", unit: "days",
            meaning: .init("Zo lang na een lijst is iemand te vinden.", "So long after a list somebody can be found."), value: 365,
            source: "Proposal of the project; not yet signed by the organisation"),
    ]

    /// - Parameters:
    ///   - indicator: whose parameters count: `depth`, `viewDays` and `activeDays`.
    ///   - depth: the name of the parameter that says how many candidates of each place.
    /// - Returns: `nil` where lists were not made by a core, or it cannot rank these people.
    static func of(_ frame: AuditFrame, indicator: String, depth: String, limits: Thresholds) -> CandidateViews? {
        let numbers = [depth, "viewDays", "activeDays"].map { Int(limits.parameter($0, of: indicator)) }
        return frame.memo.value("candidate views \(numbers)") {
            make(frame, depth: numbers[0], viewDays: max(1, numbers[1]), activeDays: max(1, numbers[2]))
        }
    }

    private static func make(_ frame: AuditFrame, depth: Int, viewDays: Int, activeDays: Int) -> CandidateViews? {
        guard let core = frame.core, let ranking = try? CandidateRanking(snapshot: frame.snapshot, core: core) else { return nil }
        let candidates = candidates(frame)
        var views: [View] = []
        var day = frame.window.from + viewDays
        while day <= frame.window.to {
            var people: [Int?] = [], runs: [Int] = []
            for candidate in candidates {
                guard let run = candidate.runs.last(where: { frame.snapshot.runs[$0].executedOn <= day }) else { continue }
                let listed = frame.snapshot.runs[run].executedOn
                guard day - listed < activeDays, !candidate.ends.contains(where: { listed <= $0 && $0 <= day }) else { continue }
                people.append(candidate.person)
                runs.append(run)
            }
            let lists = ranking.lists(ofRuns: runs, on: day, first: depth, threads: frame.threads)
            views.append(
                View(
                    day: day, until: min(day + (viewDays - 1), frame.window.to), people: people, lists: lists,
                    equalAttention: ranking.equalShares(ofRuns: runs, on: day, amounts: lists.map(View.attention)),
                    equalRanks: ranking.equalShares(ofRuns: runs, on: day, amounts: lists.map { Double($0.participants.count) })))
            day = day + viewDays
        }
        return CandidateViews(views: views)
    }

    private struct Candidate {
        /// Index of the person in the frame.
        var person: Int?
        /// In order of time.
        var runs: [Int] = []
        /// The days on which the person found a place or left.
        var ends: [Day] = []
    }

    /// Everybody of the snapshot who ever had a list, in pseudonym order.
    private static func candidates(_ frame: AuditFrame) -> [Candidate] {
        let snapshot = frame.snapshot
        var candidates = snapshot.participants.map { Candidate(ends: [$0.leftOn].compactMap { $0 }) }
        for (index, person) in frame.people.enumerated() { candidates[person.participant].person = index }
        let place = Dictionary(uniqueKeysWithValues: snapshot.participants.enumerated().map { ($1.participantId, $0) })
        for (index, run) in snapshot.runs.enumerated() {
            if let own = place[run.participantId] { candidates[own].runs.append(index) }
        }
        for placement in snapshot.placements {
            if let own = place[placement.participantId] { candidates[own].ends.append(placement.startedOn) }
        }
        for index in candidates.indices { candidates[index].runs.sort { snapshot.runs[$0].sequence < snapshot.runs[$1].sequence } }
        return candidates.filter { !$0.runs.isEmpty }
    }
}
