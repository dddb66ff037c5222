import Cohort
import Metrics

/// M28: where people drop out before anybody is matched.
///
/// Each step is asked of those who reached the one before and could be followed long enough after it. Declining is a right: it is
/// printed, and no side of it is called adverse. Steps that a database knows nothing of are left out, and the report says which.
/// Definition: Utrecht U82-88, U128-156, U212-216, U230-233; domain survey M28.
enum Funnel: JudgedIndicator {
    static let about = IndicatorEntry(
        id: "M28", chapter: .population, name: .init("Bereik en uitval per stap", "Reach and drop-out by step"),
        question: .init("Komt iedereen even vaak een stap verder?", "Does everybody get a step further as often?"),
        definition: .init(
            "Van uitnodiging naar antwoord, toets, lijst, contact en plaatsing: per stap het deel van de mensen die de vorige stap bereikten en binnen de afgesproken tijd een stap verder kwamen.",
            "From invitation to answer, test, list, contact and placement: for each step the share of people who reached the one before and came a step further within the agreed time."),
        optional: [
            .relation("invitation"), .column("route", of: "invitation"), .column("workshop", of: "invitation"), .relation("employer_contact"),
            .relation("placement"), .column("completed_at", of: "assessment"),
        ],
        polarity: .lowerIsAdverse,
        parameters: [
            .init(
                name: "stepDays", unit: "days",
                meaning: .init(
                    "Binnen zo veel dagen na een stap moet de volgende zijn bereikt; wie korter is gevolgd, telt niet mee.",
                    "Within so many days after a step the next must be reached; who was followed for less does not count."),
                value: 60, source: "Proposal of the project; not yet signed by the organisation")
        ],
        verdicts: .init(
            equivalent: .init("Deze groep komt ongeveer even vaak een stap verder.", "This group gets a step further about as often."),
            disparity: .init("Deze groep komt minder vaak (of vaker) een stap verder.", "This group gets a step further less (or more) often.")),
        citation: "Utrecht U82-88, U128-156, U212-216")

    static func measure(_ frame: AuditFrame, limits: Thresholds) -> [MeasuredMetric] {
        let passed = passage(frame, limits)
        var metrics = passed.steps.enumerated().map { index, step in
            MeasuredMetric(
                description: describe(
                    step.kind.rawValue, headline: index == 0, unit: "per_100", adverse: "lower", name: step.kind.name, question: about.question,
                    definition: step.kind.definition,
                    less: .init("minder vaak een stap verder", "a step further less often"),
                    more: .init("vaker een stap verder", "a step further more often")),
                observations: .outcomes(step.outcomes))
        }
        if let declined = passed.declined {
            metrics.append(
                MeasuredMetric(
                    description: describe(
                        "declined_of_invited", unit: "per_100", adverse: "neither", name: .init("Uitnodiging geweigerd", "Invitation declined"),
                        question: .init("Weigert iedereen een uitnodiging even vaak?", "Does everybody decline an invitation as often?"),
                        definition: .init(
                            "Deel van de uitgenodigde mensen dat binnen de tijd nee zei. Nee zeggen mag.",
                            "Share of invited people who declined in time. Declining is allowed."),
                        less: .init("minder vaak geweigerd", "declined less often"), more: .init("vaker geweigerd", "declined more often")),
                    observations: .outcomes(declined)))
        }
        return metrics
    }

    static func passage(_ frame: AuditFrame, _ limits: Thresholds) -> FunnelPassage {
        frame.memo.value("M28") { FunnelPassage(frame, stepDays: Int(limits.parameter("stepDays", of: about.id))) }
    }

    /// Table 4.6: every step among those who reached the one before; route and workshop among the invited.
    static func tables(_ frame: AuditFrame, partition: Partition, limits: Thresholds) -> [ReportTable] {
        let passed = passage(frame, limits)
        let grouping = partition.grouping
        let steps = passed.steps.map { step in (step.kind, GroupFigures(step.outcomes, by: grouping, frame, limits)) }
        let declined = passed.declined.map { GroupFigures($0, by: grouping, frame, limits) }
        let guided = passed.guided.map { GroupFigures($0, by: grouping, frame, limits) }
        let workshop = passed.workshop.map { GroupFigures($0, by: grouping, frame, limits) }
        var columns: [ReportTable.Column] = [.init("followed_first_step", "people")] + steps.map { .init($0.0.rawValue, "per_100") }
        if declined != nil { columns.append(.init("declined_of_invited", "per_100")) }
        if guided != nil { columns.append(.init("guided_of_accepted", "per_100")) }
        if workshop != nil { columns.append(.init("workshop_of_accepted", "per_100")) }
        return [
            GroupTable.make(
                id: "4.6", indicator: about.id, partition: partition, columns: columns,
                notes: ["steps_of_the_step_before"] + passed.missing.map { "step_unavailable_\($0)" }
            ) { group, members in
                [.count(members.count)] + steps.map { $0.1.mean(group) } + [declined, guided, workshop].compactMap { $0?.mean(group) }
            }
        ]
    }
}

extension FunnelPassage.Kind {
    var name: AuditReport.Words {
        switch self {
        case .acceptedOfInvited: .init("Uitnodiging aangenomen", "Invitation accepted")
        case .testedOfAccepted: .init("Toets afgerond na aannemen", "Test finished after accepting")
        case .listOfTested: .init("Lijst na toets", "List after test")
        case .contactOfListed: .init("Contact na lijst", "Contact after list")
        case .placedOfContacted: .init("Geplaatst na contact", "Placed after contact")
        case .placedOfListed: .init("Geplaatst na lijst", "Placed after list")
        }
    }

    var definition: AuditReport.Words {
        switch self {
        case .acceptedOfInvited:
            .init("Deel van de uitgenodigde mensen dat binnen de tijd ja zei.", "Share of invited people who said yes in time.")
        case .testedOfAccepted:
            .init("Deel van de mensen die ja zeiden dat binnen de tijd een toets afrondde.", "Share of people who said yes and finished a test in time.")
        case .listOfTested:
            .init("Deel van de mensen met een afgeronde toets dat binnen de tijd een lijst kreeg.", "Share of people with a finished test who got a list in time.")
        case .contactOfListed:
            .init(
                "Deel van de mensen met een lijst dat binnen de tijd contact met een werkgever had.",
                "Share of people with a list who were in contact with an employer in time.")
        case .placedOfContacted:
            .init("Deel van de mensen met contact dat binnen de tijd een plek vond.", "Share of people with a contact who found a place in time.")
        case .placedOfListed:
            .init("Deel van de mensen met een lijst dat binnen de tijd een plek vond.", "Share of people with a list who found a place in time.")
        }
    }
}
