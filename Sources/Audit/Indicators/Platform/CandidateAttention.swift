import Metrics
import RealModule

/// What attention each person gets on the lists of candidates; all parallel to the people.
struct CandidateAttention: Sendable {
    /// Mean over the views that a person could be found in of attention over an equal share at the places that may list the person;
    /// `nil` = no place may list the person in any of them.
    let relative: [Double?]
    /// Whether the person stands on any list.
    let found: [Bool?]
    /// Times on a list, and how often that would have been by equal shares.
    private let slots: [Double]
    private let expected: [Double]

    init(_ candidates: CandidateViews, people: Int) {
        var sums = [Double](repeating: 0, count: people), counts = sums, slots = sums, expected = sums
        for view in candidates.views where !view.equalAttention.isEmpty {
            var own = [Double](repeating: 0, count: view.people.count), times = own
            for list in view.lists {
                for (offset, candidate) in list.participants.enumerated() {
                    own[candidate] += Discount.logarithmic(rank: offset + 1)
                    times[candidate] += 1
                }
            }
            for (position, person) in view.people.enumerated() {
                guard let person, view.equalAttention[position] > 0 else { continue }
                sums[person] += own[position] / view.equalAttention[position]
                counts[person] += 1
                slots[person] += times[position]
                expected[person] += view.equalRanks[position]
            }
        }
        relative = counts.indices.map { counts[$0] > 0 ? sums[$0] / counts[$0] : nil }
        found = counts.indices.map { counts[$0] > 0 ? slots[$0] > 0 : nil }
        (self.slots, self.expected) = (slots, expected)
    }

    /// ln of times on lists over what equal shares would give (skew@k, summed over the views); `nil` when the group is on no list.
    func skew(of members: [Int]) -> Double? {
        let seen = members.reduce(0) { $0 + slots[$1] }, due = members.reduce(0) { $0 + expected[$1] }
        return seen > 0 && due > 0 ? Double.log(seen / due) : nil
    }
}
