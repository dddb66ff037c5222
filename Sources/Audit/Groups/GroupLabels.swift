import Cohort

/// The labels of many people, attribute by attribute.
struct GroupLabels: Sendable {
    private let count: Int
    private let columns: [Attribute: Labelling]

    /// - Parameter person: who stands at an index, and the test that gives language and mode.
    init(
        count: Int, system: SystemConfiguration, threads: Int = 1, person: @escaping @Sendable (Int) -> (participant: Participant, test: Assessment?)
    ) {
        self.count = count
        let attributes = Attribute.allCases
        let made = parallelMap(count: attributes.count, threads: threads) { attribute in
            Labelling(
                (0..<count).lazy.map { index -> String? in
                    let (participant, test) = person(index)
                    return system.label(attributes[attribute], of: participant, test: test)
                })
        }
        columns = Dictionary(uniqueKeysWithValues: zip(attributes, made))
    }

    /// The group of each person; of an intersection both sides must be known.
    func labelling(of grouping: Grouping) -> Labelling {
        let sides = grouping.attributes.compactMap { columns[$0] }
        return switch sides.count {
        case 0: Labelling(repeatElement(Optional(Grouping.everybodyCode), count: count))
        case 1: sides[0]
        default: Labelling(
            (0..<count).lazy.map { person -> String? in
                let codes = sides.compactMap { $0.name(person) }
                return codes.count == sides.count ? Grouping.code(codes) : nil
            })
        }
    }
}
