import Cohort
import Foundation
import Intake
import Testing

@Suite struct PipelineCopyTests {
    private typealias Person = PipelineTown.Person

    private func copy(_ town: PipelineTown, seed: UInt64 = 1) throws -> PipelineCopy {
        var generator = KnownGenerator(seed: seed)
        return try PipelineCopy(of: town.snapshot(), using: &generator)
    }

    private func copy(of people: [Person]) throws -> PipelineCopy { try copy(PipelineTown(people: people)) }

    /// As the test itself counts them, over dictionaries of text.
    private func classes(_ snapshot: Snapshot) -> [String: Int] {
        snapshot.participants.reduce(into: [:]) { counts, person in
            let languages = Set(snapshot.assessments.filter { $0.participantId == person.participantId }.map(\.testLanguage)).sorted()
            counts["\(person.ageBand ?? "?") \(person.gender ?? "?") \(person.educationLevel ?? "?") \(languages)", default: 0] += 1
        }
    }

    @Test func `what no gate looks at is gone, and its manifest says so`() throws {
        let result = try copy(of: Array(repeating: Person(), count: 12)).unlisted
        #expect(result.choices.isEmpty && result.placements.isEmpty && result.feedback.isEmpty && result.invitations.isEmpty && result.contacts.isEmpty)
        for person in result.participants {
            let gone: [Any?] = [
                person.municipality, person.preferredLanguage, person.dutchLevel, person.benefitDuration, person.targetGroupRegister,
                person.intakeWeek, person.firstRunOn, person.leftOn, person.leftReason,
            ]
            #expect(gone.allSatisfy { $0 == nil })
            #expect(person.hoursAvailable == 20 && person.travelMaxMinutes == 45)
        }
        for test in result.assessments {
            let gone: [Any?] = [
                test.supplier, test.batteryVersion, test.normVersion, test.startedOn, test.completedOn, test.completeness, test.qualityFlag,
                test.supersededBy,
            ]
            #expect(gone.allSatisfy { $0 == nil })
            #expect(test.mode == "online")
        }
        #expect(result.scores.allSatisfy { $0.standardError == nil })
        for place in result.workplaces {
            let gone: [Any?] = [place.employerId, place.creboCode, place.creboLevel, place.sector, place.seats, place.lastConfirmedOn]
            #expect(gone.allSatisfy { $0 == nil })
        }
        // No place asks anything of the body, so nothing is known of anybody's.
        #expect(result.abilities.isEmpty)
        #expect(result.lists.allSatisfy { $0.workplaces == [0] && $0.distances == [nil] })
        #expect(!result.offers("choice") && !result.offers("placement") && !result.offers("employer_id", of: "workplace"))
        #expect(!result.manifest.linkable && result.manifest.unrecognised.isEmpty)
        #expect(result.manifest.transformations["choice.choice_id"] == nil)
        #expect(result.manifest.transformations["participant.participant_id"]?.contains("drawn") == true)
    }

    @Test func `pseudonyms are new, rows are in their order, and nothing is left hanging`() throws {
        let town = PipelineTown(people: Array(repeating: Person(), count: 12))
        let captured = try town.snapshot(), result = try copy(town).unlisted
        #expect(Set(captured.participants.map(\.participantId)).isDisjoint(with: result.participants.map(\.participantId)))
        #expect(Set(captured.runs.map(\.matchRunId)).isDisjoint(with: result.runs.map(\.matchRunId)))
        #expect(Set(captured.assessments.map(\.assessmentId)).isDisjoint(with: result.assessments.map(\.assessmentId)))
        #expect(result.participants.map(\.participantId) == result.participants.map(\.participantId).sorted())
        #expect(result.runs.map(\.matchRunId) == result.runs.map(\.matchRunId).sorted())
        let people = Set(result.participants.map(\.participantId)), tests = Set(result.assessments.map(\.assessmentId))
        #expect(people.count == 12 && tests.count == 12)
        #expect(result.runs.allSatisfy { people.contains($0.participantId) && tests.contains($0.assessmentId) })
        #expect(result.scores.allSatisfy { tests.contains($0.assessmentId) } && result.travelTimes.allSatisfy { people.contains($0.participantId) })
        // Another generator, other pseudonyms: the system's own is drawn from once and cannot be asked again.
        #expect(try Set(copy(town, seed: 2).unlisted.participants.map(\.participantId)).isDisjoint(with: people))
    }

