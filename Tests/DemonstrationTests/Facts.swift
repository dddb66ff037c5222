import Cohort
import Demonstration
import Foundation
import Intake

/// The demonstrations that several tests look at, made once.
enum Facts {
    static let planted = Result { try DemonstrationMunicipality(seed: 1, planted: PlantedEffect.all) }
    static let plain = Result { try DemonstrationMunicipality(seed: 1, planted: []) }

    static func snapshot(_ municipality: DemonstrationMunicipality) throws -> Snapshot {
        let path = temporaryPath()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try municipality.write(toSnapshot: path, toolVersion: "test")
        return try Snapshot.read(from: path)
    }

    static func temporaryPath() -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("demonstration-\(UUID().uuidString).sqlite").path
    }

    /// Mean share of day activity in the first five places, per person with a list.
    static func dayActivityShares(_ records: DemonstrationRecords) -> [String: Double] {
        let kind = Dictionary(uniqueKeysWithValues: records.workplaces.map { ($0.workplaceId, $0.workKind) })
        let person = Dictionary(uniqueKeysWithValues: records.runs.map { ($0.matchRunId, $0.participantId) })
        var places: [String: [Double]] = [:]
        for result in records.results where result.rank <= 5 {
            places[person[result.matchRunId] ?? "", default: []].append(kind[result.workplaceId] == Workplaces.dayActivity ? 1 : 0)
        }
        return places.mapValues { $0.reduce(0, +) / Double($0.count) }
    }

    /// Per person, for the last choice: day activity was chosen (1 or 0) minus its share under the common habit over the own list.
    static func steering(_ records: DemonstrationRecords) -> [String: Double] {
        let kind = Dictionary(uniqueKeysWithValues: records.workplaces.map { ($0.workplaceId, $0.workKind) })
        let person = Dictionary(uniqueKeysWithValues: records.runs.map { ($0.matchRunId, $0.participantId) })
        let lists = Dictionary(grouping: records.results, by: \.matchRunId)
        var last: [String: ChoiceRecord] = [:]
        for choice in records.choices { last[person[choice.matchRunId] ?? ""] = choice }
        return last.compactMapValues { choice in
            guard let chosen = choice.chosenWorkplaceId, let list = lists[choice.matchRunId] else { return nil }
            let habit = list.map { Counselling.rankHabit[$0.rank - 1] }
            let expected = zip(list, habit).reduce(0) { $0 + (kind[$1.0.workplaceId] == Workplaces.dayActivity ? $1.1 : 0) } / habit.reduce(0, +)
            return (kind[chosen] == Workplaces.dayActivity ? 1 : 0) - expected
        }
    }

    /// Difference of means and its Welch z.
    static func welch(_ group: [Double], _ rest: [Double]) -> (difference: Double, z: Double) {
        func moments(_ values: [Double]) -> (mean: Double, square: Double) {
            let mean = values.reduce(0, +) / Double(values.count)
            return (mean, values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1) / Double(values.count))
        }
        let a = moments(group), b = moments(rest)
        return (a.mean - b.mean, (a.mean - b.mean) / (a.square + b.square).squareRoot())
    }

    static func compare(_ values: [String: Double], _ belongs: (String) -> Bool) -> (difference: Double, z: Double) {
        // In order of key: a sum must not depend on the order of a dictionary.
        let keys = values.keys.sorted()
        return welch(keys.filter(belongs).compactMap { values[$0] }, keys.filter { !belongs($0) }.compactMap { values[$0] })
    }

    static func languages(_ records: DemonstrationRecords) -> [String: String] {
        Dictionary(records.assessments.map { ($0.participantId, $0.testLanguage) }, uniquingKeysWith: { first, _ in first })
    }

    static func aged55AndOlder(_ records: DemonstrationRecords) -> Set<String> {
        Set(records.participants.filter { $0.birthYear.map { 2026 - $0 >= 55 } ?? false }.map(\.participantId))
    }
}
