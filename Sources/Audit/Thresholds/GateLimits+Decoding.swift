import Cohort

extension GateLimits {
    /// - Parameter object: the value of `gate`.
    static func read(_ object: inout JSONObject) throws(JSONError) -> GateLimits {
        var entries = try object.object("indicators")
        var indicators: [String: HarmLimits] = [:]
        for id in indicatorIDs {
            var entry = try entries.object(id)
            indicators[id] = HarmLimits(margin: try entry.limit("margin", in: 0...100), signal: try entry.limit("signal", in: 0...100))
            try entry.close()
        }
        try entries.close()
        let limits = GateLimits(
            indicators: indicators, questions: try Thresholds.questions(&object, "questions"),
            notSettled: try object.limit("notSettled") { limit throws(JSONError) in try limit.choice("value", of: Policy.self) },
            smallGroup: try object.limit("smallGroup") { limit throws(JSONError) in try limit.choice("value", of: Policy.self) },
            churn: try object.limit("churn", in: 0...1), fittingShare: try object.limit("fittingShare", in: 0.5...1),
            requiredLimits: try object.limit("requiredLimits", requiredLimits), anchor: try object.limit("anchor", anchor),
            controls: try object.limit("controls", in: 100...100_000))
        try object.close()
        return limits
    }

    private static func requiredLimits(_ limit: inout JSONObject) throws(JSONError) -> [RequiredLimit] {
        var limits: [RequiredLimit] = []
        for item in try limit.array("value") {
            guard case .string(let name) = item, let known = RequiredLimit(rawValue: name) else {
                throw limit.error("value", "each of these must be one of \(RequiredLimit.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            guard !limits.contains(known) else { throw limit.error("value", "\(name) stands twice; keep one") }
            limits.append(known)
        }
        return limits
    }

    private static func anchor(_ limit: inout JSONObject) throws(JSONError) -> Anchor? {
        guard limit.optionalValue("value") != nil else { return nil }
        var entry = try limit.object("value")
        let anchor = Anchor(
            file: try entry.words("file"), sha256: try entry.words("sha256"), approvedOn: try Thresholds.day(&entry, "approvedOn"),
            approvedBy: try entry.words("approvedBy"))
        guard anchor.sha256.count == 64, anchor.sha256.allSatisfy({ "0123456789abcdef".contains($0) }) else {
            throw entry.error("sha256", "64 lower-case hexadecimal digits are expected; sha256sum prints them")
        }
        try entry.close()
        return anchor
    }

    /// Rejects combinations under which a verdict of the gate could not mean what it says.
    func checkConsistency(source: String) throws(JSONError) {
        func fail(_ path: String, _ problem: String) throws(JSONError) { throw JSONError(source: source, path: "gate." + path, problem: problem) }
        for id in Self.indicatorIDs {
            guard let limits = indicators[id] else { continue }
            if limits.margin.value <= 0 { try fail("indicators.\(id).margin", "a margin of 0 can never be shown to hold; set the largest change that is still small") }
            if limits.signal.value < limits.margin.value {
                try fail("indicators.\(id).signal", "the signal size lies below the margin, so one change could be both small and harm; raise the signal size or lower the margin")
            }
        }
        if questions.isEmpty { try fail("questions", "without a question nothing could block; name at least one") }
        if questions.contains(where: { $0.grouping.isIntersection }) {
            try fail("questions", "the gate compares the groups of one attribute at a time; name one attribute")
        }
        if questions.count > Thresholds.maximumPrimaryQuestions {
            try fail("questions", "at most \(Thresholds.maximumPrimaryQuestions) questions can block; leave the others to the scan")
        }
        var seen: Set<String> = []
        for question in questions {
            let name = "questions.\(question.indicator) x \(question.grouping.name)"
            if indicators[question.indicator] == nil {
                try fail(name, "the gate cannot block on \"\(question.indicator)\"\(Spelling.suggestion(for: question.indicator, among: Self.indicatorIDs))")
            }
            if !seen.insert(name).inserted { try fail(name, "this question stands twice; keep one") }
        }
    }
}
