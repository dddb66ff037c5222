import Metrics

/// People with four attributes (5, 2, 3 and 4 values, some unknown) and an outcome that one pair of values may lower.
struct SimulatedPeople {
    var keys: [UInt64] = []
    var attributes: [[Int]] = [[], [], [], []]
    var features: [[Double]] = []
    var outcomes: [Double] = []

    init(seed: UInt64, count: Int, shift: Double) {
        var random = SeededRandom(seed: seed)
        for person in 0..<count {
            keys.append(UInt64(person) &* 2_654_435_761 &+ seed)
            let codes = [5, 2, 3, 4].map { random.uniform() < 0.03 ? -1 : random.index(below: $0) }
            for index in codes.indices { attributes[index].append(codes[index]) }
            features.append(codes.map { Double($0) } + [random.normal()])
            outcomes.append(random.normal() + (codes[0] == 3 && codes[1] == 1 ? shift : 0))
        }
    }

    static let planted = Subgroup(conditions: [.init(attribute: 1, value: 1), .init(attribute: 0, value: 3)])
}