    @Test func `of a journey only whether it is within reach is left`() throws {
        // Longest journey 40, in the file 45; unknown; and one that a step would hide.
        let people = [(40, 35), (40, 40), (40, 41), (40, 44), (40, 300), (nil, 10), (7, 7), (7, 8)].map { travel, minutes in
            Person(travel: travel, minutes: minutes)
        }
        let result = try copy(of: people).unlisted
        let limits = Dictionary(uniqueKeysWithValues: result.participants.map { ($0.participantId, $0.travelMaxMinutes) })
        #expect(Set(limits.values) == [45, 15, nil])
        #expect(result.travelTimes.map(\.minutes).sorted() == [15, 30, 45, 45, 60, 60, 60])
        let within = result.travelTimes.count { $0.minutes <= (limits[$0.participantId] ?? nil) ?? 0 }
        #expect(within == 3, "as in the captured rows: 35 and 40 of 40, 7 of 7")
    }

    @Test func `a list moves to the first day of its week with the same places`() throws {
        let monday = PipelineTown.monday
        // The period begins on Wednesday; w2 comes on the Thursday of the next week.
        let days = [2, 3, 6, 7, 9, 10, 13, 14, 20].map { Person(day: monday + $0) }
        let result = try copy(PipelineTown(people: days, places: ["w1", "w2"], comings: ["w2": monday + 10]))
        #expect(result.unlisted.runs.map { $0.executedOn - monday }.sorted() == [2, 2, 2, 7, 7, 10, 10, 14, 14])
        #expect(result.losses.listsOffTheirMonday == 2)
    }

    @Test func `scores move by at most their standard error, and stay on their scale`() throws {
        let people = (0..<300).map { Person(score: $0 % 100 == 0 ? 99.9 : Double($0 % 100), error: 3) } + [Person(score: nil)]
        let town = PipelineTown(people: people)
        let captured = try town.snapshot()
        let shifts = try (1...5).flatMap { seed in
            var generator = KnownGenerator(seed: UInt64(seed))
            let result = try PipelineCopy(of: captured, using: &generator)
            #expect(result.losses.jitteredScores == 300 && result.losses.roundedScores == 0)
            #expect(result.unlisted.scaling == captured.scaling, "frozen over the people as captured")
            #expect(result.unlisted.scores.count { $0.score == nil } == 1)
            return try paired(captured, result).map { $1 - $0 }
        }
        #expect(shifts.count == 1500)
        #expect(shifts.allSatisfy { abs($0) <= 3 + 1e-12 })
        // Evenly over 2 SE: mean 0, variance SE^2 / 3 = 3; less than a hundredth is clipped. Four standard errors of each estimate.
        let mean = shifts.reduce(0, +) / 1500, variance = shifts.reduce(0) { $0 + $1 * $1 } / 1500
        let errorOfMean: Double = (3.0 / 1500).squareRoot()
        // The fourth moment is SE^4 / 5.
        let errorOfVariance: Double = ((81.0 / 5 - 9) / 1500).squareRoot()
        #expect(abs(mean) < 4 * errorOfMean)
        #expect(abs(variance - 3) < 4 * errorOfVariance + 0.05)
        #expect(!shifts.contains(0))
    }

    @Test func `without a standard error scores are rounded, and counted`() throws {
        // Scores 0...99: population variance (100^2 - 1) / 12.
        let town = PipelineTown(people: (0..<100).map { Person(score: Double($0), error: $0 % 2 == 0 ? nil : 0) })
        let captured = try town.snapshot(), result = try copy(town)
        let step = (9999.0 / 12).squareRoot() / 10
        #expect(result.losses.roundedScores == 100 && result.losses.jitteredScores == 0)
        for (before, after) in try paired(captured, result) {
            #expect(abs(after - before) <= step / 2 + 1e-9)
            let steps: Double = after / step
            #expect(abs(steps - steps.rounded()) < 1e-9)
        }
    }

