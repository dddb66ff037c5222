import GRDB

extension SnapshotShards {
    /// Writes one shard as a snapshot file of its own, for another process or another machine.
    /// - Parameter index: from 0.
    public func write(_ index: Int, to path: String, overwrite: Bool = false) throws {
        let shard = try shard(index)
        try SnapshotWriter.write(to: path, overwrite: overwrite, scaling: shard.scaling) { writer in
            for row in shard.participants { try writer.add(row) }
            for row in shard.scales { try writer.add(row) }
            for row in shard.assessments { try writer.add(row) }
            for row in shard.scores { try writer.add(row) }
            for row in shard.workplaces { try writer.add(row) }
            for row in shard.profiles { try writer.add(row) }
            for (run, list) in zip(shard.runs, shard.lists) {
                try writer.add(run)
                for (offset, place) in list.workplaces.enumerated() {
                    try writer.add(
                        MatchResult(
                            matchRunId: run.matchRunId, rank: offset + 1, workplaceId: shard.workplaces[place].workplaceId,
                            distance: list.distances[offset]))
                }
            }
            for row in shard.abilities { try writer.add(row) }
            for row in shard.demands { try writer.add(row) }
            for row in shard.travelTimes { try writer.add(row) }
            var manifest = shard.manifest
            for relation in Self.leftOut { manifest.relations[relation]?.offered = false }
            return manifest
        }
    }

    /// What no list depends on.
    static let leftOut: Set<String> = ["choice", "placement", "feedback", "invitation", "employer_contact"]
}
