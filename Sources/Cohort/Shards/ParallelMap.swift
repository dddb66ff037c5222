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
    // A worker takes the next block when it is done with one, because some are many times the work of others.
    let blocks = min(count, workers * blocksPerWorker)
    let next = Atomic(0)
    let parts = Mutex<[Int: Result<[Element], Failure>]>([:])
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
        while true {
            let block = next.add(1, ordering: .relaxed).oldValue
            guard block < blocks else { return }
            let part = Result { () throws(Failure) in
                var results: [Element] = []
                for index in count * block / blocks..<count * (block + 1) / blocks { results.append(try transform(index)) }
                return results
            }
            parts.withLock { $0[block] = part }
            // Those before it were taken before, so that the first failure in order of index is among what is finished.
            if case .failure = part { next.store(blocks, ordering: .relaxed) }
        }
    }
    let finished = parts.withLock { $0 }
    var results: [Element] = []
    results.reserveCapacity(count)
    // In order of index, so that of several failures the first one is reported, whoever met it.
    for block in 0..<blocks { if let part = finished[block] { results += try part.get() } }
    return results
}

private let blocksPerWorker = 64
