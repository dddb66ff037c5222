import Cohort
import Metrics

/// M21: whose voice is heard.
///
/// Among people whose first placement after their first list began in the window: who gave feedback on it, what they gave, and
/// whether anything was done with it. Score and follow-up speak of those who answered, and of nobody else.
/// Definition: Huizen H140, H155, H157; domain survey M21.
enum FeedbackLoop: JudgedIndicator {
    static let about = IndicatorEntry(
        id: "M21", chapter: .voices,
        name: .init("Terugkoppeling", "Feedback loop"),
        question: .init("Wordt de stem van iedereen even vaak gehoord?", "Is everybody's voice heard as often?"),
        definition: .init(
            "Deel van de geplaatste deelnemers dat zelf terugkoppeling gaf, met het cijfer en of er iets mee is gedaan.",
            "Share of placed participants who gave feedback themselves, with their score and whether it was followed up."),
        needs: [.relation("feedback"), .column("participant_id", of: "feedback"), .relation("placement")],
        optional: [.column("score", of: "feedback"), .column("followed_up_on", of: "feedback")],
        polarity: .lowerIsAdverse,
        parameters: [
            .init(
                name: "responseDays", unit: "days",
                meaning: .init(
                    "Terugkoppeling tot en met deze dag na de plaatsing telt mee.", "Feedback up to and including this day after the placement counts."),
                value: 90, source: "Proposal of the project; not yet signed by the organisation"),
            .init(
                name: "followUpDays", unit: "days",
                meaning: .init(
                    "Binnen zoveel dagen hoort er iets met de terugkoppeling te zijn gedaan.", "Within so many days something is to be done with the feedback."),
                value: 42, source: "Six weeks, as Awb 9:11 gives for a complaint"),
        ],
        verdicts: .init(
            equivalent: .init("De groep laat ongeveer even vaak van zich horen.", "The group is heard about as often."),
            disparity: .init("De stem van de groep ontbreekt vaker.", "The voice of the group is missing more often."),
            inconclusive: .init("Te weinig plaatsingen om te zeggen of de groep even vaak wordt gehoord.", "Too few placements to say whether the group is heard as often.")),
        citation: "Huizen H140, H155, H157")

    static func measure(_ frame: AuditFrame, limits: Thresholds) -> [MeasuredMetric] {
        let voices = frame.memo.value(id) { Voices(frame, limits) }
        var metrics = [
            MeasuredMetric(
                description: describe(
                    "feedback_given", headline: true, unit: "per_100", adverse: "lower",
                    name: .init("Terugkoppeling van de deelnemer", "Feedback of the participant"),
                    question: .init("Wordt de stem van iedereen even vaak gehoord?", "Is everybody's voice heard as often?"),
                    definition: .init(
                        "Deel van de geplaatste deelnemers dat binnen \(voices.responseDays) dagen zelf terugkoppeling gaf.",
                        "Share of placed participants who gave feedback themselves within \(voices.responseDays) days."),
                    less: .init("laat minder vaak van zich horen", "heard less often"), more: .init("laat vaker van zich horen", "heard more often")),
                observations: .exits(voices.given(by: Voices.participant)))
        ]
        if frame.snapshot.offers("score", of: "feedback") {
            metrics.append(
                MeasuredMetric(
                    description: describe(
                        "feedback_score", unit: "number", adverse: "lower",
                        name: .init("Cijfer van de deelnemer", "Score of the participant"),
                        question: .init("Is iedereen die terugkoppeling gaf even tevreden?", "Is everybody who gave feedback as satisfied?"),
                        definition: .init(
                            "Gemiddeld cijfer (1 tot 5) van de geplaatste deelnemers die er een gaven.",
                            "Mean score (1 to 5) of the placed participants who gave one."),
                        less: .init("lager cijfer", "lower score"), more: .init("hoger cijfer", "higher score")),
                    observations: .values(voices.scores(by: Voices.participant))))
        }
        if frame.snapshot.offers("followed_up_on", of: "feedback") {
            metrics.append(
                MeasuredMetric(
                    description: describe(
                        "feedback_followed_up", unit: "per_100", adverse: "lower",
                        name: .init("Er is iets mee gedaan", "Followed up"),
                        question: .init("Wordt met ieders terugkoppeling even vaak iets gedaan?", "Is everybody's feedback followed up as often?"),
                        definition: .init(
                            "Deel van de terugkoppeling van deelnemers waarmee binnen \(voices.followUpDays) dagen iets is gedaan.",
                            "Share of participants' feedback that was followed up within \(voices.followUpDays) days."),
                        less: .init("minder vaak iets mee gedaan", "followed up less often"), more: .init("vaker iets mee gedaan", "followed up more often")),
                    observations: .exits(voices.followedUp(by: Voices.participant))))
        }
        return metrics
    }
}
