import Metrics

/// Random choices of the generator. Each topic of each person has a stream of its own, so that planting an effect changes
/// what it is about and nothing else. Only sums and comparisons of uniform numbers: the same bits on every machine.
struct Draw {
    enum Topic: UInt64 {
        case groups, background, abilities, testing, sitting, places, advice, counsellor, steering, placing, afterwards
        // Added later: at the end, so that what the others draw stays as it was.
        case trusting, ending, earlierPlaces, invitation, ability, journeys, demand, contacts, approach
    }

    private var random: SeededRandom

    init(seed: UInt64, _ topic: Topic, _ index: Int = 0) {
        random = SeededRandom(seed: CounterRandom.bits(seed: seed, participant: topic.rawValue, replicate: UInt64(index)))
    }

    mutating func chance(_ probability: Double) -> Bool { random.uniform() < probability }

    mutating func integer(in range: ClosedRange<Int>) -> Int { range.lowerBound + random.index(below: range.count) }

    /// Normal to the eye: twelve uniform numbers minus six (mean 0, variance 1, between -6 and 6). No logarithm, whose last bit
    /// differs between machines.
    mutating func normal() -> Double {
        var sum = -6.0
        for _ in 0..<12 { sum += random.uniform() }
        return sum
    }

    /// One of the options, each as likely as its weight; `nil` only when there are none.
    mutating func pick<Option>(_ options: [(Option, Double)]) -> Option? {
        var left = random.uniform() * options.reduce(0) { $0 + $1.1 }
        for (option, weight) in options {
            left -= weight
            if left < 0 { return option }
        }
        return options.last?.0
    }

    mutating func element<Element>(of elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[random.index(below: elements.count)]
    }

    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var elements = elements
        random.shuffle(&elements)
        return elements
    }

    /// So many of each, in random order.
    mutating func deck<Value>(_ counts: [(Value, Int)]) -> [Value] {
        shuffled(counts.flatMap { Array(repeating: $0.0, count: $0.1) })
    }

    /// The value, or unknown.
    mutating func known<Value>(_ value: Value?, unknown probability: Double) -> Value? {
        chance(probability) ? nil : value
    }
}

extension Double {
    /// To `digits` decimals, as the nearest double of that decimal.
    func rounded(digits: Int) -> Double {
        var unit = 1.0
        for _ in 0..<digits { unit *= 10 }
        return (self * unit).rounded() / unit
    }
}
