import Testing
import Metrics

@Suite struct ItemAnswersTests {
    @Test func theItemBelongsToItsOwnScore() throws {
        let answers = try ItemAnswers([[true, false, true], [false, true, nil], [nil, true, true]])
        let first = answers.answers(to: 0, matchedOn: [1, 2])
        #expect(first.map(\.correct) == [true, false])
        #expect(first.map(\.score) == [2, 1])
        #expect(answers.answers(to: 0, matchedOn: []).map(\.score) == [1, 0])
        #expect(answers.answers(to: 2, matchedOn: [0, 1, 2]).map(\.score) == [2, 2])
        #expect(answers.items == 3)
    }

    @Test func undefinedInput() {
        #expect(throws: Undefined.noObservations) { try ItemAnswers([]) }
        #expect(throws: Undefined.noObservations) { try ItemAnswers([[], []]) }
        #expect(throws: Undefined.unequalLengths) { try ItemAnswers([[true], [true, false]]) }
    }
}
