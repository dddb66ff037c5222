import Cohort

/// Every question the report asks, in the order in which it prints them.
enum Catalogue {
    static let all: [any Indicator.Type] = [
        BestMatchDistance.self,
        ListComposition.self,
        KindExposure.self,
        CandidateExposure.self,
        RealChoice.self,
        LevelShare.self,
        LanguageReplay.self,
        AdviceStability.self,
        TestAccess.self,
        ProfileQuality.self,
        SupplyFreshness.self,
        FollowRate.self,
        Override.self,
        CounsellorSpread.self,
        AmplificationCascade.self,
        PlacementRate.self,
        TimeToPlacement.self,
        PlacementRetention.self,
        PredictiveFairness.self,
        Growth.self,
        FeedbackLoop.self,
        EmployerMix.self,
        Minimisation.self,
        ReplayFidelity.self,
        Drift.self,
        ChangeImpact.self,
        IntersectionScan.self,
        Funnel.self,
        Travel.self,
        DisclosureLog.self,
    ]

    static var judged: [any JudgedIndicator.Type] { all.compactMap { $0 as? any JudgedIndicator.Type } }
}

/// The catalogue as everybody may read it.
public enum IndicatorCatalogue {
    public static var entries: [IndicatorEntry] { Catalogue.all.map { $0.about } }

    /// Whether groups are compared on it.
    public static func comparesGroups(_ id: String) -> Bool { Catalogue.judged.contains { $0.id == id } }
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
