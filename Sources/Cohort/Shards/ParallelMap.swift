import Dispatch
import Synchronization

/// `transform` of 0..<count, in order, by `threads` workers. Which worker takes which index cannot be seen in the result.
package func parallelMap<Element: Sendable, Failure: Error>(
    count: Int, threads: Int, _ transform: @Sendable (Int) throws(Failure) -> Element
) throws(Failure) -> [Element] {
    let workers = max(1, min(threads, count))
    guard workers > 1 else {
        var results: [Element] = []
        results.reserveCapacity(count)
        for index in 0..<count { results.append(try transform(index)) }
        return results
    }
    let parts = Mutex<[Int: Result<[Element], Failure>]>([:])
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
        let part = Result { () throws(Failure) in
            var results: [Element] = []
            for index in count * worker / workers..<count * (worker + 1) / workers { results.append(try transform(index)) }
            return results
        }
        parts.withLock { $0[worker] = part }
    }
    let finished = parts.withLock { $0 }
    var results: [Element] = []
    results.reserveCapacity(count)
    // In order of index, so that of several failures the first one is reported, whoever met it.
    for worker in 0..<workers { if let part = finished[worker] { results += try part.get() } }
    return results
}
