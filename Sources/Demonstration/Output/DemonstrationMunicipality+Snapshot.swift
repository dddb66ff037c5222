import Cohort
import Intake

extension DemonstrationMunicipality {
    /// Writes the demonstration as a snapshot, by the way every capture goes: people with a list in the year, and their tests. The pseudonyms are made under a key that follows from
    /// the seed, so that one seed gives one file, byte by byte: nobody needs to be protected here.
    /// - Throws: ``SnapshotError`` when the file exists (unless `overwrite`) or cannot be written.
    @discardableResult
    public func write(toSnapshot path: String, overwrite: Bool = false, toolVersion: String) throws -> SnapshotManifest {
        try SnapshotWriter.write(to: path, overwrite: overwrite) { writer in
            var intake = SnapshotIntake(
                writer: writer, pseudonymiser: Pseudonymiser(demonstrationSeed: seed), period: period)
            let people = Set(records.runs.map(\.participantId))
            let tested = records.assessments.filter { people.contains($0.participantId) }
            let assessments = Set(tested.map(\.assessmentId))
            for record in records.participants where people.contains(record.participantId) { try intake.add(record) }
            for record in records.scales { try intake.add(record) }
            for record in tested { try intake.add(record) }
            for record in records.scores where assessments.contains(record.assessmentId) { try intake.add(record) }
            for record in records.workplaces { try intake.add(record) }
            for record in records.profiles { try intake.add(record) }
            for record in records.runs { try intake.add(record) }
            for record in records.results { try intake.add(record) }
            for record in records.choices { try intake.add(record) }
            for record in records.placements { try intake.add(record) }
            for record in records.feedback { try intake.add(record) }
            return try intake.finish(toolVersion: toolVersion, timeZone: Calendar.timeZone)
        }
    }
}
