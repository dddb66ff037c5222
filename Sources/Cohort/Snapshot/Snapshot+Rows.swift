extension Snapshot {
    /// A snapshot of rows that are in memory already: the same value as writing them to a file and reading it back, without the file.
    ///
    /// Rows may come in any order. Nothing is checked here; the manifest has counts but no digests of rows, and k is not measured.
    /// - Parameters:
    ///   - lists: one per run, parallel to `runs`, with places by their index in `workplaces`.
    ///   - digest: by which reports name the snapshot.
    package init(
        manifest: SnapshotManifest, participants: [Participant], scales: [Scale], assessments: [Assessment], scores: [AssessmentScore],
        workplaces: [Workplace], profiles: [IdealProfileEntry], runs: [MatchRun], lists: [RecordedList], choices: [Choice],
        placements: [Placement], feedback: [Feedback], invitations: [Invitation], abilities: [ParticipantAbility], demands: [WorkplaceDemand],
        travelTimes: [TravelTime], contacts: [EmployerContact], digest: String
    ) {
        let placeOrder = workplaces.indices.sorted { precedes(workplaces[$0].workplaceId, workplaces[$1].workplaceId) }
        var position = [Int](repeating: 0, count: workplaces.count)
        for (new, old) in placeOrder.enumerated() { position[old] = new }
        let runOrder = runs.indices.sorted { runs[$0].matchRunId < runs[$1].matchRunId }
        let sortedScores = scores.sorted { a, b in
            a.assessmentId != b.assessmentId ? a.assessmentId < b.assessmentId : precedes(a.scaleCode, b.scaleCode)
        }
        let sortedProfiles = profiles.sorted { a, b in
            if a.workplaceId != b.workplaceId { return precedes(a.workplaceId, b.workplaceId) }
            return a.profileVariant != b.profileVariant ? precedes(a.profileVariant, b.profileVariant) : precedes(a.scaleCode, b.scaleCode)
        }
        self.init(
            manifest: manifest, scaling: ScalingConstants(scores: sortedScores, profiles: sortedProfiles),
            participants: participants.sorted { $0.participantId < $1.participantId },
            scales: scales.sorted { precedes($0.scaleCode, $1.scaleCode) },
            assessments: assessments.sorted { $0.assessmentId < $1.assessmentId }, scores: AssessmentScores(sortedScores),
            workplaces: placeOrder.map { workplaces[$0] }, profiles: sortedProfiles, runs: runOrder.map { runs[$0] },
            lists: runOrder.map { RecordedList(workplaces: lists[$0].workplaces.map { position[$0] }, distances: lists[$0].distances) },
            choices: choices.sorted { $0.choiceId < $1.choiceId }, placements: placements.sorted { $0.placementId < $1.placementId },
            feedback: feedback.sorted { $0.feedbackId < $1.feedbackId },
            invitations: invitations.sorted { ($0.participantId, $0.invitedOn) < ($1.participantId, $1.invitedOn) },
            abilities: abilities.sorted { $0.participantId < $1.participantId }, demands: demands.sorted { precedes($0.workplaceId, $1.workplaceId) },
            travelTimes: travelTimes.sorted { a, b in
                a.participantId != b.participantId ? a.participantId < b.participantId : precedes(a.workplaceId, b.workplaceId)
            },
            contacts: contacts.sorted { $0.contactId < $1.contactId }, digest: digest)
        self.manifest.relations[MatchResult.databaseTableName, default: .init(offered: true)].rowCount = lists.reduce(0) { $0 + $1.workplaces.count }
        note(participants)
        note(scales)
        note(assessments)
        note(scores)
        note(workplaces)
        note(profiles)
        note(runs)
        note(choices)
        note(placements)
        note(feedback)
        note(invitations)
        note(abilities)
        note(demands)
        note(travelTimes)
        note(contacts)
    }

    private mutating func note<Row: SnapshotRow>(_ rows: [Row]) {
        manifest.relations[Row.databaseTableName, default: .init(offered: false)].rowCount = rows.count
    }
}

/// Byte order, which is SQLite's.
private func precedes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }

extension ScalingConstants {
    /// Of rows in key order: sums in the order in which a file's are made, so that their last bits are the same.
    fileprivate init(scores: [AssessmentScore], profiles: [IdealProfileEntry]) {
        self.init(
            participants: Self.side(scores.lazy.compactMap { row in row.score.map { (row.scaleCode, $0) } }),
            workplaces: Self.side(profiles.lazy.map { ($0.scaleCode, $0.target) }))
    }

    private static func side(_ values: some Sequence<(String, Double)>) -> [String: Constant] {
        var byScale: [String: [Double]] = [:]
        for (scale, value) in values { byScale[scale, default: []].append(value) }
        return byScale.mapValues { values in
            let count = Double(values.count)
            let mean = values.reduce(0, +) / count
            let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            return Constant(
                count: values.count, mean: mean, standardDeviation: (squares / count).squareRoot(), minimum: values.min() ?? mean,
                maximum: values.max() ?? mean)
        }
    }
}
