import Cohort

/// The manifest of a copy: what is no longer offered, and what was done to the rest, in words that a privacy officer can check.
enum PipelineManifest {
    private static let changes = [
        "participant.participant_id": "drawn at random for this file; linked to no other",
        "participant.gender": suppressed, "participant.birth_year": "age band at the end of the period; " + suppressed,
        "participant.education_level": suppressed,
        "participant.hours_available": "down to a multiple of \(Circumstances.hours)",
        "participant.travel_max_minutes": "to the nearest multiple of \(Circumstances.minutes)",
        "assessment.test_language": "undetermined (und) where fewer than \(PipelineCopy.leastPerLanguage) people share it",
        "assessment_score.score": "jittered evenly within its standard error, or rounded to a tenth of the scale's standard deviation",
        "match_run.executed_at": "first day of its week on which the same places were on offer",
        "match_result.workplace_id": "the sealed core's list for the changed person, at most as long as the recorded one",
        "travel_time.minutes": "only whether it is longer than the participant's longest journey",
    ]
    private static let suppressed = "unknown where fewer than \(PipelineCopy.leastAlike) people were alike"

    static func describe(_ copy: inout Snapshot) {
        var manifest = copy.manifest
        manifest.linkable = false
        // Counts over people as captured, which nobody in a pipeline needs.
        manifest.unrecognised = [:]
        for relation in NeededByGate.relationsLeftOut { manifest.relations[relation] = .init(offered: false) }
        for (relation, columns) in NeededByGate.columnsLeftOut {
            let missing = Set(manifest.relations[relation]?.missingColumns ?? []).union(columns)
            manifest.relations[relation]?.missingColumns = missing.sorted()
        }
        manifest.transformations = manifest.transformations.filter { column, _ in isKept(column) }
        for (column, change) in changes { manifest.transformations[column] = change }
        copy.manifest = manifest
        // The digest belongs to the file that these people were captured into.
        copy.digest = ""
    }

    private static func isKept(_ column: String) -> Bool {
        let names = column.split(separator: ".").map(String.init)
        guard names.count == 2 else { return true }
        return !NeededByGate.relationsLeftOut.contains(names[0]) && !(NeededByGate.columnsLeftOut[names[0]] ?? []).contains(names[1])
    }
}
