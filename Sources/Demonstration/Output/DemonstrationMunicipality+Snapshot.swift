import Cohort
import Foundation
import Intake

extension DemonstrationMunicipality {
    /// Writes the demonstration as a snapshot, by the way every capture goes. The pseudonyms are made under a key that follows from the seed,
    /// so that one seed gives one file, byte by byte: nobody needs to be protected here.
    /// - Parameter period: what is captured; all quarters unless told otherwise. Of a longer period only the days that were made.
    /// - Throws: ``DemonstrationError/periodOutside(period:quarters:)``; ``SnapshotError`` when the file exists (unless `overwrite`) or cannot
    ///   be written.
    @discardableResult
    public func write(
        toSnapshot path: String, overwrite: Bool = false, period asked: Period? = nil, toolVersion: String
    ) throws -> SnapshotManifest {
        let period = try inside(asked ?? period)
        return try SnapshotWriter.write(to: path, overwrite: overwrite) { writer in
            var intake = SnapshotIntake(writer: writer, pseudonymiser: Pseudonymiser(demonstrationSeed: seed), period: period)
            let records = records.captured(in: period)
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
            for record in records.invitations { try intake.add(record) }
            for record in records.abilities { try intake.add(record) }
            for record in records.demands { try intake.add(record) }
            for record in records.travelTimes { try intake.add(record) }
            for record in records.contacts { try intake.add(record) }
            return try intake.finish(toolVersion: toolVersion, timeZone: Timeline.timeZone, relations: relations)
        }
    }

    /// The snapshot that ``write(toSnapshot:overwrite:period:toolVersion:)`` would write, in memory and without its digests: for those who make
    /// thousands. Rows are generalised by the same code, but not checked.
    public func snapshot(of asked: Period? = nil, toolVersion: String = "") throws -> Snapshot {
        let period = try inside(asked ?? period)
        let records = records.captured(in: period)
        var generaliser = Generaliser(pseudonymiser: Pseudonymiser(demonstrationSeed: seed), period: period)
        let places = Dictionary(uniqueKeysWithValues: records.workplaces.enumerated().map { ($1.workplaceId, $0) })
        let runs = try records.runs.map { try generaliser.generalise($0) }
        // Lists stand in the order of their runs.
        var lists: [RecordedList] = []
        lists.reserveCapacity(runs.count)
        var row = records.results.startIndex
        for run in records.runs {
            var list = RecordedList(workplaces: [], distances: [])
            while row < records.results.endIndex, records.results[row].matchRunId == run.matchRunId {
                if let place = places[records.results[row].workplaceId] {
                    list.workplaces.append(place)
                    list.distances.append(records.results[row].distance)
                }
                row += 1
            }
            lists.append(list)
        }
        let manifest = SnapshotManifest(
            contractVersion: Contract.version, toolVersion: toolVersion, period: period, timeZone: Timeline.timeZone,
            ageBandBounds: generaliser.ageBands.bounds, linkable: false, transformations: Contract.transformations, unrecognised: [:],
            relations: relations)
        let name = "\(seed) \(system.rawValue) \(planted.text) \(quarters.lowerBound) \(quarters.upperBound) \(period.from.iso) \(period.to.iso)"
        return Snapshot(
            manifest: manifest, participants: records.participants.map { generaliser.generalise($0) },
            scales: try records.scales.map { try generaliser.generalise($0) }, assessments: try records.assessments.map { try generaliser.generalise($0) },
            scores: try records.scores.map { try generaliser.generalise($0) }, workplaces: try records.workplaces.map { try generaliser.generalise($0) },
            profiles: try records.profiles.map { try generaliser.generalise($0) }, runs: runs, lists: lists,
            choices: records.choices.map { generaliser.generalise($0) }, placements: try records.placements.map { try generaliser.generalise($0) },
            feedback: try records.feedback.map { try generaliser.generalise($0) }, invitations: records.invitations.map { generaliser.generalise($0) },
            abilities: records.abilities.map { generaliser.generalise($0) }, demands: records.demands.map { generaliser.generalise($0) },
            travelTimes: records.travelTimes.map { generaliser.generalise($0) }, contacts: try records.contacts.map { try generaliser.generalise($0) },
            digest: Fingerprint.sha256(of: Data(name.utf8)))
    }

    /// Which relations the system has.
    private var relations: [String: SnapshotManifest.Relation] {
        Dictionary(uniqueKeysWithValues: Contract.relations.map { ($0.name, .init(offered: system.offers($0))) })
    }

    private func inside(_ asked: Period) throws(DemonstrationError) -> Period {
        guard let inside = Period(from: max(asked.from, period.from), to: min(asked.to, period.to)) else {
            throw .periodOutside(period: "\(asked.from.iso) to \(asked.to.iso)", quarters: "\(quarters.lowerBound) to \(quarters.upperBound)")
        }
        return inside
    }
}
