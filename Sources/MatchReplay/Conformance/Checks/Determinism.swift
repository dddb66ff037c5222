extension ConformanceCheck {
    static let determinism = ConformanceCheck(
        name: "determinism", tried: "The same question, asked twice, gets the same lists in the same order.",
        makeCase: { ConformanceCase($0, seed: $1, places: 8, requests: 4, grid: true) },
        violation: { subject, example in
            let first = try await subject.answers(example), second = try await subject.answers(example)
            return zip(first, second).lazy.compactMap { AnswerComparison.difference($0, $1, exactly: true, ids: example.ids) }.first
                .map { "asked again, a participant got another list: \($0)" }
        })
}
