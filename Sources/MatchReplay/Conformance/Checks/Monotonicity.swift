import Cohort

extension ConformanceCheck {
    static let monotonicity = ConformanceCheck(
        name: "monotonicity", tried: "A place whose target on one scale comes closer to the participant's score, all else equal, never ranks lower.",
        obstacle: { $0.claims.monotone ? nil : "it does not claim to be monotone" },
        makeCase: { ConformanceCase($0, seed: $1, places: 6, requests: 2) },
        violation: { subject, example in
            guard !subject.asked.isEmpty else { return nil }
            let before = try await subject.answers(example)
            for place in example.market.workplaces.indices {
                // One scale and one share of the way for each place: a program is started anew for each.
                let turn = Int(example.ids[place]) ?? place
                let scale = subject.asked[turn % subject.asked.count], share = turn % 2 == 0 ? 1 : 0.5
                guard let closer = example.moving(place, on: scale, by: share), let list = before.first,
                    let old = list.workplaces.firstIndex(of: place)
                else { continue }
                let new = try await subject.answers(closer).first?.workplaces.firstIndex(of: place)
                if new.map({ $0 > old }) ?? true {
                    let rank = new.map { "ranks \($0 + 1)" } ?? "is off the list"
                    return "the target of \(example.ids[place]) on \(scale.code) came closer to the score of the first participant (\(Int(share * 100)) % of the way); it ranked \(old + 1) and now \(rank)"
                }
            }
            return nil
        })
}

extension ConformanceCase {
    /// This case for its first participant, with one target moved towards the participant's score.
    fileprivate func moving(_ place: Int, on scale: ConformanceSubject.AskedScale, by share: Double) -> ConformanceCase? {
        guard let request = requests.first, let score = request.scores[scale.code] else { return nil }
        // The target that means what the score means.
        let goal = scale.workplaces.centre + scale.participants(score) * scale.workplaces.spread
        var moved = self
        moved.requests = [request]
        for index in market.profiles.indices
        where market.profiles[index].workplaceId == market.workplaces[place].workplaceId && market.profiles[index].scaleCode == scale.code {
            let target = market.profiles[index].target
            moved.market.profiles[index].target = share == 1 ? goal : target + share * (goal - target)
        }
        return moved
    }
}
