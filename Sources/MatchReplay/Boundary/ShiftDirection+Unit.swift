import Cohort
import Metrics

extension ShiftDirection {
    /// Points on each scale that a shift of 1 stands for; a scale that is not named does not move.
    /// - Parameter runs: the participants' latest runs, over whose tests language means are taken.
    func unit(snapshot: Snapshot, core: FrozenCore, runs: [Int]) throws(BoundaryError) -> [String: Double] {
        let counting = core.scales.map(\.code)
        switch self {
        case .scale(let code):
            guard counting.contains(code) else { throw .scaleDoesNotCount(code: code, core: core.core.name, counting: counting) }
            return [code: 1]
        case .anyScale:
            return Dictionary(uniqueKeysWithValues: counting.compactMap { code in
                snapshot.scaling.participants[code].map { (code, $0.standardDeviation) }
            })
        case .language(let language, let reference):
            let own = try Self.means(snapshot, runs, language: language), others = try Self.means(snapshot, runs, language: reference)
            return Dictionary(uniqueKeysWithValues: counting.compactMap { code in
                guard let mean = own[code], let other = others[code] else { return nil }
                return (code, mean - other)
            })
        }
    }

    /// The mean score per scale over people tested in a language; one test per person.
    private static func means(_ snapshot: Snapshot, _ runs: [Int], language: String) throws(BoundaryError) -> [String: Double] {
        let languageOf = Dictionary(snapshot.assessments.map { ($0.assessmentId, $0.testLanguage) }, uniquingKeysWith: { first, _ in first })
        let used = Set(runs.map { snapshot.runs[$0].assessmentId })
        let known = Set(used.compactMap { languageOf[$0] }).sorted(by: precedesInBytes)
        guard known.contains(language) else { throw .nobodyTestedIn(language: language, known: known) }
        // In order of the assessments, so that the order of rows does not move a bit.
        var values: [String: [(Pseudonym, Double)]] = [:]
        for entry in snapshot.scores where used.contains(entry.assessmentId) && languageOf[entry.assessmentId] == language {
            if let score = entry.score { values[entry.scaleCode, default: []].append((entry.assessmentId, score)) }
        }
        return values.mapValues { entries in
            CompensatedSum(entries.sorted { $0.0 < $1.0 }.map(\.1)).value / Double(entries.count)
        }
    }
}
