import Cohort
import Foundation
import Intake
import Testing

@testable import Demonstration

/// What somebody who knows a person's exact scores finds in a copy. Jitter within a standard error is not anonymity, and these tests hold the
/// figures that docs/adr/0014-snapshot-for-a-pipeline.md and docs/gate-snapshot.md print.
@Suite struct PipelineAttackTests {
    private struct Town {
        let captured: Snapshot
        let copy: PipelineCopy

        init() throws {
            let path = NSTemporaryDirectory() + "/attack-\(UUID().uuidString).sqlite"
            defer { try? FileManager.default.removeItem(atPath: path) }
            try DemonstrationMunicipality(seed: 1, planted: PlantedEffect.all).write(toSnapshot: path, toolVersion: "test")
            captured = try Snapshot.read(from: path)
            var generator = KnownGenerator(seed: 1)
            copy = try PipelineCopy(of: captured, using: &generator)
        }

        /// Scores by test, in order of the scale; `nil` = not measured.
        static func vectors(_ snapshot: Snapshot) -> [(participant: Pseudonym, scores: [Double?])] {
            let scales = Dictionary(uniqueKeysWithValues: snapshot.scales.enumerated().map { ($1.scaleCode, $0) })
            var vectors: [Pseudonym: [Double?]] = [:]
            for entry in snapshot.scores {
                guard let scale = scales[entry.scaleCode] else { continue }
                vectors[entry.assessmentId, default: Array(repeating: nil, count: scales.count)][scale] = entry.score
            }
            return snapshot.assessments.compactMap { test in vectors[test.assessmentId].map { (test.participantId, $0) } }
        }
    }

    /// Of the people whose first `known` scales somebody knows exactly, the share whose nearest test in the copy is their own.
    private static func found(_ town: Town, known: Int) -> Double {
        let there = Town.vectors(town.copy.unlisted)
        var tried = 0, right = 0
        for (participant, scores) in Town.vectors(town.captured) {
            let own = scores.prefix(known)
            guard let person = town.copy.pseudonym(ofCaptured: participant), !own.contains(nil) else { continue }
            tried += 1
            var nearest: (distance: Double, person: Pseudonym)?
            for (other, others) in there {
                var sum = 0.0
                for (a, b) in zip(own, others) where sum < nearest?.distance ?? .infinity {
                    // A scale that was not measured is as far as a scale is wide.
                    let difference = a.flatMap { a in b.map { a - $0 } } ?? 100
                    sum += difference * difference
                }
                if sum < nearest?.distance ?? .infinity { nearest = (sum, other) }
            }
            if nearest?.person == person { right += 1 }
        }
        return Double(right) / Double(tried)
    }

    @Test func `sixteen scores find the person, one does not`() throws {
        let town = try Town()
        let shares = [1, 2, 4, 8, 16].map { Self.found(town, known: $0) }
        // Another jitter gives other figures: within three in a hundred of those that are printed.
        for (share, printed) in zip(shares, [0.02, 0.09, 0.45, 0.92, 0.96]) { #expect(abs(share - printed) < 0.03, "\(shares)") }
    }

    @Test func `no score lies beyond the standard error of the one that was measured`() throws {
        let town = try Town()
        let owner = Dictionary(uniqueKeysWithValues: town.captured.assessments.map { ($0.assessmentId, $0.participantId) })
        // Of each person the scores of a scale over all tests: a test itself has no link that anybody keeps.
        var before: [Pseudonym: [String: [AssessmentScore]]] = [:]
        for entry in town.captured.scores where entry.score != nil {
            if let person = owner[entry.assessmentId].flatMap({ town.copy.pseudonym(ofCaptured: $0) }) {
                before[person, default: [:]][entry.scaleCode, default: []].append(entry)
            }
        }
        let copied = Dictionary(uniqueKeysWithValues: town.copy.unlisted.assessments.map { ($0.assessmentId, $0.participantId) })
        var looked = 0, unmoved = 0
        for entry in town.copy.unlisted.scores {
            guard let score = entry.score, let person = copied[entry.assessmentId] else { continue }
            let originals = before[person]?[entry.scaleCode] ?? []
            let deviation = town.captured.scaling.participants[entry.scaleCode]?.standardDeviation ?? 0
            let near = originals.filter { abs(($0.score ?? .infinity) - score) <= ($0.standardError ?? deviation / 20) + 1e-9 }
            #expect(!near.isEmpty)
            looked += 1
            if originals.contains(where: { ($0.standardError ?? 0) > 0 && $0.score == score }) { unmoved += 1 }
        }
        #expect(looked == town.copy.losses.jitteredScores + town.copy.losses.roundedScores)
        // Only what is clipped at the end of a scale can come out as it was.
        let clipped = town.copy.unlisted.scores.count { $0.score == 0 || $0.score == 100 }
        #expect(unmoved <= clipped)
    }
}
