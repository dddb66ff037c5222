/// Mantel-Haenszel figures of all items of a test, with the items they were matched on.
///
/// With purification the matching score is made of items that were not flagged themselves: all items are tested, the flagged ones
/// leave the score, and so on until nothing changes (Holland and Thayer 1988; Candell and Drasgow 1988). Without it an item that
/// functions differently contaminates the score and makes innocent items look different the other way.
public struct MatchedItems: Sendable {
    /// How purification ended.
    public enum Ending: String, Sendable {
        /// It was not asked for.
        case notPurified = "not_purified"
        /// The flagged items stayed the same.
        case settled
        /// The same sets came back in a circle: every item flagged anywhere in the circle was left out of the score.
        case cycled
        /// Every item that can be tested was flagged: no score is left to match on, and the figures are those before that round.
        case noAnchors = "no_anchors"
    }

    /// One per item; an item without a figure carries the reason.
    public let items: [Result<MantelHaenszelItem, Undefined>]
    /// Items in the matching score; an item under test is always added to its own.
    public let anchors: Set<Int>
    public let ending: Ending
    /// Times all items were tested.
    public let rounds: Int
    /// p value below which an item is flagged.
    public let significance: Double

    /// - Parameters:
    ///   - group: answers of the group (the focal group).
    ///   - reference: answers of the reference, the same items in the same order.
    ///   - significance: of the continuity-corrected chi-squared, per item.
    /// - Throws: `unequalLengths` when the sides have different numbers of items.
    public init(
        group: ItemAnswers, reference: ItemAnswers, purifying: Bool, significance: Double = 0.05
    ) throws(Undefined) {
        guard group.items == reference.items else { throw .unequalLengths }
        let everything = Set(0..<group.items)
        var anchors = everything
        var figures = Self.figures(group, reference, anchors)
        var rounds = 1
        var ending = Ending.notPurified
        if purifying {
            var history = [anchors]
            while true {
                let next = everything.subtracting(Self.flagged(figures, significance))
                if next == anchors {
                    ending = .settled
                    break
                }
                if next.isEmpty {
                    ending = .noAnchors
                    break
                }
                // A finite number of sets: the history must end in one that was there before.
                if let first = history.firstIndex(of: next) {
                    let common = history[first...].reduce(everything) { $0.intersection($1) }
                    ending = common.isEmpty ? .noAnchors : .cycled
                    if !common.isEmpty, common != anchors {
                        anchors = common
                        figures = Self.figures(group, reference, anchors)
                        rounds += 1
                    }
                    break
                }
                anchors = next
                history.append(next)
                figures = Self.figures(group, reference, anchors)
                rounds += 1
            }
        }
        items = figures
        self.anchors = anchors
        self.ending = ending
        self.rounds = rounds
        self.significance = significance
    }

    /// Items whose chi-squared is significant.
    public var flagged: Set<Int> { Self.flagged(items, significance) }

    private static func flagged(_ figures: [Result<MantelHaenszelItem, Undefined>], _ significance: Double) -> Set<Int> {
        Set(figures.indices.filter { index in
            guard case .success(let item) = figures[index] else { return false }
            return item.test.pValue < significance
        })
    }

    private static func figures(
        _ group: ItemAnswers, _ reference: ItemAnswers, _ anchors: Set<Int>
    ) -> [Result<MantelHaenszelItem, Undefined>] {
        (0..<group.items).map { item in
            Undefined.result { () throws(Undefined) in
                try MantelHaenszelItem(
                    group: group.answers(to: item, matchedOn: anchors), reference: reference.answers(to: item, matchedOn: anchors))
            }
        }
    }
}