    /// Scores before and after of the same test; everybody in these towns took one.
    private func paired(_ captured: Snapshot, _ result: PipelineCopy) throws -> [(Double, Double)] {
        let owner = Dictionary(uniqueKeysWithValues: result.unlisted.assessments.map { ($0.assessmentId, $0.participantId) })
        let link = Dictionary(uniqueKeysWithValues: captured.participants.compactMap { row in result.pseudonym(ofCaptured: row.participantId).map { ($0, row.participantId) } })
        let testOf = Dictionary(uniqueKeysWithValues: captured.assessments.map { ($0.participantId, $0.assessmentId) })
        let original = Dictionary(uniqueKeysWithValues: captured.scores.map { ($0.assessmentId, $0.score) })
        return try result.unlisted.scores.compactMap { entry in
            guard let score = entry.score else { return nil }
            let person = try #require(owner[entry.assessmentId].flatMap { link[$0] })
            let test = try #require(testOf[person])
            return (try #require(original[test] ?? nil), score)
        }
    }

    @Test func `rare languages become undetermined, together with the next when they are too few`() throws {
        func town(_ languages: [(String, Int)]) throws -> PipelineCopy {
            try copy(of: languages.flatMap { language, count in Array(repeating: Person(languages: [language]), count: count) })
        }
        func spoken(_ copy: PipelineCopy) -> [String: Int] {
            copy.unlisted.assessments.reduce(into: [:]) { $0[$1.testLanguage, default: 0] += 1 }
        }
        let enough = try town([("nl", 40), ("ar", 10), ("pl", 9), ("tr", 3)])
        #expect(spoken(enough) == ["nl": 40, "ar": 10, "und": 12] && enough.losses.undetermined == 12 && enough.losses.languagesTakenAlong.isEmpty)
        let few = try town([("nl", 40), ("ar", 12), ("ti", 11), ("tr", 4)])
        #expect(spoken(few) == ["nl": 40, "ar": 12, "und": 15] && few.losses.languagesTakenAlong == ["ti"])
        // Production's own und is not counted as a language that is known.
        #expect(try spoken(town([("nl", 40), ("und", 20), ("tr", 4)])) == ["nl": 40, "und": 24])
    }

    @Test func `somebody tested in two languages keeps the lists of the first, unless enough people share them`() throws {
        let many = Array(repeating: Person(languages: ["nl"]), count: 20) + Array(repeating: Person(languages: ["ar"]), count: 20)
        let rare = try copy(of: many + Array(repeating: Person(languages: ["ar", "nl"]), count: 9))
        #expect(rare.unlisted.runs.count == 49 && rare.losses.listsLeftOut == 9 && rare.unlisted.participants.count == 49)
        #expect(classes(rare.unlisted).values.sorted() == [20, 29])
        let common = try copy(of: many + Array(repeating: Person(languages: ["ar", "nl"]), count: 10))
        #expect(common.unlisted.runs.count == 60 && common.losses.listsLeftOut == 0)
        #expect(classes(common.unlisted).values.sorted() == [10, 20, 20])
    }

    @Test func `education is given up first, then age, then gender, and only in small classes`() throws {
        var people = Array(repeating: Person(), count: 10)
        people += Array(repeating: Person(education: "high"), count: 4) + Array(repeating: Person(education: "middle"), count: 3)
        let education = try copy(of: people)
        #expect(education.losses.suppressed == ["education_level": 7])
        #expect(classes(education.unlisted).values.sorted() == [7, 10])
        let age = try copy(of: people + Array(repeating: Person(age: "55+"), count: 2) + Array(repeating: Person(age: "<27"), count: 4))
        #expect(age.losses.suppressed == ["education_level": 13, "age_band": 6])
        // Two men of whom nothing is left: three women join them, from the largest class.
        let gender = try copy(of: people + Array(repeating: Person(gender: "male"), count: 2))
        #expect(gender.losses.suppressed == ["education_level": 12, "age_band": 5, "gender": 5])
        #expect(classes(gender.unlisted).values.sorted() == [5, 7, 7])
    }

    @Test(arguments: 1...40)
    func `every class has five people, whatever the town`(seed: UInt64) throws {
        var draw = KnownGenerator(seed: seed)
        let people = (0..<Int.random(in: 5...150, using: &draw)).map { _ in
            Person(
                age: ["<27", "27-44", "45-54", "55+", nil].randomElement(using: &draw) ?? nil,
                gender: ["female", "male", "female", "male", "other", nil].randomElement(using: &draw) ?? nil,
                education: ["low", "middle", "high", nil].randomElement(using: &draw) ?? nil,
                languages: [["nl"], ["nl"], ["nl"], ["ar"], ["ti", "nl"], ["pl"]].randomElement(using: &draw) ?? ["nl"])
        }
        let result = try copy(of: people)
        #expect((classes(result.unlisted).values.min() ?? 0) >= 5)
        #expect(result.unlisted.participants.count == people.count, "nobody is left out")
    }

    @Test func `four people are not enough`() throws {
        let error = #expect(throws: PipelineError.self) { try copy(of: Array(repeating: Person(), count: 4)) }
        #expect(error == .tooFewAlike(needed: 5))
        #expect(try classes(copy(of: Array(repeating: Person(), count: 5)).unlisted).values.sorted() == [5])
    }
}
