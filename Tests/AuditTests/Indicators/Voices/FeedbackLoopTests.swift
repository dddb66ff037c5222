import Metrics
import Testing

@testable import Audit

@Suite struct FeedbackLoopTests {
    /// Of 40 placed women 10 answer on day 30 with a 2, of 40 men 20 with a 4; half of the answers are followed up after 42 days, two
    /// after 43. Employers answer for everybody.
    private func town(missing: Set<String> = []) -> OutcomeTown {
        var town = OutcomeTown(missing: missing)
        for number in 0..<40 {
            for (gender, answers, score) in [("female", 10, 2), ("male", 20, 4)] {
                let person = town.add(gender, lists: [0], stays: [.init(start: 10)])
                if number < answers {
                    town.feedback(of: person, on: 40, score: score, followedUp: number % 2 == 0 ? 82 : number == 1 ? 83 : nil)
                }
                // Too late to count as an answer, and before the placement.
                if number == 39 { town.feedback(of: person, on: 101, score: score) }
                if number == 38 { town.feedback(of: person, on: 9, score: score) }
                town.feedback(of: person, "employer", on: 50, score: 3)
            }
        }
        return town
    }

    @Test func whoIsHeard() throws {
        let limits = try OutcomeTown.limits()
        let frame = town().frame()
        let metrics = FeedbackLoop.measure(frame, limits: limits)
        #expect(metrics.map(\.description.metric) == ["feedback_given", "feedback_score", "feedback_followed_up"])
        let given = try frame.women(metrics[0], limits)
        #expect(abs(given.groupValue - 0.25) < 1e-12 && abs(given.referenceValue - 0.5) < 1e-12)
        // The late answer has a score all the same.
        let score = metrics[1].observations.population.count
        #expect(score == 32)
        let followed = try frame.women(metrics[2], limits)
        #expect(abs(followed.groupValue - 5.0 / 11) < 1e-12 && abs(followed.referenceValue - 10.0 / 21) < 1e-12)
    }

    @Test func table() throws {
        let limits = try OutcomeTown.limits()
        let frame = town().frame()
        let metric = FeedbackLoop.measure(frame, limits: limits)[0]
        let table = try #require(FeedbackLoop.tables(frame, partition: frame.genders(metric, limits), limits: limits).first)
        #expect(table.id == "9.1" && table.notes == ["respondents_only"])
        func near(_ group: String, _ source: String, _ column: String, _ value: Double) -> Bool {
            table.number(group, source, column: column).map { abs($0 - value) < 1e-9 } ?? false
        }
        #expect(near("female", "employer", "feedback_given", 1) && near("female", "employer", "mean_score", 3))
        #expect(near("male", "participant", "feedback_given", 0.5) && near("female", "participant", "mean_score", 2))
        #expect(near("female", "counsellor", "feedback_given", 0) && table.number("female", "counsellor", column: "mean_score") == nil)
        // Six answers of women were followed up: too few for a median.
        #expect(table.number("female", "participant", column: "median_days_to_follow_up") == nil)
    }

    @Test func needs() {
        #expect(FeedbackLoop.unavailability(in: OutcomeTown(missing: ["feedback"]).snapshot) == "relation_missing:feedback")
        #expect(FeedbackLoop.unavailability(in: OutcomeTown(missing: ["feedback.participant_id"]).snapshot) == "column_missing:feedback.participant_id")
        #expect(FeedbackLoop.unavailability(in: OutcomeTown(missing: ["placement"]).snapshot) == "relation_missing:placement")
    }

    @Test func whatTheSourceDoesNotOfferIsNotMeasured() throws {
        let limits = try OutcomeTown.limits()
        let metrics = FeedbackLoop.measure(town(missing: ["feedback.score", "feedback.followed_up_on"]).frame(), limits: limits)
        #expect(metrics.map(\.description.metric) == ["feedback_given"])
    }
}
