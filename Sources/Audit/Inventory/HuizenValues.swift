/// The values that the workshop in Huizen names; two stand on each line of the source.
enum HuizenValues {
    static let lines: [InventoryLine] = [
        .huizen(203, part: "a", .value, "Duurzaam ingericht", "Set up to last", ["M18", "M20"]),
        .huizen(203, part: "b", .value, "Goede band met de overheid, goede dienstverlening", "A good relation with government, good service", ["M17", "M21"]),
        .huizen(204, part: "a", .value, "Inzicht, waarheid en objectiviteit", "Insight, truth and objectivity", ["M6", "M8", "M24"]),
        .huizen(204, part: "b", .value, "Welzijn", "Well-being", ["M21"], unanswered: .surveyNeeded),
        .huizen(205, part: "a", .value, "Ontwikkeling van de inwoner", "The resident's development", ["M20"]),
        .huizen(205, part: "b", .value, "Onafhankelijk zijn", "Being independent", ["M12", "M16"]),
        .huizen(206, part: "a", .value, "Het werkt", "It works", ["M16", "M17", "M18", "M19"]),
        .huizen(206, part: "b", .value, "Mensen zijn erbij betrokken", "People are involved", ["M12", "M13", "M14"]),
        .huizen(207, part: "a", .value, "Inclusie, gelijkheid en toegang", "Inclusion, equality and access", ["M1", "M2", "M3", "M4", "M5", "M7", "M9", "M27"]),
        .huizen(207, part: "b", .value, "Betrokken zijn", "Involvement", ["M21", "M22"]),
        .huizen(208, part: "a", .value, "Doelmatig", "Efficient", ["M17"]),
        .huizen(208, part: "b", .value, "Te verantwoorden", "Legitimate", unanswered: .legalQuestion),
        .huizen(209, part: "a", .value, "Privacy", "Privacy", ["M23", "M30"]),
        .huizen(209, part: "b", .value, "Te meten", "Measurable", unanswered: .ruleOfReport),
        .huizen(210, part: "a", .value, "Goede naam", "Reputation", unanswered: .surveyNeeded),
        .huizen(210, part: "b", .value, "Verbonden zijn, contact", "Connection, contact", ["M22"], unanswered: .surveyNeeded),
    ]
}
