/// Two samples side by side, in ascending order of the pooled values: where their empirical distributions jump.
struct TwoSamples: Sendable {
    /// A value, and how many of each side are at or below it.
    struct Step: Sendable {
        let value: Double
        let group: Int
        let reference: Int
    }

    let groupCount: Int
    let referenceCount: Int
    /// One step per different value, ascending.
    let steps: [Step]

    /// - Throws: `noObservations`, `notFinite`.
    init(group: [Double], reference: [Double]) throws(Undefined) {
        guard !group.isEmpty, !reference.isEmpty else { throw .noObservations }
        guard group.allSatisfy(\.isFinite), reference.allSatisfy(\.isFinite) else { throw .notFinite }
        let first = group.sorted()
        let second = reference.sorted()
        var steps: [Step] = []
        var (i, j) = (0, 0)
        while i < first.count || j < second.count {
            let value = i < first.count && (j == second.count || first[i] <= second[j]) ? first[i] : second[j]
            while i < first.count, first[i] == value { i += 1 }
            while j < second.count, second[j] == value { j += 1 }
            steps.append(Step(value: value, group: i, reference: j))
        }
        groupCount = first.count
        referenceCount = second.count
        self.steps = steps
    }

    /// n m times the distance between the two empirical distributions after a step, as a whole number: exact, and 0 only when equal.
    func gap(_ step: Step) -> Int {
        abs(step.group * referenceCount - step.reference * groupCount)
    }
}
