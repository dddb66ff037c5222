import Cohort
import Foundation

extension AssessmentsFile {
    /// Decodes strictly: an unknown, missing or duplicate key is an error with its path and the nearest word that is known.
    /// A step that nobody filled in is left out; it is never an empty text.
    /// - Parameter source: the file's name, for messages.
    public static func read(_ data: Data, source: String) throws(JSONError) -> AssessmentsFile {
        var root = try JSONObject(try JSONValue(parsing: data, source: source), source: source)
        root.ignore("$schema")
        guard try root.integer("version", in: 1...99) == 1 else {
            throw root.error("version", "only version 1 is known; use a newer fairness-audit for a newer file")
        }
        let cycle = try cycle(&root)
        var assessments: [AuditReport.Assessment] = []
        for var entry in try root.objects("findings") {
            let assessment = try assessment(&entry)
            guard !assessments.contains(where: { $0.finding == assessment.finding }) else {
                throw entry.error("finding", "\"\(assessment.finding)\" stands twice; keep one entry per finding")
            }
            assessments.append(assessment)
        }
        let signOff = try signOff(&root)
        try root.close()
        return AssessmentsFile(cycle: cycle, assessments: assessments, signOff: signOff, sha256: Fingerprint.sha256(of: data), source: source)
    }

    private static func cycle(_ root: inout JSONObject) throws(JSONError) -> String {
        let cycle = try root.written("cycle")
        let days = cycle.split(separator: "/", omittingEmptySubsequences: false).map { Day(iso: String($0)) }
        guard AuditCycle(quarter: cycle) != nil || (days.count == 2 && !days.contains(nil)) else {
            throw root.error("cycle", "the report that this is about is expected, such as 2026-Q4, or 2026-01-01/2026-12-31 for a single audit")
        }
        return cycle
    }

    private static func assessment(_ entry: inout JSONObject) throws(JSONError) -> AuditReport.Assessment {
        let finding = try entry.written("finding")
        if let problem = Inventory.problem(ofIndicator: finding.split(separator: " ").first.map(String.init) ?? "") {
            throw entry.error("finding", "\(problem). A finding is named by indicator, metric, attribute and group with spaces between them, or the start of that, as in \"M2 top5_day_activity_share test_language\"")
        }
        let assessment = AuditReport.Assessment(
            finding: finding, bias: try entry.statement("bias"), justification: try justification(&entry), desirability: try entry.statement("desirability"))
        try entry.close()
        return assessment
    }

    private static func justification(_ entry: inout JSONObject) throws(JSONError) -> AuditReport.Assessment.Justification {
        guard var parts = try entry.optionalObject("justification") else { return .init(legitimate: nil, suitable: nil, necessary: nil, proportionate: nil) }
        let justification = AuditReport.Assessment.Justification(
            legitimate: try parts.statement("legitimate"), suitable: try parts.statement("suitable"), necessary: try parts.statement("necessary"),
            proportionate: try parts.statement("proportionate"))
        try parts.close()
        return justification
    }

    private static func signOff(_ root: inout JSONObject) throws(JSONError) -> AuditReport.SignOff? {
        guard var object = try root.optionalObject("signOff") else { return nil }
        let author = try object.signature("author"), reviewer = try object.signature("reviewer")
        if let author, let reviewer, author.by.lowercased() == reviewer.by.lowercased() {
            throw object.error("reviewer", "is \"\(reviewer.by)\", who is also the author; four eyes need two roles")
        }
        let signOff = AuditReport.SignOff(
            author: author, reviewer: reviewer, advice: try object.statement("advice"), decision: try decision(&object),
            expires: try object.optionalDay("expires")?.iso)
        try object.close()
        return signOff
    }

    private static func decision(_ object: inout JSONObject) throws(JSONError) -> AuditReport.SignOff.Decision? {
        guard var parts = try object.optionalObject("decision") else { return nil }
        let decision = AuditReport.SignOff.Decision(
            outcome: try parts.choice("outcome", of: AuditReport.SignOff.Outcome.self), reason: try parts.written("reason"), by: try parts.role("by"),
            on: try parts.day("on").iso)
        try parts.close()
        return decision
    }
}

extension JSONObject {
    /// A text with who wrote it and when; `nil` when it is not there yet.
    fileprivate mutating func statement(_ key: String) throws(JSONError) -> AuditReport.Statement? {
        guard var parts = try optionalObject(key) else { return nil }
        let statement = AuditReport.Statement(text: try parts.written("text"), by: try parts.role("by"), on: try parts.day("on").iso)
        try parts.close()
        return statement
    }

    fileprivate mutating func signature(_ key: String) throws(JSONError) -> AuditReport.SignOff.Signature? {
        guard var parts = try optionalObject(key) else { return nil }
        let signature = AuditReport.SignOff.Signature(by: try parts.role("by").trimmingCharacters(in: .whitespaces), on: try parts.day("on").iso)
        try parts.close()
        return signature
    }
}
