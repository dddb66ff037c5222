import Cohort
import Metrics

/// To whom the tie rule gives: whoever gains and whoever loses, side by side.
public struct TieBeneficiaries: Sendable, Equatable {
    public struct Place: Sendable, Equatable {
        /// Position in `Snapshot.workplaces`.
        public let workplace: Int
        public let given: Double
        public let expected: Double
        public var gift: Double { given - expected }
    }

    public struct WorkKind: Sendable, Equatable {
        public let workKind: String
        /// Places of this kind in the snapshot.
        public let places: Int
        public let given: Double
        public let expected: Double
        public var gift: Double { given - expected }
    }

    /// The places that gain most, and those that lose most, the largest first; equal ones in the order of the snapshot. Equally many of either.
    public let gaining: [Place]
    public let losing: [Place]
    /// Every kind of work, in byte order.
    public let workKinds: [WorkKind]

    /// - Parameter most: places listed on either side.
    public init(_ exposure: TieExposure, workplaces: [Workplace], most: Int) {
        let places = workplaces.indices.map { Place(workplace: $0, given: exposure.given[$0], expected: exposure.expected[$0]) }
        // What is left of adding the same numbers in two orders is no gift.
        let moved = places.filter { abs($0.gift) > 1e-9 * max(1, $0.expected) }
        let largest = moved.sorted { $0.gift != $1.gift ? $0.gift > $1.gift : $0.workplace < $1.workplace }
        gaining = Array(largest.prefix { $0.gift > 0 }.prefix(most))
        losing = Array(largest.filter { $0.gift < 0 }.sorted { $0.gift != $1.gift ? $0.gift < $1.gift : $0.workplace < $1.workplace }.prefix(most))
        let kinds = Dictionary(grouping: workplaces.indices, by: { workplaces[$0].workKind })
        workKinds = kinds.keys.sorted(by: precedesInBytes).map { kind in
            let own = kinds[kind] ?? []
            return WorkKind(
                workKind: kind, places: own.count, given: CompensatedSum(own.map { exposure.given[$0] }).value,
                expected: CompensatedSum(own.map { exposure.expected[$0] }).value)
        }
    }
}
