import Cohort

/// Everybody's values under two cores, measure by measure: all that is judged. Where the values came from does not matter here.
package struct GateChanges: Sendable {
    package struct Measure: Sendable {
        package var against: GateFinding.Against
        /// Id of the indicator.
        package var indicator: String
        /// Value per person under the core that the candidate is held against, and under the candidate; `nil` = none.
        package var reference: [Double?]
        package var candidate: [Double?]
        /// Judged as the group's mean change minus everybody's.
        package var isCentred: Bool
        /// Whether values lie in 0...1, so that nobody's change can exceed 1.
        package var isShare: Bool
        /// No list of anybody differs between the two cores.
        package var isIdentical: Bool

        package init(
            against: GateFinding.Against, indicator: String, reference: [Double?], candidate: [Double?], isCentred: Bool = false, isShare: Bool = true,
            isIdentical: Bool = false
        ) {
            self.against = against
            self.indicator = indicator
            self.reference = reference
            self.candidate = candidate
            self.isCentred = isCentred
            self.isShare = isShare
            self.isIdentical = isIdentical
        }

        /// Who had a value before. A share that the candidate takes away counts as the worst it can be, so that a group cannot be made smaller,
        /// or better, by losing sight of people; a distance has no worst, and shorter lists break a promise.
        var population: [Int] { reference.indices.filter { reference[$0] != nil && after($0) != nil } }

        /// The value under the candidate.
        func after(_ person: Int) -> Double? { candidate[person] ?? (isShare && reference[person] != nil ? 1 : nil) }

        /// Positive = worse. Rounded to what is a difference of values and not of their last bits, so that equal changes are equal.
        func change(of person: Int) -> Double {
            guard let before = reference[person], let after = after(person) else { return 0 }
            return ((after - before) * 1e12).rounded() / 1e12
        }
    }

    /// The known label of each person; `nil` = unknown.
    package var labels: [Attribute: [String?]]
    /// Seeds each person's sign in the controls.
    package var keys: [UInt64]
    package var measures: [Measure]

    /// Nobody's is known where the attribute is not there.
    func labels(_ attribute: Attribute) -> [String?] { labels[attribute] ?? keys.map { _ in nil } }

    package init(labels: [Attribute: [String?]], keys: [UInt64], measures: [Measure]) {
        self.labels = labels
        self.keys = keys
        self.measures = measures
    }
}
