import Intake

/// What the test of the demonstration measures: T-scores (mean 50, standard deviation 10 in the norm group), stored from 0 to 100.
enum TestBattery {
    struct Dimension {
        let code: String
        let component: String
        let nl: String
        let en: String
        var languageFree = false
    }

    static let dimensions: [Dimension] = [
        Dimension(code: verbal, component: "capacity", nl: "Verbaal vermogen", en: "Verbal ability"),
        Dimension(code: "cap_numerical", component: "capacity", nl: "Rekenvaardigheid", en: "Numerical ability"),
        Dimension(code: "cap_spatial", component: "capacity", nl: "Ruimtelijk inzicht", en: "Spatial ability", languageFree: true),
        Dimension(code: "cap_reasoning", component: "capacity", nl: "Logisch redeneren", en: "Reasoning"),
        Dimension(code: "cap_evaluation", component: "capacity", nl: "Beoordelen", en: "Evaluation"),
        Dimension(code: "per_agreeableness", component: "personality", nl: "Vriendelijkheid", en: "Agreeableness"),
        Dimension(code: "per_conscientiousness", component: "personality", nl: "Zorgvuldigheid", en: "Conscientiousness"),
        Dimension(code: "per_extraversion", component: "personality", nl: "Extraversie", en: "Extraversion"),
        Dimension(code: "per_openness", component: "personality", nl: "Openheid", en: "Openness"),
        Dimension(code: "per_stability", component: "personality", nl: "Emotionele stabiliteit", en: "Emotional stability"),
        Dimension(code: "com_collaborating", component: "competence", nl: "Samenwerken", en: "Collaborating"),
        Dimension(code: "com_communicating", component: "competence", nl: "Communiceren", en: "Communicating"),
        Dimension(code: "com_customer", component: "competence", nl: "Klantgerichtheid", en: "Customer focus"),
        Dimension(code: "com_learning", component: "competence", nl: "Leren", en: "Learning"),
        Dimension(code: "com_organising", component: "competence", nl: "Plannen en organiseren", en: "Planning and organising"),
        Dimension(code: "com_persevering", component: "competence", nl: "Doorzetten", en: "Persevering"),
    ]

    static let verbal = "cap_verbal"
    /// The scales on which women and men truly differ under `PlantedEffect.stalePlaces`.
    static let leaning = [
        "per_agreeableness", "per_extraversion", "per_openness", "per_stability", "com_collaborating", "com_customer", "com_learning", "com_persevering",
    ]
    /// Versions of the test: the second came for everybody on the first day of a quarter.
    static let versions = ("4.1", "4.2")
    static let normMean = 50.0
    static let normDeviation = 10.0
    static let bounds = 0.0...100.0
    /// Standard error of measurement, in T-points: a reliability of .91 in the norm group.
    static let standardError = 3.0

    static var scales: [ScaleRecord] {
        dimensions.map {
            ScaleRecord(
                scaleCode: $0.code, component: $0.component, labelNl: $0.nl, labelEn: $0.en, minimum: bounds.lowerBound,
                maximum: bounds.upperBound, languageFree: $0.languageFree)
        }
    }

    /// A T-score as the supplier reports it: one decimal, within the bounds.
    static func reported(_ score: Double) -> Double {
        min(max(score, bounds.lowerBound), bounds.upperBound).rounded(digits: 1)
    }
}
