import Foundation
import Metrics
import Testing

/// A statement that must hold for every generated case, and that a planted bug must break.
///
/// `subject` is the thing under test as a closure, `planted` the same with a bug of the kind the property is there to catch: one
/// statement is tried on both, so a property that cannot fail is itself a failure. Cases come from seeds 1...cases.
enum Property {
    /// - Parameters:
    ///   - cases: in the fast suite; FAIRNESS_AUDIT_SIMULATION_FACTOR multiplies it.
    ///   - interesting: cases that reach the branch the property is about; at least one in a hundred must.
    ///   - holds: the statement about a case and a subject. An error it throws counts as a failure.
    static func check<Case, Subject>(
        _ name: String, cases: Int, subject: Subject, planted: Subject,
        generate: (inout SeededRandom) throws -> Case, interesting: (Case) -> Bool,
        holds: (Case, Subject) throws -> Bool, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let cases = cases * Simulated.factor
        var reached = 0
        var failures = 0
        var firstFailure: Int?
        var caught = 0
        for seed in 1...cases {
            var random = SeededRandom(seed: UInt64(seed))
            let example = try generate(&random)
            if interesting(example) { reached += 1 }
            if (try? holds(example, subject)) != true {
                failures += 1
                firstFailure = firstFailure ?? seed
            }
            if (try? holds(example, planted)) != true { caught += 1 }
        }
        #expect(failures == 0, "\(name): \(failures) of \(cases) cases, first at seed \(firstFailure ?? 0)", sourceLocation: sourceLocation)
        #expect(caught > 0, "\(name): the planted bug was not noticed in \(cases) cases", sourceLocation: sourceLocation)
        #expect(reached * 100 >= cases, "\(name): only \(reached) of \(cases) cases are interesting", sourceLocation: sourceLocation)
        print("PROPERTY | \(name) | \(cases) | \(reached) | \(caught)")
    }
}
