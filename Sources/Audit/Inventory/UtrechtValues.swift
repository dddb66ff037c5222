/// The eight values by which Utrecht assessed HalloWerk. Of most the assessment says that they are not at stake; here that is a question.
enum UtrechtValues {
    static let lines: [InventoryLine] = [
        .utrecht(194, .value, "Privacy", "Privacy", ["M23", "M30"], unanswered: .legalQuestion),
        .utrecht(228, .value, "Zelf beslissen", "Autonomy", ["M28"], unanswered: .surveyNeeded),
        .utrecht(249, .value, "Veiligheid", "Safety", ["M29"], unanswered: .outsideTool),
        .utrecht(260, .value, "Greep op de techniek", "Control of technology", ["M24", "M26"]),
        .utrecht(272, .value, "Rechtvaardigheid", "Justice", ["M1", "M2", "M3", "M4", "M5", "M9", "M16", "M27"]),
        .utrecht(288, .value, "Waardigheid", "Human dignity", ["M22"], unanswered: .ruleOfReport),
        .utrecht(298, .value, "Gezondheid", "Health", ["M16"], unanswered: .surveyNeeded),
        .utrecht(309, .value, "Wie heeft de macht", "Balance of power", ["M22", "M28"]),
    ]
}
