@testable import Audit

extension AuditReport.SystemDescription {
    /// A description with everything filled in, and one with nothing but what the audit itself knows.
    static func fixture(filledIn: Bool, special: Bool = false) -> AuditReport.SystemDescription {
        func words(_ nl: String, _ en: String) -> AuditReport.Words { .init(nl: nl, en: en) }
        func step(_ name: String, _ by: String, automatic: Bool = false, alongside: Bool = false, chapter: String? = nil) -> Step {
            Step(name: words(name, name), by: words(by, by), text: words("\(name) gebeurt.", "\(name) happens."), isAutomatic: automatic, isAlongside: alongside, chapter: chapter)
        }
        return .init(
            configuration: filledIn ? String(repeating: "c", count: 64) : nil, purpose: filledIn ? words("Zoekt plekken bij mensen.", "Looks for places.") : nil,
            steps: filledIn ? [
                step("Profiel", "Inwoner", chapter: "test"), step("Plek melden", "Werkgever", alongside: true), step("Vergelijken", "Computer", automatic: true, chapter: "advice"),
                step("Contact", "Werkgever", chapter: "platform"),
            ] : [],
            registerLink: filledIn ? "https://algoritmes.overheid.nl/voorbeeld" : nil,
            aiClassification: filledIn ? .init(class: words("hoog risico", "high risk"), decidedOn: "2026-05-01", decidedBy: "college") : nil,
            legalBasis: filledIn ? words("artikel 6, lid 1, onder e, AVG", "article 6(1)(e) GDPR") : nil,
            impactAssessments: filledIn ? [.init(kind: .dpia, reference: "DPIA 2026-14", on: "2026-03-02")] : [],
            retention: filledIn ? words("twee jaar", "two years") : nil,
            groupings: [.init(attribute: "test_language", purpose: words("Een toets in een andere taal.", "A test in another language."))],
            specialCategories: special
                ? [.init(attribute: "target_group_register", purpose: words("Wie wordt gekozen?", "Who is picked?"), approver: "functionaris", approvedOn: "2026-01-02", expires: "2026-12-31")]
                : [],
            disclosure: .init(minimumCell: 10, minimumNumeratorPublic: 5, differenceGuard: 10, minimumUncertainty: 7, minimumGroup: 30))
    }
}
