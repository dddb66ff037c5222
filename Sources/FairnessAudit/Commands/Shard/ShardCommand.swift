import ArgumentParser

struct ShardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shard",
        abstract: "Replay a large population in parts, on one machine or on many, for an audit that is the same to the last bit.",
        discussion: """
            divide makes a first pass over a snapshot and writes its people as shards; replay makes the lists of one shard, from a file or from \
            standard input; merge puts what came of them together, in any order; run --replayed measures and judges. run --shards does all of it in \
            one process. Shards and parts are about single persons: they stay where the snapshot stays (docs/shards.md).
            """,
        subcommands: [ShardDivide.self, ShardReplay.self, ShardMerge.self])
}
