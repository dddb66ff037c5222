import Cohort
import Metrics

/// The mean of a value per participant over one group, with an interval that speaks of future participants like these with the same places.
public struct GroupMean: Sendable, Equatable {
    /// Of the group; `Attribute.unknown` for people whose group is not known.
    public let label: String
    public let people: Int
    public let mean: Double
    /// Bootstrap over participants (`BootstrapEstimate`, bca). A failure says why there is none, such as no variation.
    public let interval: Result<Interval, Undefined>

    /// One participant's value. `key` makes the draws (`Pseudonym.randomKey`).
    public struct Value: Sendable, Equatable {
        public let key: UInt64
        public let label: String?
        public let value: Double

        public init(key: UInt64, label: String?, value: Double) {
            self.key = key
            self.label = label
            self.value = value
        }
    }

    /// Groups in byte order of their label. Nobody's value is in two groups.
    public static func byGroup(_ values: [Value], seed: UInt64, replicates: Int = 2_000, level: Double = 0.95) -> [GroupMean] {
        let groups = Dictionary(grouping: values) { $0.label ?? Attribute.unknown }
        return groups.keys.sorted(by: precedesInBytes).map { label in
            let own = groups[label] ?? []
            return GroupMean(
                label: label, people: own.count, mean: CompensatedSum(own.map(\.value)).value / Double(own.count),
                interval: Result { () throws(Undefined) in
                    let people = own.map { ParticipantBootstrap.Observation(key: $0.key, value: $0.value) }
                    let sums = try ParticipantBootstrap(seed: seed, replicates: replicates).sums(groups: [people])
                    return try BootstrapEstimate(sums, .mean(of: 0), kind: .bca).interval(level: level)
                })
        }
    }
}
