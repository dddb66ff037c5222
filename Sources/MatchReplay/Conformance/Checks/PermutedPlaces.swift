extension ConformanceCheck {
    static let permutedPlaces = ConformanceCheck(
        name: "permuted places", tried: "A list does not depend on the order in which places are offered.",
        makeCase: { ConformanceCase($0, seed: $1, places: 9, requests: 3, grid: true) },
        violation: { subject, example in
            var turned = example
            turned.market.workplaces.reverse()
            turned.market.profiles.reverse()
            let lists = try await subject.answers(example), others = try await subject.answers(turned)
            let last = example.ids.count - 1
            return zip(lists, others).lazy.compactMap {
                AnswerComparison.difference($0, $1, exactly: subject.ordersTiesById, ids: example.ids, translate: { last - $0 })
            }.first.map { "offered in reverse order, the places made another list: \($0)" }
        })

    static let relabelling = ConformanceCheck(
        name: "relabelled places", tried: "Places under each other's ids make the same list under those ids, but for the order of ties.",
        makeCase: { ConformanceCase($0, seed: $1, places: 9, requests: 3, grid: $1 % 2 == 0) },
        violation: { subject, example in
            let rotated = example.ids.isEmpty ? [] : Array(example.ids[1...]) + [example.ids[0]]
            let lists = try await subject.answers(example), others = try await subject.answers(example.renamed(rotated))
            return zip(lists, others).lazy.compactMap { AnswerComparison.difference($0, $1, exactly: false, ids: example.ids) }.first
                .map { "under other ids, the places made another list: \($0)" }
        })

    static let unseenIds = ConformanceCheck(
        name: "unseen ids", tried: "Ids that nobody has used before, with spaces, quotes, other scripts or leading zeros, are places like any other.",
        makeCase: { ConformanceCase($0, seed: $1, places: 9, requests: 2) },
        violation: { subject, example in
            let unusual = subject.claims.ties == .numeric ? unusualNumbers : unusualTexts
            let lists = try await subject.answers(example), others = try await subject.answers(example.renamed(Array(unusual.prefix(example.ids.count))))
            return zip(lists, others).lazy.compactMap { AnswerComparison.difference($0, $1, exactly: false, ids: example.ids) }.first
                .map { "under unusual ids, the places made another list: \($0)" }
        })

    /// Two of these are the same text to Unicode, and not the same bytes.
    private static let unusualTexts = [
        "with space", "\"quoted\"", "back\\slash", "caf\u{E9}", "cafe\u{301}", "\u{645}\u{643}\u{627}\u{646}", "tab\tand\nline", "\u{1F33F}", String(repeating: "x", count: 300),
    ]
    private static let unusualNumbers = ["0", "00", "007", "7", "18446744073709551616", "99999999999999999999999999", "010", "10", "4294967296"]
}
