import ArgumentParser
import Audit
import Cohort
import Foundation
import MatchReplay

/// The replay of a run over shards: made here, a few shards at a time, or made elsewhere.
struct ShardOptions: ParsableArguments {
    @Option(help: "Replay the people of --snapshot in so many shards, over --threads: less memory for the replay, the same report.")
    var shards: Int?

    @Option(help: "What shard merge wrote: the replay of everybody in --snapshot. Needs --survey.")
    var replayed: String?

    @Option(help: "The first pass after which --replayed was made: survey.json of shard divide.")
    var survey: String?

    /// Relations that come with the replay, so that the audit need not hold them as well.
    static let madeOverShards: Set<String> = [MatchResult.databaseTableName]

    var isAsked: Bool { shards != nil || replayed != nil }

    func validate() throws {
        guard (1...9999).contains(shards ?? 1) else { throw ValidationError("--shards takes a number from 1 to 9999.") }
        guard shards == nil || replayed == nil else { throw ValidationError("Use --shards to replay here, or --replayed for what was replayed elsewhere.") }
        guard (replayed == nil) == (survey == nil) else { throw ValidationError("--replayed and --survey go together.") }
    }

    /// - Parameters:
    ///   - path: of the snapshot file; `nil` when there is none.
    ///   - coreFile: the bytes of the core's file.
    /// - Returns: `nil` when the audit makes the replay itself.
    func replay(_ inputs: AuditInputs, snapshot path: String?, coreFile: () throws -> Data) throws -> ReplayPart? {
        guard isAsked, let path else { return nil }
        let core = try coreFile()
        if let replayed, let survey {
            let given = try ReplaySurvey.read(InputFile.read(survey, what: "The first pass"), source: survey)
            let bytes = try PartFiles.bytes(replayed)
            // The first pass is made again, beside the reading: what was replayed elsewhere must be what this audit would have asked for.
            let both = try parallelMap(count: 2, threads: inputs.threads) { index throws(ReplayPartError) -> (own: ReplaySurvey?, part: ReplayPart?) in
                index == 0 ? (ReplaySurvey(inputs, coreFile: core), nil) : (nil, try ReplayPart.read(bytes, source: replayed))
            }
            guard given == both[0].own, let part = both[1].part else { throw ReplayPartError.otherSurvey }
            try part.check(isOf: given, whole: inputs.snapshot)
            return part
        }
        let own = ReplaySurvey(inputs, coreFile: core)
        let count = shards ?? 1
        let people = try SnapshotShards(path, count: count)
        return try ReplayPart.read(
            parallelMap(count: count, threads: inputs.threads) { index in
                Terminal.step("Replaying shard \(index + 1) of \(count)")
                // As bytes, which take less room than what they become.
                return (try own.part(of: people.shard(index), threads: 1).encoded(), "shard \(index + 1)")
            })
    }
}
