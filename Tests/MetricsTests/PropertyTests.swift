import Testing
import Metrics

/// The harness itself: it must notice a property that fails, one that cannot fail, and one that tests nothing of interest.
@Suite struct PropertyTests {
    private func run(subject: @escaping (Int) -> Int, planted: @escaping (Int) -> Int, interesting: @escaping (Int) -> Bool) throws {
        try Property.check(
            "harness", cases: 200, subject: subject, planted: planted, generate: { $0.index(below: 10) }, interesting: interesting,
            holds: { $1($0) == $0 })
    }

    @Test func passesWhenTheSubjectHoldsAndTheBugIsCaught() throws {
        try run(subject: { $0 }, planted: { $0 + 1 }, interesting: { $0 == 3 })
    }

    @Test func failsWhenTheSubjectBreaksIt() {
        withKnownIssue { try run(subject: { $0 == 7 ? 0 : $0 }, planted: { $0 + 1 }, interesting: { _ in true }) }
    }

    @Test func failsWhenNoBugCouldBreakIt() {
        withKnownIssue { try run(subject: { $0 }, planted: { $0 }, interesting: { _ in true }) }
    }

    @Test func failsWhenNoCaseIsInteresting() {
        withKnownIssue { try run(subject: { $0 }, planted: { $0 + 1 }, interesting: { _ in false }) }
    }
}
