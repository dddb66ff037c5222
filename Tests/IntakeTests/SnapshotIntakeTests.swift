import Cohort
import Foundation
import Intake
import Testing

/// What a capture refuses, record by record, without a database.
@Suite struct SnapshotIntakeTests {
    /// Two people, two scales, two places, one list each: all of it right until a test changes it.
    struct Records {
        var participants = ["anna", "bo"].map(ParticipantRecord.init(participantId:))
        var scales = [
            ScaleRecord(scaleCode: "verbal", component: "capacity", labelNl: "Verbaal", labelEn: "Verbal", minimum: 0, maximum: 100)
        ]
        var assessments = [
            AssessmentRecord(assessmentId: "a", participantId: "anna", testLanguage: "nl"),
            AssessmentRecord(assessmentId: "b", participantId: "bo", testLanguage: "nl"),
        ]
        var scores = [
            AssessmentScoreRecord(assessmentId: "a", scaleCode: "verbal", score: 0),
            AssessmentScoreRecord(assessmentId: "b", scaleCode: "verbal", score: 100),
        ]
        var workplaces = ["w1", "w2"].map { WorkplaceRecord(workplaceId: $0, workKind: "paid", activeFrom: Day(number: 20_000)) }
        var profiles = ["w1", "w2"].map { IdealProfileRecord(workplaceId: $0, scaleCode: "verbal", target: 50) }
        var runs = [
            MatchRunRecord(
                matchRunId: "r1", participantId: "anna", assessmentId: "a", algorithmVersion: "v1", executedOn: Day(number: 20_730), sequence: 1),
            MatchRunRecord(
                matchRunId: "r2", participantId: "bo", assessmentId: "b", algorithmVersion: "v1", executedOn: Day(number: 20_731), sequence: 1),
        ]
        // The rows of the two lists interleave, as a table without order may give them.
        var results = [(1, "w1"), (2, "w2")].flatMap { rank, place in
            ["r1", "r2"].map { MatchResultRecord(matchRunId: $0, workplaceId: place, rank: rank, distance: Double(rank)) }
        }
        var choices: [ChoiceRecord] = []
    }

    /// - Returns: the finished file's snapshot; the file itself is gone.
    private func take(_ records: Records) throws -> Snapshot {
        let path = NSTemporaryDirectory() + "/intake-\(UUID().uuidString).sqlite"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let period = try #require(Period(from: Day(number: 20_727), to: Day(number: 20_818)))
        do {
            try SnapshotWriter.write(to: path) { writer in
                var intake = SnapshotIntake(writer: writer, pseudonymiser: .fresh(), period: period)
                for record in records.participants { try intake.add(record) }
                for record in records.scales { try intake.add(record) }
                for record in records.assessments { try intake.add(record) }
                for record in records.scores { try intake.add(record) }
                for record in records.workplaces { try intake.add(record) }
                for record in records.profiles { try intake.add(record) }
                for record in records.runs { try intake.add(record) }
                for record in records.results { try intake.add(record) }
                for record in records.choices { try intake.add(record) }
                return try intake.finish(toolVersion: "test", timeZone: "Europe/Amsterdam")
            }
        } catch {
            let folder = try FileManager.default.contentsOfDirectory(atPath: NSTemporaryDirectory())
            #expect(!folder.contains { $0.hasPrefix((path as NSString).lastPathComponent) }, "a file was left")
            throw error
        }
        return try Snapshot.read(from: path)
    }

    @Test func `what is right passes, with its lists`() throws {
        let snapshot = try take(Records())
        #expect(snapshot.participants.count == 2)
        #expect(snapshot.lists == Array(repeating: RecordedList(workplaces: [0, 1], distances: [1, 2]), count: 2))
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let expected: IntakeError
        let change: @Sendable (inout Records) -> Void

        init(_ what: String, _ expected: IntakeError, _ change: @escaping @Sendable (inout Records) -> Void) {
            testDescription = what
            self.expected = expected
            self.change = change
        }
    }

