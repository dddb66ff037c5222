import Cohort

/// The labels of many people, attribute by attribute.
struct GroupLabels: Sendable {
    private let count: Int
    private let columns: [Attribute: Labelling]

    /// - Parameter person: who stands at an index, and the test that gives language and mode.
    init(count: Int, system: SystemConfiguration, person: @escaping (Int) -> (participant: Participant, test: Assessment?)) {
        self.count = count
        columns = Dictionary(
            uniqueKeysWithValues: Attribute.allCases.map { attribute in
                (
                    attribute,
                    Labelling(
                        (0..<count).lazy.map { index -> String? in
                            let (participant, test) = person(index)
                            return system.label(attribute, of: participant, test: test)
                        })
                )
            })
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
