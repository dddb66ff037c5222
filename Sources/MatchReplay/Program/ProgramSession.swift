import Cohort
import Subprocess
import Synchronization

/// One program from its start to its end: a writer, a reader, a clock and a drain for its standard error, side by side.
///
/// Side by side, because a writer that waits for answers stands still as soon as both pipes are full.
final class ProgramSession: Sendable {
    /// How it ended, as far as it can be told before its status is known.
    struct End: Sendable {
        /// It ended by itself, and so its status says something.
        var byItself: Bool
        /// Other processes of its session, alive after it had ended by itself.
        var processesLeft: Int
    }

    private let core: ProgramCore
    private let market: Market
    private let top: Int?
    private let conversation = Conversation()
    private let tail = Mutex(ErrorTail())

    init(core: ProgramCore, market: Market, top: Int?) {
        self.core = core
        self.market = market
        self.top = top
    }

    /// Holds the whole conversation, and returns when no process of the session is alive.
    func talk(
        _ channel: Channel, greeting: [UInt8], requests: some Sequence<ListRequest> & Sendable, each: @Sendable (ReplayedList) throws -> Void
    ) async -> End {
        let (permits, permit) = AsyncStream.makeStream(of: Void.self)
        return await withTaskGroup(of: Void.self) { group in
            group.addTask {
                do {
                    try await self.write(greeting, requests, to: channel, permits: permits)
                } catch {
                    self.conversation.failOurselves(error)
                    await channel.session.end()
                }
            }
            group.addTask { await self.drain(channel) }
            group.addTask { await self.watch(channel.session) }
            do {
                try await read(channel.output, permit: permit, each: each)
            } catch let problem as ProgramError.Problem {
                conversation.fail(problem)
            } catch {
                conversation.failOurselves(error)
            }
            permit.finish()
            let end = await settle(channel.session)
            group.cancelAll()
            await group.waitForAll()
            return end
        }
    }

    // MARK: The writer

    private func write(
        _ greeting: [UInt8], _ requests: some Sequence<ListRequest>, to channel: Channel, permits: AsyncStream<Void>
    ) async throws {
        conversation.starts(expecting: nil)
        guard await send(greeting, to: channel) else { return }
        var message = BatchMessage(market: market, top: top)
        var permits = permits.makeAsyncIterator()
        // The first permit comes with the handshake, and with it the claims.
        guard await permits.next() != nil, let claims = conversation.handshake?.claims else { return }
        var duty = RankDuty(claims.ranks, market: market)
        var batch: [ListRequest] = [], batches = 0, first = 0
        var iterator = requests.makeIterator()
        var isLast = false
        while !isLast {
            batch.removeAll(keepingCapacity: true)
            while batch.count < core.batch, let request = iterator.next() { batch.append(request) }
            isLast = batch.count < core.batch
            if batch.isEmpty { break }
            if batches > 0 { guard await permits.next() != nil else { return } }
            batches += 1
            let lines = try message.lines(batch: batches, first: first, batch)
            first += batch.count
            conversation.starts(expecting: batch.map { duty.due(for: $0, top: top) })
            guard await send(lines, to: channel) else { return }
        }
        conversation.sentAll()
        try? await channel.input.finish()
    }

    /// - Returns: whether the program may still be reading.
    private func send(_ bytes: [UInt8], to channel: Channel) async -> Bool {
        guard channel.session.readsInput, let count = try? await channel.input.write(bytes), count == bytes.count else {
            // It has ended, which the reader sees, or it has closed its input and then lets its time pass.
            conversation.inputIsClosed()
            return false
        }
        conversation.wrote()
        return true
    }

    // MARK: The reader

    /// Reads until the program's output ends.
    private func read(
        _ output: SubprocessOutputSequence, permit: AsyncStream<Void>.Continuation, each: @Sendable (ReplayedList) throws -> Void
    ) async throws {
        let index = PlaceIndex(market.workplaces)
        let ids = market.workplaces.map(\.workplaceId)
        var check = AnswerCheck(ids: ids, top: top, claims: CoreClaims())
        var due: ArraySlice<Int?> = []
        var lines = LineBuffer(limit: core.maximumLineBytes)
        var chunks = output.makeAsyncIterator()
        while let chunk = try? await chunks.next() {
            if conversation.hasFailed { return }
            chunk.withUnsafeBytes { lines.append($0) }
            while let line = try nextLine(&lines) {
                guard conversation.handshake != nil else {
                    let handshake = try ProgramHandshake(line: lines.bytes[line])
                    check = AnswerCheck(ids: ids, top: top, claims: handshake.claims)
                    conversation.accepted(handshake)
                    for _ in 0..<core.batchesInFlight { permit.yield() }
                    continue
                }
                if due.isEmpty { due = conversation.nextExpected()?[...] ?? [] }
                let answer =
                    try QuickAnswer.read(lines.bytes, line, places: index)
                    ?? AnswerLine(lines.bytes[line], places: index, moment: conversation.moment)
                guard let expected = due.popFirst() else { throw ProgramError.Problem.unasked(conversation.moment) }
                try each(check.list(answer, due: expected))
                if due.isEmpty {
                    conversation.answeredBatch()
                    permit.yield()
                }
            }
        }
        if conversation.isComplete, !lines.rest.isEmpty { throw ProgramError.Problem.unasked(.end) }
    }

