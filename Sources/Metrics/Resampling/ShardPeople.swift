/// The people of one group in one shard, laid out for drawing: one stream each, equal values side by side.
struct ShardPeople {
    /// A stretch of people with the same value.
    struct Run {
        let range: Range<Int>
        let value: FixedPointValue
    }

    let streams: [UInt64]
    let runs: [Run]

    /// So many people to a value on average, or their order is left: putting them together would cost more than it saves.
    private static let worthAStretch = 8
    private static let fewValues = 16

    /// - Throws: `notFinite`, `outsideRange` as `FixedPointValue`.
    init(_ people: [ParticipantBootstrap.Observation], seed: UInt64) throws(Undefined) {
        var values: [FixedPointValue] = []
        values.reserveCapacity(people.count)
        for person in people { values.append(try FixedPointValue(person.value)) }
        let order = Self.order(values)
        streams = order.map { ExponentialWeights.stream(seed: seed, participant: people[$0].key) }
        var runs: [Run] = []
        var start = 0
        for place in order.indices where place + 1 == order.count || values[order[place + 1]] != values[order[place]] {
            runs.append(Run(range: start..<(place + 1), value: values[order[place]]))
            start = place + 1
        }
        self.runs = runs
    }

    /// Places of the people, those of equal value together when there are few values. Sums are whole numbers, so that the order
    /// cannot change them.
    private static func order(_ values: [FixedPointValue]) -> [Int] {
        let most = max(fewValues, values.count / worthAStretch)
        var distinct: [Int64: Int] = [:]
        var places: [[Int]] = []
        for (place, value) in values.enumerated() {
            if let index = distinct[value.first] {
                places[index].append(place)
            } else {
                if places.count == most { return Array(values.indices) }
                distinct[value.first] = places.count
                places.append([place])
            }
        }
        return Array(places.joined())
    }

    /// Weights of five consecutive replicates, each summed over a stretch of people.
    ///
    /// This loop is nearly all that a bootstrap costs: per person one hash, and per weight a shift, a mask, a load and an addition.
    static func weights(_ streams: Span<UInt64>, _ table: Span<UInt16>, _ range: Range<Int>, block: UInt64) -> SIMD8<Int64> {
        var (a, b, c, d, e): (UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0)
        precondition(range.lowerBound >= 0 && range.upperBound <= streams.count && table.count == 4096)
        let offset = block &* CounterRandom.golden
        for place in range {
            let bits = CounterRandom.mixed(streams[unchecked: place] &+ offset)
            a &+= UInt64(table[unchecked: Int(bits & 0xfff)])
            b &+= UInt64(table[unchecked: Int((bits >> 12) & 0xfff)])
            c &+= UInt64(table[unchecked: Int((bits >> 24) & 0xfff)])
            d &+= UInt64(table[unchecked: Int((bits >> 36) & 0xfff)])
            e &+= UInt64(table[unchecked: Int((bits >> 48) & 0xfff)])
        }
        return SIMD8(Int64(a), Int64(b), Int64(c), Int64(d), Int64(e), 0, 0, 0)
    }
}

/// A value and its powers with 32 fractional bits: whole numbers, whose sums are exact in any order.
struct FixedPointValue: Equatable {
    let first: Int64
    let second: Int128
    let third: Int128

    static let unit = 0x1p-32
    /// Above this size a sum of cubes over all people of a country could leave 128 bits.
    static let limit = 0x1p20

    /// - Throws: `notFinite`; `outsideRange` beyond about a million (2^20) in size.
    init(_ value: Double) throws(Undefined) {
        guard value.isFinite else { throw .notFinite }
        guard abs(value) <= Self.limit else { throw .outsideRange }
        first = Int64((value * 0x1p32).rounded())
        second = Self.shifted(Int128(first) * Int128(first))
        third = Self.shifted(second * Int128(first))
    }

    /// Half up on the whole number, the same for everybody with this value.
    private static func shifted(_ product: Int128) -> Int128 {
        (product + (Int128(1) << 31)) >> 32
    }

    /// A sum of such whole numbers as a Double, right to a unit in the last place. The standard library's conversion of 128 bits is
    /// generic code a hundred times slower, and a bootstrap converts every replicate.
    static func double(_ sum: Int128) -> Double {
        let magnitude = sum.magnitude
        let size = Double(UInt64(truncatingIfNeeded: magnitude >> 64)) * 0x1p64 + Double(UInt64(truncatingIfNeeded: magnitude))
        return sum < 0 ? -size : size
    }

    static func == (a: FixedPointValue, b: FixedPointValue) -> Bool { a.first == b.first }
}
