import Cohort
import Foundation
import Subprocess
import Synchronization
import SystemPackage

extension ProgramCore {
    /// The lists of all requests, in their order, and what the program said of itself.
    /// - Parameters:
    ///   - scaling: the constants frozen with the snapshot, for a core that has none of its own; `nil` = none are sent.
    ///   - top: at most so many places; `nil` = all that the core ranks.
    /// - Throws: ``ProgramError``, ``ReplayError`` for values that cannot be sent, `CancellationError`. No process of the program's
    ///   session is alive then, nor after a normal end.
    public func lists(
        for requests: some Sequence<ListRequest> & Sendable, market: Market, scaling: ScalingConstants? = nil, top: Int?
    ) async throws -> (run: ProgramRun, lists: [ReplayedList]) {
        let lists = Mutex<[ReplayedList]>([])
        let run = try await replay(requests, market: market, scaling: scaling, top: top) { list in lists.withLock { $0.append(list) } }
        return (run, lists.withLock { $0 })
    }

    /// As `lists`, each list handed over as it comes, so that no more than the batches in flight are held in memory.
    public func replay(
        _ requests: some Sequence<ListRequest> & Sendable, market: Market, scaling: ScalingConstants? = nil, top: Int?,
        each: @Sendable (ReplayedList) throws -> Void
    ) async throws -> ProgramRun {
        let greeting = try MarketMessage.line(market, scaling: scaling)
        let session = ProgramSession(core: self, market: market, top: top)
        BrokenPipes.survive()
        defer { BrokenPipes.restore() }
        let ended: ExecutionResult<ProgramSession.End, SequenceOutput, SequenceOutput>
        do {
            ended = try await Subprocess.run(
                try executable(), arguments: .init(Array(command.dropFirst())), environment: .custom(listedEnvironment),
                workingDirectory: FilePath(folder), platformOptions: Self.ownSession, input: .inputWriter, output: .sequence, error: .sequence
            ) { execution in
                await session.talk(
                    Channel(
                        session: ProcessSession(leader: execution.processIdentifier.value), input: execution.standardInputWriter,
                        output: execution.standardOutput, error: execution.standardError),
                    greeting: greeting, requests: requests, each: each)
            }
        } catch let error as SubprocessError {
            try Task.checkCancellation()
            throw ProgramError(command: command, problem: .cannotStart("\(error)"), standardError: [])
        }
        try Task.checkCancellation()
        return try session.run(ended.closureResult, status: ended.terminationStatus)
    }

    private func executable() throws -> Executable {
        guard command[0].contains("/") else { return .name(command[0]) }
        let path = URL(fileURLWithPath: command[0], relativeTo: URL(fileURLWithPath: folder, isDirectory: true)).path
        guard FileManager.default.fileExists(atPath: path) else {
            throw ProgramError(command: command, problem: .cannotStart("there is no file \(path)"), standardError: [])
        }
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw ProgramError(command: command, problem: .cannotStart("\(path) is not an executable file"), standardError: [])
        }
        return .path(FilePath(path))
    }

    private var listedEnvironment: [Environment.Key: String] {
        Dictionary(uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0.key), $0.value) })
    }

    /// In a session of its own, all of which is ended when the task is cancelled.
    private static var ownSession: PlatformOptions {
        var options = PlatformOptions()
        options.createSession = true
        options.teardownSequence = [.send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(100))]
        return options
    }
}

/// The ends of a running program that we hold.
struct Channel: Sendable {
    let session: ProcessSession
    let input: StandardInputWriter
    let output: SubprocessOutputSequence
    let error: SubprocessOutputSequence
}
