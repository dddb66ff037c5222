import Testing
import Metrics

@Suite struct SegregationPropertyTests {
    private struct Lists {
        let lists: [[Int]]
        let labels: [Int?]

        init(_ random: inout SeededRandom) {
            let n = 2 + random.index(below: 8)
            lists = (0..<n).map { _ in
                var all = Array(0..<5)
                random.shuffle(&all)
                return Array(all.prefix(random.index(below: 8) == 0 ? 0 : 1 + random.index(below: 4)))
            }
            labels = (0..<n).map { $0 < 2 ? $0 : random.index(below: 6) == 0 ? nil : random.index(below: 2) }
        }

        func segregation(group: Int = 0, named: Int = 2, lists: [[Int]]? = nil, labels: [Int?]? = nil) throws -> ExposureSegregation {
            try ExposureSegregation(
                ParticipantLists(lists ?? self.lists, workplaces: 5, groups: ParticipantGroups(labels ?? self.labels, named: named)),
                group: group, reference: 1 - group, discount: .logarithmic, depth: 3, seed: 5, replicates: 3)
        }

        /// Both sides have somebody with a list.
        var areComparable: Bool {
            (0..<2).allSatisfy { group in zip(lists, labels).contains { !$0.0.isEmpty && $0.1 == group } }
        }
    }

    @Test func divergence() throws {
        try Property.check(
            "segregation: symmetric, bounded, unchanged by order, doubling, names of places and an empty group", cases: 10_000,
            subject: { (s: ExposureSegregation) in s.estimate },
            // Weighted by the size of the group, which the order of naming and doubling changes.
            planted: { s in s.estimate * Double(s.groupCount) },
            generate: { Lists(&$0) }, interesting: { $0.areComparable && $0.lists.count > 3 },
            holds: { example, value in
                guard example.areComparable else {
                    do {
                        _ = try example.segregation()
                        return false
                    } catch let error as Undefined {
                        return error == .noObservations
                    }
                }
                let s = try example.segregation()
                let one = value(s)
                let other = try example.segregation(group: 1)
                let reversed = try example.segregation(lists: example.lists.reversed(), labels: example.labels.reversed())
                let doubled = try example.segregation(lists: example.lists + example.lists, labels: example.labels + example.labels)
                let renamed = try example.segregation(lists: example.lists.map { $0.map { 4 - $0 } })
                let empty = try example.segregation(named: 3)
                return value(other) == one && other.pValue == s.pValue && abs(other.nullMean - s.nullMean) < 1e-15
                    && value(reversed) == one && value(doubled) == one && value(renamed) == one && value(empty) == one
                    && s.estimate >= 0 && s.estimate <= Double.logarithm(2) + 1e-12 && s.pValue >= 0.25 && s.pValue <= 1
            })
    }
}
