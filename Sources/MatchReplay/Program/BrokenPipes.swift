import Glibc
import Synchronization

/// Writing to a program that has closed its input raises SIGPIPE, which would end this process; while programs run it is ignored,
/// and the write fails instead. Afterwards the signal is what it was.
enum BrokenPipes {
    private struct State {
        var users = 0
        var previous: (@convention(c) (Int32) -> Void)?
    }

    private static let state = Mutex(State())

    static func survive() {
        state.withLock { state in
            if state.users == 0 { state.previous = signal(SIGPIPE, SIG_IGN) }
            state.users += 1
        }
    }

    static func restore() {
        state.withLock { state in
            state.users -= 1
            if state.users == 0 { signal(SIGPIPE, state.previous) }
        }
    }
}
