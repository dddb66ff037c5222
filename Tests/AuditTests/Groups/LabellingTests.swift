import Cohort
import Testing

@testable import Audit

@Suite struct LabellingTests {
    @Test func numbersStandForCodesInByteOrder() {
        let labels = ["nl", nil, "ar", "nl", "Tigrinya", nil, "ar", "\u{e9}"]
        let labelling = Labelling(labels)
        #expect(labelling.names == ["Tigrinya", "ar", "nl", "\u{e9}"] && labelling.count == labels.count)
        #expect(labels.indices.map { labelling.name($0) } == labels)
        #expect(labelling.group(0) == 2 && labelling.group(1) == nil)
        #expect(Labelling([String?]()).names.isEmpty && Labelling([nil, nil]).group(1) == nil)
    }

    /// An intersection needs both sides; everybody is one group.
    @Test func groupingsOfSeveralAttributes() {
        let people = (0..<4).map { number in
            var participant = Participant(participantId: Pseudonym(high: 0, low: UInt64(number)))
            participant.gender = number == 3 ? nil : number.isMultiple(of: 2) ? "female" : "male"
            participant.ageBand = number == 0 ? nil : "55+"
            return participant
        }
        let labels = GroupLabels(count: 4, system: .standard) { (people[$0], nil) }
        func names(_ grouping: Grouping) -> [String?] {
            let labelling = labels.labelling(of: grouping)
            return people.indices.map { labelling.name($0) }
        }
        #expect(names(Grouping(.gender)) == ["female", "male", "female", nil])
        #expect(names(Grouping(.gender, .ageBand)) == [nil, "male | 55+", "female | 55+", nil])
        #expect(names(.everybody) == Array(repeating: Grouping.everybodyCode, count: 4))
        #expect(names(Grouping(.testLanguage)) == [nil, nil, nil, nil])
    }
}
