extension ConformanceCheck {
    static let permutedParticipants = ConformanceCheck(
        name: "permuted participants", tried: "A list does not depend on the order in which participants are asked about.",
        makeCase: { ConformanceCase($0, seed: $1, places: 8, requests: 5, grid: true) },
        violation: { subject, example in
            var turned = example
            turned.requests.reverse()
            let lists = try await subject.answers(example), others = try await subject.answers(turned).reversed()
            return zip(lists, others).lazy.compactMap { AnswerComparison.difference($0, $1, exactly: subject.tiesBelongToThePerson, ids: example.ids) }.first
                .map { "asked in reverse order, a participant got another list: \($0)" }
        })

    static let independence = ConformanceCheck(
        name: "independence", tried: "A list does not depend on who else is asked about.",
        makeCase: { ConformanceCase($0, seed: $1, places: 8, requests: 4) },
        violation: { subject, example in
            guard let first = example.requests.first else { return nil }
            var alone = example
            alone.requests = [first]
            let lists = try await subject.answers(example), own = try await subject.answers(alone)
            return zip(lists, own).lazy.compactMap { AnswerComparison.difference($0, $1, exactly: subject.tiesBelongToThePerson, ids: example.ids) }.first
                .map { "asked alone, the first participant got another list: \($0)" }
        })
}
