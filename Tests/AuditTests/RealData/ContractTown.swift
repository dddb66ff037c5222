import Foundation
import Intake
import MatchReplay

@testable import Audit
@testable import Cohort

/// People of a public data set put through the contract: rows as a municipality would offer them, taken in by the way every capture goes.
///
/// Everybody has one list, on day 0 unless said otherwise, so time zero is the beginning of the spell of the data set. Where the set has
/// another unit of time, a unit is so many days.
struct ContractTown {
    struct Person {
        /// The contract's code that carries the group of the data set.
        var gender: String?
        var language = "nl"
        var municipality: String?
        var firstList = 0
        var placed: Int?
        var left: Int?
        var contactedFor: String?
    }

    private static let first = Day(number: 14610)

    /// - Parameters:
    ///   - days: of the window, which begins on day 0.
    ///   - workplaces: ids of places; there is always one.
    static func frame(_ people: [Person], days: Int, attributes: [Attribute] = [.gender], workplaces: [String] = ["place"]) throws -> AuditFrame {
        guard let period = Period(from: first, to: first + days) else { throw CocoaError(.featureUnsupported) }
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("contract-town-\(UUID().uuidString).sqlite").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try SnapshotWriter.write(to: path) { writer in
            var intake = SnapshotIntake(writer: writer, pseudonymiser: Pseudonymiser(demonstrationSeed: 1), period: period)
            for (number, person) in people.enumerated() {
                var record = ParticipantRecord(participantId: "P\(number)")
                record.gender = person.gender
                record.municipality = person.municipality
                record.firstRunOn = first + person.firstList
                record.leftOn = person.left.map { first + $0 }
                try intake.add(record)
            }
            try intake.add(ScaleRecord(scaleCode: "scale", component: "capacity", labelNl: "schaal", labelEn: "scale", minimum: 0, maximum: 100))
            for (number, person) in people.enumerated() {
                try intake.add(AssessmentRecord(assessmentId: "A\(number)", participantId: "P\(number)", testLanguage: person.language))
            }
            for place in workplaces { try intake.add(WorkplaceRecord(workplaceId: place, workKind: "paid", activeFrom: first)) }
            for (number, person) in people.enumerated() {
                try intake.add(
                    MatchRunRecord(
                        matchRunId: "R\(number)", participantId: "P\(number)", assessmentId: "A\(number)", algorithmVersion: "1",
                        executedOn: first + person.firstList, sequence: 1))
            }
            for number in people.indices {
                try intake.add(MatchResultRecord(matchRunId: "R\(number)", workplaceId: workplaces[0], rank: 1, distance: nil))
            }
            for (number, person) in people.enumerated() {
                guard let placed = person.placed else { continue }
                try intake.add(PlacementRecord(placementId: "L\(number)", participantId: "P\(number)", workKind: "paid", startedOn: first + placed))
            }
            for (number, person) in people.enumerated() {
                guard let place = person.contactedFor else { continue }
                var contact = EmployerContactRecord(
                    contactId: "K\(number)", employerId: "E-\(place)", participantId: "P\(number)", initiatedBy: "employer", contactedOn: first + 1)
                contact.workplaceId = place
                try intake.add(contact)
            }
            return try intake.finish(toolVersion: "test", timeZone: "Europe/Amsterdam")
        }
        let snapshot = try Snapshot.read(from: path)
        let standard = SystemConfiguration.standard
        let system = SystemConfiguration(
            name: "test", title: standard.title, indicators: nil,
            attributes: attributes.map { .init(attribute: $0, purpose: .init(nl: "test", en: "test"), reference: nil, merge: [:]) }, specialCategories: [],
            intersections: [], driftScales: [], referencePeriod: nil, delayedEntry: false, inventory: [], phrases: [:], sha256: "")
        return AuditFrame(
            snapshot: snapshot, window: period,
            replayed: PackedLists(snapshot.runs.map { _ in ReplayedList(workplaces: [0], distances: [1], sharesRanks: false) }), population: .listed,
            system: system, core: nil, threads: 1)
    }

    /// The project's limits with another horizon.
    static func limits(horizon: Int) throws -> Thresholds {
        let text = String(decoding: try ProjectFiles.data("thresholds.json"), as: UTF8.self)
        guard var root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any], var analysis = root["analysis"] as? [String: Any],
            var limit = analysis["horizonDays"] as? [String: Any]
        else { throw CocoaError(.propertyListReadCorrupt) }
        limit["value"] = horizon
        analysis["horizonDays"] = limit
        root["analysis"] = analysis
        return try Thresholds.read(try JSONSerialization.data(withJSONObject: root), source: "thresholds.json")
    }
}
