import Cohort
import MatchReplay

/// Eight places and four scales with weights of their own, as in scripts/reference/stability.py; the participant's third score is missing.
enum NumpyExample {
    static let scales = ["s0", "s1", "s2", "s3"]
    static let scores = [0.4, -0.7, 0, 1.1]
    static let errors = [0.5, 0.9, 0.7, 0.4]
    static let core = RankingCore.test(weights: .init(profile: true), missing: .skipAndRescale)

    /// - Parameter withErrors: whether the scores come with their standard errors.
    static func snapshot(withErrors: Bool) throws -> Snapshot {
        var municipality = TinyMunicipality(scales: Dictionary(uniqueKeysWithValues: scales.map { ($0, "capacity") }), places: [], runs: [])
        municipality.places = (0..<8).map { place in
            var row = TinyMunicipality.Place(id: "W\(place)", targets: [:])
            for (scale, code) in scales.enumerated() {
                row.targets[code] = Double((7 * place + 3 * scale) % 11) / 2 - 2.5
                row.weights[code] = Double(1 + (place + scale) % 3)
            }
            return row
        }
        var own = Dictionary(uniqueKeysWithValues: zip(scales, scores.map(Optional.some)))
        own["s2"] = .some(nil)
        // Somebody else has the third score, so that the scale counts.
        municipality.runs = [.init(person: 1, scores: own), .init(person: 2, scores: ["s2": 1, "s0": -1, "s1": 2, "s3": 0])]
        var snapshot = try municipality.snapshot()
        if withErrors {
            for index in snapshot.scores.indices {
                snapshot.scores[index].standardError = scales.firstIndex(of: snapshot.scores[index].scaleCode).map { errors[$0] }
            }
        }
        return snapshot
    }
}
