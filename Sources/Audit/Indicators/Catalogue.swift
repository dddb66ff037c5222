/// Every question the report asks, in the order in which it prints them.
enum Catalogue {
    static let judged: [any JudgedIndicator.Type] = [
        BestMatchDistance.self,
        ListComposition.self,
        Override.self,
        PlacementRate.self,
    ]
}

extension JudgedIndicator {
    static func describe(
        _ metric: String, headline: Bool = false, unit: String, adverse: String,
        name: AuditReport.Words, question: AuditReport.Words, definition: AuditReport.Words, less: AuditReport.Words, more: AuditReport.Words
    ) -> AuditReport.IndicatorDescription {
        .init(
            indicator: id, metric: metric, chapter: chapter, name: name, question: question, definition: definition,
            less: less, more: more, unit: unit, adverse: adverse, headline: headline)
    }
}

extension AuditReport.Words {
    init(_ nl: String, _ en: String) { self.init(nl: nl, en: en) }
}
