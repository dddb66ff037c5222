/// Answers of people to a list of items: true, false, or nil where a person did not answer.
public struct ItemAnswers: Sendable, Equatable {
    /// One list per person, items in the same order.
    public let people: [[Bool?]]

    /// - Throws: `noObservations` without people or items, `unequalLengths` when people have different numbers of items.
    public init(_ people: [[Bool?]]) throws(Undefined) {
        guard let first = people.first, !first.isEmpty else { throw .noObservations }
        guard people.allSatisfy({ $0.count == first.count }) else { throw .unequalLengths }
        self.people = people
    }

    public var items: Int { people[0].count }

    /// Answers to `item` of those who gave one, each with the number of right answers among `matching` and the item itself. An item
    /// that a person left out adds nothing to the score.
    ///
    /// The item belongs to its own matching score (Holland and Thayer 1988): without it the test rejects too often where groups
    /// differ in ability.
    public func answers(to item: Int, matchedOn matching: Set<Int>) -> [MantelHaenszelItem.Answer] {
        let counted = matching.union([item]).sorted()
        return people.compactMap { answers in
            guard let correct = answers[item] else { return nil }
            return (correct: correct, score: counted.count { answers[$0] == true })
        }
    }
}