    private func nextLine(_ lines: inout LineBuffer) throws -> Range<Int>? {
        do {
            return try lines.next()
        } catch {
            throw ProgramError.Problem.lineTooLong(limitBytes: core.maximumLineBytes, conversation.moment)
        }
    }

    // MARK: Standard error

    private func drain(_ channel: Channel) async {
        var chunks = channel.error.makeAsyncIterator()
        while let chunk = try? await chunks.next() {
            let count = tail.withLock { tail in
                chunk.withUnsafeBytes { tail.append($0) }
                return tail.count
            }
            if count > core.maximumStandardErrorBytes, conversation.problem == nil {
                conversation.fail(.floodedStandardError(limitBytes: core.maximumStandardErrorBytes))
                await channel.session.end()
            }
        }
    }

    // MARK: The clock

    private func watch(_ session: ProcessSession) async {
        let deadline = Duration.seconds(core.deadlineSeconds)
        while !Task.isCancelled {
            switch conversation.clock(deadline) {
            case .runs(let due): try? await Task.sleep(until: due)
            case .isOver:
                let seconds = core.deadlineSeconds
                let problem = conversation.lateness(seconds: seconds, ignoredTermination: false)
                session.requestEnd()
                let ended = await session.wait(.milliseconds(300)) { $0.hasEnded }
                conversation.fail(ended ? problem : problem.ignoringTermination)
                await session.end()
                return
            }
        }
    }

    // MARK: The end

    /// Waits for the end of a program whose output has ended, and ends what is left of its session.
    private func settle(_ session: ProcessSession) async -> End {
        var end = End(byItself: false, processesLeft: 0)
        if !conversation.hasFailed, !Task.isCancelled {
            // After the last answer the clock runs on, and ends it if it must; before that, output without a reader is of no use.
            end.byItself = await session.wait(conversation.isComplete ? .seconds(core.deadlineSeconds + 1) : .seconds(1)) { $0.hasEnded }
            if end.byItself, !(await session.wait(.milliseconds(100)) { $0.members.isEmpty }) {
                end.processesLeft = session.members.count
            }
            if !end.byItself { conversation.fail(.closedOutput(conversation.moment)) }
        }
        await session.end()
        return end
    }

    /// What to make of it, now that the status is known.
    func run(_ end: End, status: TerminationStatus) throws -> ProgramRun {
        let lastLines = tail.withLock { $0.text }
        func failure(_ problem: ProgramError.Problem) -> ProgramError {
            ProgramError(command: core.command, problem: problem, standardError: lastLines)
        }
        if let own = conversation.ownFailure { throw own }
        if let problem = conversation.problem { throw failure(problem) }
        let ending: ProgramError.Ending =
            switch status {
            case .exited(let code): .status(code)
            case .signaled(let signal): .signal(signal)
            }
        let moment = conversation.moment
        guard conversation.isComplete, let handshake = conversation.handshake else {
            if end.processesLeft > 0 { throw failure(.wentToBackground(processes: end.processesLeft, moment)) }
            throw failure(ending == .status(0) ? .endedEarly(moment) : .died(ending, moment))
        }
        guard ending == .status(0) else { throw failure(.failedAtEnd(ending)) }
        return ProgramRun(handshake: handshake, standardError: lastLines, processesLeft: end.processesLeft)
    }
}

extension ProgramError.Problem {
    fileprivate var ignoringTermination: Self {
        switch self {
        case .hung(let moment, let seconds, _): .hung(moment, seconds: seconds, ignoredTermination: true)
        case .neverReads(let moment, let seconds, _): .neverReads(moment, seconds: seconds, ignoredTermination: true)
        case .doesNotEnd(let seconds, _): .doesNotEnd(seconds: seconds, ignoredTermination: true)
        default: self
        }
    }
}
