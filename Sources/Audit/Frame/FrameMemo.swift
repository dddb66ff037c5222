import Synchronization

/// What several indicators and tables need of one frame and is too much to make twice, such as the transposed lists.
///
/// Everything in it follows from the frame alone, so it cannot be seen in a result whether it was made before.
final class FrameMemo: Sendable {
    private let made = Mutex<[String: any Sendable]>([:])

    func value<Value: Sendable>(_ name: String, _ make: () -> Value) -> Value {
        // In two steps: a cast of "nothing yet" to an optional `Value` would succeed, and say that there is nothing.
        if let known = made.withLock({ $0[name] }), let value = known as? Value { return value }
        let value = make()
        made.withLock { $0[name] = value }
        return value
    }
}
