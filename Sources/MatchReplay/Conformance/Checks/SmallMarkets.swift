extension ConformanceCheck {
    static let emptyMarket = ConformanceCheck(
        name: "empty market", tried: "Without places every list is empty, and that is no error.",
        makeCase: { ConformanceCase($0, seed: $1, places: 0, requests: Int($1)) },
        violation: { subject, example in
            _ = try await subject.answers(example)
            _ = try await subject.answers(example, top: 3)
            return nil
        })

    static let onePlace = ConformanceCheck(
        name: "one place", tried: "With one place, that place is every list of those it can be on.",
        makeCase: { ConformanceCase($0, seed: $1, places: 1, requests: 2) },
        violation: { subject, example in
            for top in [nil, 1, 3] {
                for list in try await subject.answers(example, top: top) where subject.claims.ranks != nil && list.workplaces.count != example.ids.count {
                    return "a list holds \(list.workplaces.count) places where the only place is due"
                }
            }
            return nil
        })

    static let withoutScores = ConformanceCheck(
        name: "without scores", tried: "A participant without any score is no error, and changes nobody else's list.",
        makeCase: { subject, seed in
            var example = ConformanceCase(subject, seed: seed, places: 5, requests: 3)
            example.requests[1].scores = [:]
            return example
        },
        violation: { subject, example in
            var others = example
            others.requests.removeAll { $0.scores.isEmpty }
            let lists = zip(example.requests, try await subject.answers(example)).filter { !$0.0.scores.isEmpty }.map(\.1)
            return zip(lists, try await subject.answers(others)).lazy.compactMap {
                AnswerComparison.difference($0, $1, exactly: subject.tiesBelongToThePerson, ids: example.ids)
            }.first.map { "with a participant without scores among them, somebody got another list: \($0)" }
        })
}
