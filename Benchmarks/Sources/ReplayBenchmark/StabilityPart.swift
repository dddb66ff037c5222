import Cohort
import Foundation
import MatchReplay
import Metrics

/// 1,000 lists of each of 700 participants among 300 places on 24 scales, every score drawn under an error of measurement: what
/// `fairness-audit replay --stability` does, from the snapshot in memory to everybody's agreement.
enum StabilityPart {
    static let participants = 700, places = 300, scales = 24, draws = 1_000, depth = 10, error = 4.0

    static func once(threads: Int) throws {
        let snapshot = try snapshot()
        let core = RankingCore(
            name: "benchmark", algorithmVersion: "1", weights: .init(profile: true), scaling: .init(kind: .z), missingValues: .skipAndRescale,
            places: .activeOnRunDay, ties: .bytes, sha256: "")
        var stability: ListStability?
        let time = try ReplayBenchmark.seconds {
            stability = try ListStability.measure(
                snapshot: snapshot, core: core, settings: .init(depth: depth, draws: draws), threads: threads)
        }
        // Printed, so that no list goes unread.
        let people = stability?.cases.first?.people ?? []
        print("stability-\(threads)", time, people.map(\.agreement.overlap).reduce(0, +) / Double(max(1, people.count)))
    }

    /// Written as a file and read back: the constants are those of a real snapshot.
    private static func snapshot() throws -> Snapshot {
        let path = NSTemporaryDirectory() + "/bench-replay-\(UUID().uuidString).sqlite"
        defer { try? FileManager.default.removeItem(atPath: path) }
        guard let from = Day(iso: "2026-01-01"), let to = Day(iso: "2026-12-31"), let period = Period(from: from, to: to) else { throw Misdated() }
        var random = SeededRandom(seed: 1)
        /// About normal, mean 50 and deviation 10: twelve uniform numbers.
        func score() -> Double { 50 + 10 * ((0..<12).reduce(0.0) { sum, _ in sum + random.uniform() } - 6) }
        let codes = (0..<scales).map { "scale_\($0)" }
        try SnapshotWriter.write(to: path) { writer in
            for code in codes {
                try writer.add(
                    Scale(scaleCode: code, component: "capacity", labelNl: code, labelEn: code, minimum: -100, maximum: 200, languageFree: false))
            }
            for place in 0..<places {
                try writer.add(Workplace(workplaceId: "W\(place)", workKind: "paid", activeFrom: from))
                for code in codes {
                    try writer.add(IdealProfileEntry(workplaceId: "W\(place)", profileVariant: "", scaleCode: code, target: score(), weight: 0.5 + random.uniform()))
                }
            }
            for number in 0..<UInt64(participants) {
                let person = Pseudonym(high: number, low: 1), assessment = Pseudonym(high: number, low: 2)
                try writer.add(Participant(participantId: person))
                try writer.add(Assessment(assessmentId: assessment, participantId: person, testLanguage: "nl"))
                for code in codes {
                    try writer.add(AssessmentScore(assessmentId: assessment, scaleCode: code, score: score(), standardError: error))
                }
                try writer.add(
                    MatchRun(
                        matchRunId: Pseudonym(high: number, low: 3), participantId: person, assessmentId: assessment, algorithmVersion: "1",
                        executedOn: to, sequence: 1))
            }
            return SnapshotManifest(
                contractVersion: "1", toolVersion: "benchmark", period: period, timeZone: "Europe/Amsterdam", ageBandBounds: [], linkable: false,
                transformations: [:], unrecognised: [:], relations: [:])
        }
        return try Snapshot.read(from: path)
    }

    private struct Misdated: Error {}
}
