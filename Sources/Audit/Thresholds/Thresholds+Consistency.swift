import Cohort

extension Thresholds {
    /// Rejects combinations under which a verdict could not mean what it says.
    func checkConsistency(source: String) throws(JSONError) {
        func require(_ holds: Bool, _ path: String, _ problem: String) throws(JSONError) {
            if !holds { throw JSONError(source: source, path: path, problem: problem) }
        }
        for (id, limits) in indicators.sorted(by: { $0.key < $1.key }) {
            try require(
                limits.signal.value >= limits.margin.value, "indicators.\(id).signal",
                "the signal size lies below the margin, so one difference could be both small and a signal; raise the signal size or lower the margin")
            try require(
                limits.margin.value > 0, "indicators.\(id).margin", "a margin of 0 can never be shown to hold; set the largest difference that is still small")
        }
        try require(
            primaryQuestions.count <= Self.maximumPrimaryQuestions, "primaryQuestions",
            "at most \(Self.maximumPrimaryQuestions) questions can be primary; move the others to the scan by leaving them out")
        try gate?.checkConsistency(source: source)
        var seen: Set<String> = []
        for question in primaryQuestions {
            let path = "primaryQuestions.\(question.indicator) x \(question.grouping.name)"
            try require(
                indicators[question.indicator] != nil, path,
                "indicator \"\(question.indicator)\" is not judged\(Spelling.suggestion(for: question.indicator, among: indicators.keys.sorted()))")
            try require(seen.insert(path).inserted, path, "this question stands twice; keep one")
        }
        let spending = analysis.quarterlySpending.value
        try require(spending.count == 4, "analysis.quarterlySpending", "four quarters need four levels")
        try require(
            spending.reduce(0, +) <= analysis.alpha.value * (1 + 1e-9), "analysis.quarterlySpending",
            "the quarters together spend more than alpha; lower them until their sum is at most alpha")
        try require(
            analysis.topK.value.contains(analysis.listDepth.value), "analysis.listDepth",
            "the list depth must be one of topK, or the report would judge a figure that it does not print")
        try require(
            Set(analysis.topK.value).count == analysis.topK.value.count, "analysis.topK", "a depth stands twice; keep one")
        try require(
            analysis.minimumGroup.value >= disclosure.minimumCell.value, "analysis.minimumGroup",
            "lies below disclosure.minimumCell, so groups that may not be shown would be judged; raise it")
        try require(
            disclosure.minimumNumeratorPublic.value <= disclosure.minimumCell.value, "disclosure.minimumNumeratorPublic",
            "lies above disclosure.minimumCell; the public minimum is for numerators inside cells that are large enough")
        try require(
            fidelity.group.value <= fidelity.overall.value, "fidelity.group",
            "lies above fidelity.overall, so a group could fail while the whole of which it is part passes for no reason; lower it")
    }
}
