import Dispatch
import Foundation

/// Ctrl-C stops the work, not the process in the middle of it: programs that were started are stopped too, and nothing is left half written.
enum Interruption {
    /// How long work may take to notice; it writes nothing before it is done.
    private static let patience = 3.0

    /// A thread of its own: the shared ones may all be at work, and the signal would be heard when that is done.
    private static let queue = DispatchQueue(label: "interruption", qos: .userInteractive)

    static func cancels(_ work: @escaping @Sendable () async throws -> Void) async throws {
        let task = Task { try await work() }
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                task.cancel()
                queue.asyncAfter(deadline: .now() + patience) {
                    Terminal.error(stopped)
                    _exit(ExitStatus.interrupted.rawValue)
                }
            }
            source.resume()
            return source
        }
        defer { for source in sources { source.cancel() } }
        do {
            try await task.value
        } catch {
            // Whatever failed because of the stop is not what the person needs to read.
            if task.isCancelled { throw CancellationError() }
            throw error
        }
    }

    static let stopped = "Stopped. Nothing was written."
}
