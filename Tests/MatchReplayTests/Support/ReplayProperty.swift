import Metrics
import Testing

/// A statement that must hold for every generated case and that a planted bug must break: one statement is tried on the subject and on the same
/// subject with a bug, so a property that cannot fail is itself a failure. Cases come from seeds 1...cases.
enum ReplayProperty {
    /// - Parameters:
    ///   - interesting: cases that reach what the property is about; at least one in ten must.
    ///   - holds: the statement. An error it throws counts as a failure.
    static func check<Case, Subject>(
        _ name: String, cases: Int, subject: Subject, planted: Subject, generate: (UInt64) throws -> Case, interesting: (Case) throws -> Bool,
        holds: (Case, Subject) throws -> Bool, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        var failed: [UInt64] = [], caught = 0, reached = 0
        for seed in 1...UInt64(cases) {
            let example = try generate(seed)
            if try interesting(example) { reached += 1 }
            if (try? holds(example, subject)) != true { failed.append(seed) }
            if (try? holds(example, planted)) != true { caught += 1 }
        }
        #expect(failed.isEmpty, "\(name): failed at seeds \(failed.prefix(5)) of \(cases)", sourceLocation: sourceLocation)
        #expect(caught > 0, "\(name): the planted bug was not noticed in \(cases) cases", sourceLocation: sourceLocation)
        #expect(reached * 10 >= cases, "\(name): only \(reached) of \(cases) cases are interesting", sourceLocation: sourceLocation)
        print("PROPERTY | \(name) | cases \(cases) | interesting \(reached) | planted bug noticed in \(caught)")
    }
}
