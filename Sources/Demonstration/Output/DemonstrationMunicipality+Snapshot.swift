import Cohort
import Intake

extension DemonstrationMunicipality {
    /// Writes the demonstration as a snapshot, by the way every capture goes. The pseudonyms are made under a key that follows from
    /// the seed, so that one seed gives one file, byte by byte: nobody needs to be protected here.
    /// - Throws: ``SnapshotError`` when the file exists (unless `overwrite`) or cannot be written.
    @discardableResult
    public func write(toSnapshot path: String, overwrite: Bool = false, toolVersion: String) throws -> SnapshotManifest {
        try SnapshotWriter.write(to: path, overwrite: overwrite) { writer in
            var intake = SnapshotIntake(
                writer: writer, pseudonymiser: Pseudonymiser(demonstrationSeed: seed), period: period)
            for record in records.participants { try intake.add(record) }
            for record in records.scales { try intake.add(record) }
            for record in records.assessments { try intake.add(record) }
            for record in records.scores { try intake.add(record) }
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
