/// An article, measure or audit norm, and the places in the report that say something for it. Only its id and our own words, never its text.
struct Norm {
    let source: Source
    /// As its source writes it: `mon-07`, `35`, `2.18, 2.19`.
    let id: String
    /// Ids of sections; what this report does not have is left out where it is printed.
    let sections: [String]
    /// Whether its text was read when the matrix was made. What was not read must still be checked by a jurist.
    let isRead: Bool

    enum Source: String, CaseIterable {
        case algoritmekader
        case avg
        case uavg
        case aiAct = "ai_act"
        case equalTreatment = "equal_treatment"
        case socialDomain = "social_domain"
        case auditCourt = "audit_court"
        case auditService = "audit_service"
        case humanIntervention = "human_intervention"
        case archives
        case accessibility
        case organisation
    }

    init(_ source: Source, _ id: String, _ sections: [String], isRead: Bool) {
        self.source = source
        self.id = id
        self.sections = sections
        self.isRead = isRead
    }

    /// `norm.avg.35`, `norm.audit_court.2.18-2.19`.
    var phrase: String { "norm.\(source.rawValue).\(id.lowercased().replacing(", ", with: "-").replacing(" ", with: "_"))" }
}
