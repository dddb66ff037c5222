import Synchronization

/// How far the conversation with a program has come, as its writer, its reader and the clock see it.
///
/// Messages are counted from 0: the handshake, then the batches. The clock runs for the oldest message that is not yet answered.
final class Conversation: Sendable {
    private struct State {
        var handshake: ProgramHandshake?
        var started = 0
        var written = 0
        var answered = 0
        var isAllSent = false
        var inputWasClosed = false
        var waitingSince: ContinuousClock.Instant?
        /// What is due for each request of the batches that are not yet answered, oldest first.
        var expected: [[Int?]] = []
        var problem: ProgramError.Problem?
        var ownFailure: (any Error)?
    }

    private let state = Mutex(State())

    var handshake: ProgramHandshake? { state.withLock { $0.handshake } }
    /// The first problem that was met.
    var problem: ProgramError.Problem? { state.withLock { $0.problem } }
    /// What our own side could not do: a request that cannot be sent, a list that nobody could take.
    var ownFailure: (any Error)? { state.withLock { $0.ownFailure } }
    var hasFailed: Bool { state.withLock { $0.problem != nil || $0.ownFailure != nil } }
    var isComplete: Bool { state.withLock { Self.isComplete($0) } }
    var moment: ProgramError.Moment { state.withLock { Self.moment($0) } }

    // MARK: The writer

    /// - Parameter expected: what is due for each request of this batch; `nil` for the handshake.
    func starts(expecting expected: [Int?]?) {
        state.withLock { state in
            if state.started == state.answered { state.waitingSince = .now }
            state.started += 1
            if let expected { state.expected.append(expected) }
        }
    }

    func wrote() { state.withLock { $0.written += 1 } }

    func inputIsClosed() { state.withLock { $0.inputWasClosed = true } }

    func sentAll() {
        state.withLock { state in
            state.isAllSent = true
            if Self.isComplete(state) { state.waitingSince = .now }
        }
    }

    // MARK: The reader

    func accepted(_ handshake: ProgramHandshake) {
        state.withLock { state in
            state.handshake = handshake
            Self.count(&state)
        }
    }

    /// What is due for each request of the oldest batch that is not yet answered.
    func nextExpected() -> [Int?]? {
        state.withLock { $0.expected.isEmpty ? nil : $0.expected.removeFirst() }
    }

    func answeredBatch() { state.withLock { Self.count(&$0) } }

    func fail(_ problem: ProgramError.Problem) {
        state.withLock { $0.problem = $0.problem ?? problem }
    }

    func failOurselves(_ error: any Error) {
        state.withLock { $0.ownFailure = $0.ownFailure ?? error }
    }

    // MARK: The clock

    enum Clock: Equatable {
        /// Nothing is due before this.
        case runs(until: ContinuousClock.Instant)
        case isOver
    }

    /// Where nothing is waited for, nothing can be late before another `deadline` has passed.
    func clock(_ deadline: Duration) -> Clock {
        state.withLock { state in
            let due = (state.waitingSince ?? .now) + deadline
            return due <= .now ? .isOver : .runs(until: due)
        }
    }

    /// What a program is guilty of that has let its time pass.
    func lateness(seconds: Double, ignoredTermination: Bool) -> ProgramError.Problem {
        state.withLock { state in
            let moment = Self.moment(state)
            if Self.isComplete(state) { return .doesNotEnd(seconds: seconds, ignoredTermination: ignoredTermination) }
            if state.written > state.answered { return .hung(moment, seconds: seconds, ignoredTermination: ignoredTermination) }
            if state.inputWasClosed { return .closedInput(moment) }
            return .neverReads(moment, seconds: seconds, ignoredTermination: ignoredTermination)
        }
    }

    // MARK: What the above have in common

    private static func count(_ state: inout State) {
        state.answered += 1
        state.waitingSince = state.started > state.answered || isComplete(state) ? .now : nil
    }

    private static func isComplete(_ state: State) -> Bool { state.isAllSent && state.answered == state.started }

    private static func moment(_ state: State) -> ProgramError.Moment {
        isComplete(state) ? .end : state.handshake == nil ? .handshake : .batch(max(1, state.answered))
    }
}
