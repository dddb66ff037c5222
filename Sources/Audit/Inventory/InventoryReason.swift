/// Why an audit of these data does not answer a line, or not wholly.
public enum InventoryReason: String, Sendable, Codable, CaseIterable {
    case notInDatabase = "not_in_database"
    case surveyNeeded = "survey_needed"
    case outsideTool = "outside_tool"
    case legalQuestion = "legal_question"
    case shownByPeople = "shown_by_people"
    case ruleOfReport = "rule_of_report"
    case staffMatter = "staff_matter"
    case addressee

    public var words: AuditReport.Words {
        switch self {
        case .notInDatabase:
            .init("Hierover staat niets in de database, en daar hoeft het ook niet in te komen.", "The database holds nothing about this, nor need it.")
        case .surveyNeeded:
            .init("Dit is wat mensen ervaren: vraag het hun zelf, in een gesprek of een enquête.", "This is what people experience: ask them, in a conversation or a survey.")
        case .outsideTool:
            .init("Dit ligt buiten wat deze controle kan zien.", "This lies outside what this audit can see.")
        case .legalQuestion:
            .init("Dit is een juridische vraag: voor de jurist en de functionaris gegevensbescherming.", "This is a legal question: for the lawyer and the data protection officer.")
        case .shownByPeople:
            .init("Mensen doen dit en laten zien dat het gebeurt; het bewijs houden zij bij in actions.json.", "People do this and show that it is done; they keep the evidence in actions.json.")
        case .ruleOfReport:
            .init("Geen meting: het rapport houdt zich hier zelf aan.", "No measurement: the report itself keeps to this.")
        case .staffMatter:
            .init("Dit gaat over het werk van medewerkers: voor het team en de ondernemingsraad.", "This is about the work of staff: for the team and the works council.")
        case .addressee:
            .init("Leest het rapport of een deel ervan; wordt zelf niet gemeten.", "Reads the report or a part of it; is not measured.")
        }
    }
}
