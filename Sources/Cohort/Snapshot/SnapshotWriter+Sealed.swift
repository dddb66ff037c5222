extension SnapshotWriter {
    /// Writes a sealed snapshot as it is in memory, with its own scaling constants: they were frozen over the people as captured, and
    /// computing them again over jittered scores would give every list another scale.
    /// - Parameter check: sees the manifest with the k that was measured over the rows in the file; what it throws leaves no file.
    /// - Precondition: the manifest has a seal.
    @discardableResult
    public static func write(
        sealed snapshot: Snapshot, to path: String, check: (SnapshotManifest) throws -> Void
    ) throws -> SnapshotManifest {
        precondition(snapshot.manifest.seal != nil, "only a sealed snapshot is written this way")
        return try write(to: path, scaling: snapshot.scaling, check: check) { writer in
            try writer.add(all: snapshot)
            return snapshot.manifest
        }
    }

    private func add(all snapshot: Snapshot) throws {
        for row in snapshot.participants { try add(row) }
        for row in snapshot.scales { try add(row) }
        for row in snapshot.assessments { try add(row) }
        for row in snapshot.scores { try add(row) }
        for row in snapshot.workplaces { try add(row) }
        for row in snapshot.profiles { try add(row) }
        for row in snapshot.runs { try add(row) }
        for (run, list) in zip(snapshot.runs, snapshot.lists) {
            for (index, place) in list.workplaces.enumerated() {
                try add(
                    MatchResult(
                        matchRunId: run.matchRunId, rank: index + 1, workplaceId: snapshot.workplaces[place].workplaceId,
                        distance: list.distances[index]))
            }
        }
        for row in snapshot.choices { try add(row) }
        for row in snapshot.placements { try add(row) }
        for row in snapshot.feedback { try add(row) }
        for row in snapshot.invitations { try add(row) }
        for row in snapshot.abilities { try add(row) }
        for row in snapshot.demands { try add(row) }
        for row in snapshot.travelTimes { try add(row) }
        for row in snapshot.contacts { try add(row) }
    }
}
