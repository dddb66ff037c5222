/// The options for action that the workshop in Huizen proposes. It decided on none of them: that was left to the municipality.
enum HuizenOptions {
    static let lines: [InventoryLine] = [
        .huizen(
            224, .option, "Toets in andere talen gelijk maken aan de Nederlandse, of ideaalprofielen per taal",
            "Make tests in other languages equal to the Dutch one, or have ideal profiles per language", in: .technology, ["M1", "M2", "M6", "M7"]),
        .huizen(225, .option, "Beschrijving van het algoritme openbaar maken", "Publish a description of the algorithm", in: .technology, unanswered: .shownByPeople),
        .huizen(226, .option, "Positieve taal in de app", "Positive language in the app", in: .technology, unanswered: .outsideTool),
        .huizen(
            230, .option, "De inwoner ziet in app en rapport hoe het werkt", "The resident sees in app and report how it works", in: .technology,
            unanswered: .shownByPeople),
        .huizen(231, .option, "De lijst is algemeen; maatwerk komt van mensen", "The list is general; people make it fit", in: .technology, ["M13"]),
        .huizen(235, .option, "Tonen waar iemand goed in is", "Show what somebody is good at", in: .technology, unanswered: .ruleOfReport),
        .huizen(236, .option, "De app helpt; iemand blijft een mens", "The app helps; a person remains a person", in: .technology, ["M21"], unanswered: .surveyNeeded),
        .huizen(242, .option, "Toets voor iedereen toegankelijk", "A test that everybody can take", in: .surroundings, ["M9"]),
        .huizen(243, .option, "Toets in meer talen", "A test in more languages", in: .surroundings, ["M1", "M9"]),
        .huizen(244, .option, "Alleen de persoonsgegevens die nodig zijn", "Only the personal data that are needed", in: .surroundings, ["M23"]),
        .huizen(245, .option, "De inwoner kan bij de eigen uitkomst", "The resident can see the own result", in: .surroundings, unanswered: .shownByPeople),
        .huizen(
            246, .option, "Koppelen met andere systemen", "Connect with other systems", in: .surroundings, ["M23"], unanswered: .legalQuestion),
        .huizen(247, .option, "Open zijn naar de inwoner", "Be open towards the resident", in: .surroundings, unanswered: .shownByPeople),
        .huizen(248, .option, "De trajectcoach heeft de regie", "The coach is in charge", in: .surroundings, ["M12", "M13"]),
        .huizen(249, .option, "Nederlands en digitale vaardigheden leren", "Learning Dutch and digital skills", in: .surroundings, ["M20"]),
        .huizen(250, .option, "Vrije keuze in taal en vorm van de toets", "A free choice of test language and form", in: .surroundings, ["M1", "M5", "M9"]),
        .huizen(256, .option, "Vooraf zeggen wat iemand kan verwachten", "Say beforehand what to expect", in: .resident, unanswered: .shownByPeople),
        .huizen(257, .option, "Uitleg en begeleiding", "Explanation and guidance", in: .resident, unanswered: .shownByPeople),
        .huizen(258, .option, "De inwoner kan iets van het advies vinden", "The resident can respond to the advice", in: .resident, ["M21"]),
        .huizen(262, .option, "Programma voor bewustwording", "An awareness programme", in: .professional, ["M12"], unanswered: .shownByPeople),
        .huizen(263, .option, "Training in gebruik en privacy", "Training in use and privacy", in: .professional, ["M12"], unanswered: .shownByPeople),
        .huizen(
            264, .option, "Blijven nagaan of ongewenste verschillen ontstaan", "Keep checking whether unwanted differences arise", in: .professional,
            ["M2", "M15", "M16", "M24", "M27"]),
        .huizen(265, .option, "Een vertrouwde omgeving", "A setting of trust", in: .professional, unanswered: .surveyNeeded),
        .huizen(266, .option, "Laten zien wat er met reacties gebeurt", "Show what is done with responses", in: .professional, ["M21"]),
        .huizen(270, .option, "De werkgever kan reageren", "The employer can respond", in: .employer, ["M21"]),
        .huizen(271, .option, "Een gedeelde missie", "A shared mission", in: .employer, unanswered: .surveyNeeded),
        .huizen(272, .option, "De drempel voor werkgevers verlagen", "Make it easier for employers to join in", in: .employer, ["M22"]),
    ]
}
