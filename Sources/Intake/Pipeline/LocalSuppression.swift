import Cohort

/// Makes as little unknown as it takes for everybody to have at least four others alike: of members of small classes the education level,
/// then the age band, then the gender. Larger classes are left alone, so that groups lose few people.
enum LocalSuppression {
    private typealias Suppressible = (column: String, path: any WritableKeyPath<Participant, String?> & Sendable)

    private static let order: [Suppressible] = [
        ("education_level", \.educationLevel), ("age_band", \.ageBand), ("gender", \.gender),
    ]

    static func apply(_ copy: inout Snapshot, _ losses: inout PipelineLosses) {
        for attribute in order {
            for members in QuasiIdentifiers.classes(of: copy).values where members.count < PipelineCopy.leastAlike {
                for index in members { suppress(attribute, of: index, &copy, &losses) }
            }
        }
        fillUp(&copy, &losses)
    }

    /// A few people of one language of whom nothing else is left to suppress: others of their language join them, from its largest class.
    private static func fillUp(_ copy: inout Snapshot, _ losses: inout PipelineLosses) {
        while true {
            let classes = QuasiIdentifiers.classes(of: copy)
            let lonely = classes.filter { $0.value.count < PipelineCopy.leastAlike }
            // By language, so that the order of a dictionary decides nothing.
            guard let small = lonely.min(by: { $0.key.languages.lexicographicallyPrecedes($1.key.languages) }) else { return }
            let others = classes.filter { $0.key.languages == small.key.languages && $0.key != small.key }
            guard let largest = others.values.max(by: { ($0.count, $1[0]) < ($1.count, $0[0]) }) else { return }
            let missing = PipelineCopy.leastAlike - small.value.count
            // What stays behind must be enough too; else they all come along.
            let joining = largest.count - missing >= PipelineCopy.leastAlike ? Array(largest.prefix(missing)) : largest
            for index in joining {
                for attribute in order { suppress(attribute, of: index, &copy, &losses) }
            }
        }
    }

    private static func suppress(_ attribute: Suppressible, of index: Int, _ copy: inout Snapshot, _ losses: inout PipelineLosses) {
        guard copy.participants[index][keyPath: attribute.path] != nil else { return }
        copy.participants[index][keyPath: attribute.path] = nil
        losses.suppressed[attribute.column, default: 0] += 1
    }
}
