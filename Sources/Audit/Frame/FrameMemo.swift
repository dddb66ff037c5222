import Synchronization

/// What several indicators and tables need of one frame and is too much to make twice, such as the transposed lists.
///
/// Everything in it follows from the frame alone, so it cannot be seen in a result whether it was made before. Who asks for what another thread is
/// making waits for it.
final class FrameMemo: Sendable {
    private final class Entry: Sendable {
        let value = Mutex<(any Sendable)?>(nil)
    }

    private let entries = Mutex<[String: Entry]>([:])

    func value<Value: Sendable>(_ name: String, _ make: () -> Value) -> Value {
        let entry = entries.withLock { entries in
            let entry = entries[name] ?? Entry()
            entries[name] = entry
            return entry
        }
        return entry.value.withLock { made in
            // In two steps: a cast of "nothing yet" to an optional `Value` would succeed, and say that there is nothing.
            if let known = made, let value = known as? Value { return value }
            let value = make()
            made = value
            return value
        }
    }
}
