/// People who meet every one of some conditions, each "attribute has this value".
public struct Subgroup: Sendable, Hashable {
    public struct Condition: Sendable, Hashable {
        /// Position of the attribute.
        public let attribute: Int
        /// Code of the value.
        public let value: Int

        public init(attribute: Int, value: Int) {
            self.attribute = attribute
            self.value = value
        }
    }

    /// By ascending attribute, at most one per attribute.
    public let conditions: [Condition]

    public init(conditions: [Condition]) {
        self.conditions = conditions.sorted { $0.attribute < $1.attribute }
    }

    /// True when this group has all conditions of `other` and more.
    public func isPart(of other: Subgroup) -> Bool {
        conditions.count > other.conditions.count && other.conditions.allSatisfy(conditions.contains)
    }

    /// Every group of at most `depth` conditions with at least `minimumSize` people inside and outside in both halves of `split`,
    /// the more general first. Of several with exactly the same people only the most general is kept.
    ///
    /// - Parameter attributes: per attribute one code per participant; a negative code is "unknown" and forms no condition.
    package static func all(
        attributes: [[Int]], depth: Int, minimumSize: Int, split: SplitSample
    ) -> [(subgroup: Subgroup, isMember: [Bool])] {
        let count = split.discovery.count + split.test.count
        var isTest = [Bool](repeating: false, count: count)
        for index in split.test { isTest[index] = true }
        func isLarge(_ members: [Int]) -> Bool {
            let test = members.count { isTest[$0] }
            return min(test, members.count - test) >= minimumSize
        }
        var seen: Set<[Int]> = []
        var found: [(subgroup: Subgroup, isMember: [Bool])] = []
        var level: [(conditions: [Condition], members: [Int])] = [([], Array(0..<count))]
        for _ in 0..<max(0, depth) {
            var next: [(conditions: [Condition], members: [Int])] = []
            for parent in level {
                for attribute in attributes.indices.dropFirst((parent.conditions.last?.attribute ?? -1) + 1) {
                    let byValue = Dictionary(grouping: parent.members.filter { attributes[attribute][$0] >= 0 }) { attributes[attribute][$0] }
                    for (value, members) in byValue.sorted(by: { $0.key < $1.key }) where isLarge(members) {
                        let conditions = parent.conditions + [Condition(attribute: attribute, value: value)]
                        next.append((conditions, members))
                        var isMember = [Bool](repeating: false, count: count)
                        for index in members { isMember[index] = true }
                        let others = isMember.indices.filter { !isMember[$0] }
                        guard isLarge(others), seen.insert(members).inserted else { continue }
                        found.append((Subgroup(conditions: conditions), isMember))
                    }
                }
            }
            level = next
        }
        return found
    }
}