    static let refusals: [Refusal] = [
        Refusal("NaN", .notFinite(column: "assessment_score.score")) { $0.scores[0].score = .nan },
        Refusal("infinity", .notFinite(column: "assessment_score.score")) { $0.scores[0].score = -.infinity },
        Refusal("NaN in a distance", .notFinite(column: "match_result.distance")) { $0.results[0].distance = .nan },
        Refusal("NaN in a target", .notFinite(column: "ideal_profile.target")) { $0.profiles[0].target = .nan },
        Refusal("score below its scale", .scoreOutsideScale(scale: "verbal")) { $0.scores[0].score = -0.001 },
        Refusal("score above its scale", .scoreOutsideScale(scale: "verbal")) { $0.scores[0].score = 100.001 },
        Refusal("scale upside down", .scaleBoundsReversed(scale: "verbal")) { $0.scales[0].minimum = 100 },
        Refusal("profile of an unknown scale", .profileScaleUnknown(scale: "spatial")) { $0.profiles[0].scaleCode = "spatial" },
        Refusal("profile of a scale nobody has", .profileScaleWithoutScores(scale: "verbal")) { records in
            for index in records.scores.indices { records.scores[index].score = nil }
        },
        Refusal("run without results", .runsWithoutResults(count: 1)) { $0.results.removeAll { $0.matchRunId == "r2" } },
        Refusal("gap in the ranks", .ranksNotConsecutive(count: 1)) { $0.results[2].rank = 3 },
        Refusal("ranks from 0", .ranksNotConsecutive(count: 2)) { records in
            for index in records.results.indices { records.results[index].rank -= 1 }
        },
        Refusal("participant twice", .duplicateKey(relation: "participant")) { $0.participants[1].participantId = "anna" },
        Refusal("assessment twice", .duplicateKey(relation: "assessment")) { $0.assessments[1].assessmentId = "a" },
        Refusal("run twice", .duplicateKey(relation: "match_run")) { $0.runs[1].matchRunId = "r1" },
        Refusal("workplace twice", .duplicateKey(relation: "workplace")) { $0.workplaces[1].workplaceId = "w1" },
        Refusal("run of nobody", .orphan(column: "match_run.participant_id", relation: "participant")) { $0.runs[0].participantId = "x" },
        Refusal("run of no test", .orphan(column: "match_run.assessment_id", relation: "assessment")) { $0.runs[0].assessmentId = "x" },
        Refusal("result of no run", .orphan(column: "match_result.match_run_id", relation: "match_run")) { $0.results[3].matchRunId = "x" },
        Refusal("result of no place", .orphan(column: "match_result.workplace_id", relation: "workplace")) { $0.results[3].workplaceId = "x" },
        Refusal("score of no test", .orphan(column: "assessment_score.assessment_id", relation: "assessment")) { $0.scores[0].assessmentId = "x" },
        Refusal("choice of no place", .orphan(column: "choice.chosen_workplace_id", relation: "workplace")) { records in
            var choice = ChoiceRecord(choiceId: "c", matchRunId: "r1", decidedOn: Day(number: 20_740), sequence: 1)
            choice.chosenWorkplaceId = "x"
            records.choices = [choice]
        },
        Refusal("work kind of our own", .unknownRequiredCode(column: "workplace.work_kind", allowed: "paid, benefit_retained, sheltered, day_activity")) {
            $0.workplaces[0].workKind = "volunteer"
        },
        Refusal("no runs", .emptyPeriod(from: "2026-10-01", to: "2026-12-31")) { records in
            records.runs = []
            records.results = []
        },
    ]

    @Test(arguments: refusals)
    func `what is wrong is refused with its reason, and leaves no file`(refusal: Refusal) {
        var records = Records()
        refusal.change(&records)
        let error = #expect(throws: IntakeError.self) { try take(records) }
        #expect(error == refusal.expected)
        #expect(String(describing: error ?? refusal.expected).count > 60)
    }

    @Test func `a rank twice in one list is a key twice`() {
        var records = Records()
        records.results[2].rank = 1
        #expect(throws: SnapshotError.duplicateKey(relation: "match_result")) { try take(records) }
    }
}
