import Testing

@testable import Cohort

@Suite struct SnakeCaseTests {
    @Test(arguments: [("leftOn", "left_on"), ("participantId", "participant_id"), ("gender", "gender"), ("labelNl", "label_nl"), ("", "")])
    func namesOfPropertiesBecomeNamesOfColumns(property: String, column: String) { #expect(SnakeCase.name(property) == column) }
}
