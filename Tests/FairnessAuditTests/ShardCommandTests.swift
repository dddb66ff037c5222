import Foundation
import TestSupport
import Testing

/// The way over shards as an engine goes it: every shard through a pipe, parts merged two by two.
@Suite("shard, and run over shards", .timeLimit(.minutes(20)))
struct ShardCommandTests {
    private static let audit = ["--core", "core.json", "--thresholds", "thresholds.json", "--cycle", "2026-Q4"]

    /// A snapshot of the demonstration's year, and its audit in one piece.
    private func town(in folder: URL) async throws -> (snapshot: String, whole: String) {
        let (snapshot, whole) = (folder.appendingPathComponent("town.sqlite").path, folder.appendingPathComponent("whole").path)
        let made = try await Tool.run(["demo", "--year", "2026", "--snapshot", snapshot])
        try #require(made.status == 0, "\(made.error)")
        let run = try await Tool.run(["run", "--snapshot", snapshot, "--out", whole] + Self.audit)
        try #require(run.status == 0, "\(run.error)")
        return (snapshot, whole + "/audit.json")
    }

    @Test func theAuditOfShardsIsTheAuditOfTheWhole() async throws {
        try await Tool.withFolder { folder in
            let (snapshot, whole) = try await town(in: folder)
            let (shards, tool) = (folder.appendingPathComponent("shards").path, try Tool.path())
            let divided = try await Tool.run(["shard", "divide", "--snapshot", snapshot, "--shards", "5", "--out", shards] + Self.audit)
            #expect(divided.status == 0 && divided.output.contains("5 shards of"), "\(divided.error)")
            for name in ["survey.json", "shard-001.sqlite", "shard-005.sqlite"] {
                #expect(try FileManager.default.attributesOfItem(atPath: "\(shards)/\(name)")[.posixPermissions] as? Int == 0o600)
            }
            let piped = try await Tool.shell("""
                cd '\(shards)'
                for n in 1 2 3 4 5; do '\(tool)' shard replay --survey survey.json <shard-00$n.sqlite >part-$n; done
                '\(tool)' shard merge part-4 part-1 --out first
                '\(tool)' shard merge part-5 part-2 part-3 >second
                '\(tool)' shard merge second first >all
                '\(tool)' shard merge part-1 part-2 part-3 part-4 part-5 | cmp - all
                """)
            #expect(piped.status == 0, "\(piped.error)")

            let replayed = folder.appendingPathComponent("replayed").path
            let run = try await Tool.run(
                ["run", "--snapshot", snapshot, "--replayed", shards + "/all", "--survey", shards + "/survey.json", "--out", replayed] + Self.audit)
            #expect(run.status == 0, "\(run.error)")
            #expect(FileManager.default.contentsEqual(atPath: whole, andPath: replayed + "/audit.json"))

            let threads = folder.appendingPathComponent("threads").path
            #expect(try await Tool.run(["run", "--snapshot", snapshot, "--shards", "3", "--threads", "2", "--out", threads] + Self.audit).status == 0)
            #expect(FileManager.default.contentsEqual(atPath: whole, andPath: threads + "/audit.json"))
        }
    }

    @Test func whatDoesNotBelongTogetherIsRefused() async throws {
        try await Tool.withFolder { folder in
            let (snapshot, _) = try await town(in: folder)
            let (shards, out) = (folder.appendingPathComponent("shards").path, folder.appendingPathComponent("out").path)
            #expect(try await Tool.run(["shard", "divide", "--snapshot", snapshot, "--shards", "2", "--out", shards] + Self.audit).status == 0)
            let (survey, one, part) = (shards + "/survey.json", shards + "/shard-001.sqlite", shards + "/part-1")
            #expect(try await Tool.run(["shard", "replay", one, "--survey", survey, "--out", part]).status == 0)

            let again = try await Tool.run(["shard", "divide", "--snapshot", snapshot, "--shards", "2", "--out", shards] + Self.audit)
            #expect(again.status == 3 && again.error.contains("--force"), "\(again.error)")
            let fewer = try await Tool.run(["shard", "divide", "--snapshot", snapshot, "--shards", "1", "--out", shards, "--force"] + Self.audit)
            #expect(fewer.status == 0 && !FileManager.default.fileExists(atPath: shards + "/shard-002.sqlite"), "\(fewer.error)")
            let twice = try await Tool.run(["shard", "merge", part, part])
            #expect(twice.status == 3 && twice.error.contains("in two parts") && twice.output.isEmpty, "\(twice.error)")
            let half = try await Tool.run(["run", "--snapshot", snapshot, "--replayed", part, "--survey", survey, "--out", out] + Self.audit)
            #expect(half.status == 3 && half.error.contains("Replay and merge every shard"), "\(half.error)")
            let otherCycle = ["--core", "core.json", "--thresholds", "thresholds.json", "--cycle", "2026-Q3"]
            let other = try await Tool.run(["run", "--snapshot", snapshot, "--replayed", part, "--survey", survey, "--out", out] + otherCycle)
            #expect(other.status == 3 && other.error.contains("another first pass"), "\(other.error)")
            #expect(!FileManager.default.fileExists(atPath: out))

            for command in [["pool", part, part, "--out", out], ["merge", part, "--out", out]] {
                let pooled = try await Tool.run(command)
                #expect(pooled.status == 4 && pooled.error.contains("must not leave the organisation"), "\(pooled.error)")
            }
            let noise = try await Tool.shell("head -c 5000 '\(one)' | '\(try Tool.path())' shard replay --survey '\(survey)' >/dev/null")
            #expect(noise.status == 3 && noise.error.contains("standard input"), "\(noise.error)")
            let demo = try await Tool.run(["run", "--demo", "--cycle", "2026-Q4", "--shards", "2", "--out", out])
            #expect(demo.status == 64 && demo.error.contains("--snapshot"), "\(demo.error)")
        }
    }
}
