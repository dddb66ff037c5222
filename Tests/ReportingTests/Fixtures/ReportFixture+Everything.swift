/// Every indicator by every grouping: what a page has to hold on its fullest day.
extension ReportFixture {
    typealias Metric = (indicator: String, metric: String, chapter: String, unit: String, adverse: String, headline: Bool, words: [String])

    var metrics: [Metric] {
        guard self == .everything else { return Self.metrics }
        let chapters = ["population", "test", "advice", "human", "outcomes", "voices", "platform", "changes"]
        let known = Set(Self.metrics.map(\.indicator))
        let others = (1...30).map { "M\($0)" }.filter { !known.contains($0) }.enumerated().flatMap { index, id -> [Metric] in
            [true, false].map { headline in
                (
                    id, "metric_\(id)_\(headline)", chapters[index % chapters.count], "per_100", "higher", headline,
                    ["Maat \(headline ? "een" : "twee") van \(id)", "Is er verschil op \(id)?", "minder vaak", "vaker"]
                )
            }
        }
        return Self.metrics + others
    }

    static let moreAttributes: [(String, [GroupSpec])] = [
        ("municipality", (1...15).map(municipality)),
        ("benefit_duration", ["<1y", "1-2y", "2-5y", "5y+"].map { GroupSpec(code: $0, n: 150, effect: 0.01, verdict: "inconclusive") }),
        ("target_group_register", [GroupSpec(code: "true", n: 90, effect: 0.02, verdict: "equivalent")]),
        ("everybody", [GroupSpec(code: "everybody", n: 700, effect: 0.02, verdict: "inconclusive")]),
        ("gender x age_band", ["female | 55+", "male | <27"].map { GroupSpec(code: $0, n: 60, effect: 0.1, verdict: "inconclusive") }),
    ]
}
