import Cohort

/// What the counsellor did with each person's last list, and how strong that advice was; all parallel to the people.
///
/// The list is the recorded one, which the counsellor saw; its distances are replayed ones, all in one unit.
struct Following: Sendable {
    /// Whether the first place was chosen; `nil` = no place was chosen from a list.
    let followed: [Bool?]
    /// Rank of the chosen place from 1; `nil` when it was not on the list.
    let rank: [Int?]
    /// d(2) - d(1): how much nearer the first place is than the second.
    let margin: [Double?]
    /// Whether the test behind the list carried a quality flag.
    let flagged: [Bool]

    /// Whether the advice was weak: a flagged test, or a first place hardly nearer than the second.
    /// - Parameter share: of the cohort's choices whose margin is called small.
    func isWeak(share: Double) -> [Bool?] {
        let margins = followed.indices.compactMap { followed[$0] == nil ? nil : margin[$0] }.sorted()
        let limit = margins.isEmpty ? 0 : margins[min(margins.count - 1, max(0, Int(share * Double(margins.count))))]
        return followed.indices.map { person in
            guard followed[person] != nil else { return nil }
            return flagged[person] || margin[person].map { $0 < limit } ?? false
        }
    }
}

extension Following {
    init(_ frame: AuditFrame) {
        let snapshot = frame.snapshot
        let place = Dictionary(snapshot.workplaces.enumerated().map { ($1.workplaceId, $0) }, uniquingKeysWith: { first, _ in first })
        let flags = Set(snapshot.assessments.lazy.filter { $0.qualityFlag != nil }.map(\.assessmentId))
        var followed: [Bool?] = [], rank: [Int?] = [], margin: [Double?] = [], flagged: [Bool] = []
        for person in frame.people {
            guard let choice = person.choice, let run = person.chosenRun, case let list = frame.recordedPlaces(ofRun: run), let first = list.first,
                let chosen = snapshot.choices[choice].chosenWorkplaceId.flatMap({ place[$0] })
            else {
                followed.append(nil)
                rank.append(nil)
                margin.append(nil)
                flagged.append(false)
                continue
            }
            followed.append(chosen == first)
            rank.append(list.firstIndex(of: chosen).map { $0 + 1 })
            let lists = frame.replayed
            margin.append(lists.distanceCount(ofRun: run) > 1 ? lists.distance(ofRun: run, at: 1) - lists.distance(ofRun: run, at: 0) : nil)
            flagged.append(flags.contains(snapshot.runs[run].assessmentId))
        }
        (self.followed, self.rank, self.margin, self.flagged) = (followed, rank, margin, flagged)
    }
}
