import Cohort
import Demonstration
import Intake
import Testing

/// Each effect changes what it is about, and nothing else.
struct PlantTests {
    private static let last = Quarter.year(2026).upperBound.last

    /// Relations whose rows differ.
    private static func differing(_ a: DemonstrationRecords, _ b: DemonstrationRecords) -> Set<String> {
        let same = [
            ("participants", a.participants == b.participants), ("assessments", a.assessments == b.assessments), ("scores", a.scores == b.scores),
            ("scales", a.scales == b.scales), ("workplaces", a.workplaces == b.workplaces), ("profiles", a.profiles == b.profiles),
            ("runs", a.runs == b.runs), ("results", a.results == b.results), ("choices", a.choices == b.choices),
            ("placements", a.placements == b.placements), ("feedback", a.feedback == b.feedback), ("invitations", a.invitations == b.invitations),
            ("abilities", a.abilities == b.abilities), ("demands", a.demands == b.demands), ("journeys", a.travelTimes == b.travelTimes),
            ("contacts", a.contacts == b.contacts),
        ]
        return Set(same.filter { !$0.1 }.map(\.0))
    }

    /// What follows from scores: lists, what is chosen from them, and where people go.
    private static let fromScores: Set<String> = ["scores", "results", "choices", "placements"]

    private static func planted(_ plant: Plant, _ system: DemonstrationSystem = .ikZoek) throws -> DemonstrationRecords {
        try DemonstrationMunicipality(seed: 1, system: system, planted: Planting([plant])).records
    }

    private static let platform = Result { try DemonstrationMunicipality(seed: 1, system: .halloWerk, planted: []) }

    /// Verbal scores move by `shift` for those it is about and nothing else does, not even in the same row.
    private static func expectVerbalShift(
        _ plain: DemonstrationRecords, _ after: DemonstrationRecords, among known: Set<String>? = nil, _ shift: (AssessmentRecord) -> Double
    ) {
        let sitting = Dictionary(uniqueKeysWithValues: plain.assessments.map { ($0.assessmentId, $0) })
        var moved = 0
        for (a, b) in zip(plain.scores, after.scores) {
            if let known, let person = sitting[a.assessmentId]?.participantId, !known.contains(person) { continue }
            let expected = a.scaleCode == "cap_verbal" ? sitting[a.assessmentId].map(shift) ?? 0 : 0
            if let before = a.score, let now = b.score, expected != 0 {
                // Scores have one decimal.
                #expect(abs(now - before - expected) < 0.11, "\(a.assessmentId)")
                moved += 1
            } else {
                #expect(a == b)
            }
        }
        #expect(moved > 30)
    }

    @Test func theModeMovesVerbalScoresOfPaper() throws {
        let plain = try Facts.plain.get().records, after = try Self.planted(Plant(.testModeShift))
        #expect(Self.differing(plain, after).isSubset(of: Self.fromScores))
        let paper = Figures.tested(plain) { $0.mode == "paper" }
        // Of whom no form was ever written down, it cannot be told who took the test on paper.
        let known = Figures.tested(plain) { $0.mode != nil }
        Self.expectVerbalShift(plain, after, among: known) { paper.contains($0.participantId) ? -6 : 0 }
        #expect(Facts.compare(Facts.dayActivityShares(after)) { paper.contains($0) }.z > 5)
    }

    @Test func profilesLingerForLowEducationOnly() throws {
        let plain = try Facts.plain.get().records, after = try Self.planted(Plant(.lingeringProfiles))
        #expect(after.participants == plain.participants && after.runs.map(\.matchRunId) == plain.runs.map(\.matchRunId))
        #expect(after.workplaces == plain.workplaces)
        let low = Figures.who(plain) { $0.educationLevel == "low" }
        #expect(plain.assessments.filter { !low.contains($0.participantId) } == after.assessments.filter { !low.contains($0.participantId) })
        let before = Figures.daysOnWrongProfile(plain), now = Figures.daysOnWrongProfile(after)
        #expect(now.count > 70 && before.values.allSatisfy { (3...60).contains($0) })
        for (person, days) in now { #expect(abs(days - (before[person] ?? -1) - (low.contains(person) ? 30 : 0)) <= 1) }
        #expect(Facts.compare(now) { low.contains($0) }.z > 8)
        // About 20 in 100 were found to be wrong, and a list was made from nearly all of those.
        let tested = Set(plain.runs.map(\.participantId))
        #expect((0.15...0.25).contains(Double(before.count) / Double(tested.count)))
        let used = Set(plain.runs.map(\.assessmentId)), wrong = plain.assessments.filter { $0.supersededBy != nil }
        #expect(wrong.count { used.contains($0.assessmentId) } > wrong.count * 9 / 10)
    }

    @Test func placesGoStaleWhereWomenFit() throws {
        let plain = try Facts.plain.get().records, after = try Self.planted(Plant(.stalePlaces))
        #expect(after.participants.map(\.participantId) == plain.participants.map(\.participantId) && after.profiles == plain.profiles)
        #expect(after.assessments == plain.assessments && after.runs == plain.runs)
        var stopped = 0
        for (a, b) in zip(plain.workplaces, after.workplaces) {
            var other = b
            other.lastConfirmedOn = a.lastConfirmedOn
            #expect(a == other)
            if a.lastConfirmedOn != b.lastConfirmedOn { stopped += 1 }
        }
        #expect((70...120).contains(stopped))
        let women = Figures.who(plain) { $0.gender == "female" }
        let stale = Facts.compare(Figures.staleShares(after)) { women.contains($0) }
        #expect(stale.z > 5 && stale.difference > 0.1, "\(stale)")
        let kinds = Facts.compare(Facts.dayActivityShares(after)) { women.contains($0) }
        let before = Facts.compare(Facts.dayActivityShares(plain)) { women.contains($0) }
        #expect(abs(kinds.difference - before.difference) < 0.06, "kinds of work stay as they were: \(before) \(kinds)")
    }

    @Test func someAreFollowedBlindly() throws {
        let plain = try Facts.plain.get().records, after = try Self.planted(Plant(.blindTrust))
        #expect(Self.differing(plain, after).isSubset(of: ["choices", "placements"]))
        let followed = Set(Population.residents(seed: 1, year: 2026).filter { (45...54).contains($0.age) }.map(\.key))
        let person = Dictionary(uniqueKeysWithValues: plain.runs.map { ($0.matchRunId, $0.participantId) })
        #expect(zip(plain.choices, after.choices).allSatisfy { $0 == $1 || followed.contains(person[$0.matchRunId] ?? "") })
        #expect(Facts.compare(Figures.followedWeakAdvice(after)) { followed.contains($0) }.z > 6)
        // For everybody else the strength of the advice matters.
        func mean(_ values: [String: Double]) -> Double { values.values.reduce(0, +) / Double(max(1, values.count)) }
        #expect(mean(Figures.followedWeakAdvice(plain, weak: false)) - mean(Figures.followedWeakAdvice(plain)) > 0.1)
    }

    @Test func placementsOfSomeEndEarly() throws {
        let plain = try Facts.plain.get().records, after = try Self.planted(Plant(.earlyEndings))
        #expect(Self.differing(plain, after) == ["placements"])
        let ending = Set(Population.residents(seed: 1, year: 2026).filter { (27...44).contains($0.age) }.map(\.key))
        var early = 0
        for (a, b) in zip(plain.placements, after.placements) where a != b {
            #expect(ending.contains(a.participantId) && a.startedOn == b.startedOn && a.workplaceId == b.workplaceId)
            #expect(b.endReason == "no_match" && (14...55).contains((b.endedOn ?? Self.last) - b.startedOn))
            early += 1
        }
        #expect(early > 15)
        #expect(Facts.compare(Figures.endedEarly(after, until: Self.last)) { ending.contains($0) }.z > 3)
    }

    @Test func anIntersectionIsWorseThanEitherSide() throws {
        let plain = try Facts.plain.get().records, after = try Self.planted(Plant(.intersection))
        #expect(Self.differing(plain, after).isSubset(of: Self.fromScores))
        let women = Figures.who(plain) { $0.gender == "female" }
        let older = Set(Population.residents(seed: 1, year: 2026).filter { $0.age >= 55 }.map(\.key))
        let before = Facts.dayActivityShares(plain), now = Facts.dayActivityShares(after)
        let change = now.reduce(into: [String: Double]()) { $0[$1.key] = $1.value - (before[$1.key] ?? 0) }
        let cell = Facts.compare(change) { women.contains($0) && older.contains($0) }
        #expect(cell.difference > 0.1 && cell.z > 5, "\(cell)")
        for side in [women, older] {
            let whole = Facts.compare(change) { side.contains($0) }
            #expect(abs(whole.difference) < 0.03, "neither side moves as a whole: \(whole)")
        }
    }

    @Test func aNewTestVersionDrifts() throws {
        let plain = try Facts.plain.get().records, after = try Self.planted(Plant(.driftingTestVersion))
        #expect(Self.differing(plain, after).isSubset(of: Self.fromScores))
        let from = PlantedEffect.driftingTestVersion.standard.from.first
        // Everybody has the new version from that day on, planted or not.
        for assessment in plain.assessments { #expect((assessment.batteryVersion == "4.2") == (assessment.startedOn.map { $0 >= from } ?? (assessment.batteryVersion == "4.2"))) }
        Self.expectVerbalShift(plain, after) { $0.testLanguage == "uk" && $0.batteryVersion == "4.2" ? -12 : 0 }
    }

    @Test func anUnloggedChangeShowsInListsAlone() throws {
        let plain = try Facts.plain.get().records, after = try Self.planted(Plant(.unloggedChange))
        #expect(Self.differing(plain, after).isSubset(of: ["results", "choices", "placements"]))
        let from = try #require(Quarter("2026-Q3")).first
        func lists(_ records: DemonstrationRecords) -> [String: [String]] {
            Dictionary(grouping: records.results, by: \.matchRunId).mapValues { $0.map(\.workplaceId) }
        }
        let before = lists(plain), now = lists(after)
        var other = 0
        for run in plain.runs {
            if run.executedOn < from { #expect(before[run.matchRunId] == now[run.matchRunId]) } else if before[run.matchRunId] != now[run.matchRunId] { other += 1 }
        }
        #expect(other > plain.runs.count { $0.executedOn >= from } * 9 / 10)
        #expect(Set(after.runs.map(\.algorithmVersion)).count == 1)
    }

    @Test func employersPickOnTheRegister() throws {
        let plain = try Self.platform.get().records, after = try Self.planted(Plant(.cherryPicking), .halloWerk)
        #expect(Self.differing(plain, after).isSubset(of: ["contacts", "placements", "feedback"]))
        let register = Figures.who(plain) { $0.targetGroupRegister == true }
        let kept = Set(after.contacts.map(\.contactId))
        let lost = plain.contacts.filter { !kept.contains($0.contactId) }
        #expect(lost.count > 60 && lost.allSatisfy { $0.initiatedBy == "employer" && register.contains($0.participantId) })
        #expect(after.contacts.count + lost.count == plain.contacts.count, "nobody is contacted who was not")
        #expect(Facts.compare(Figures.contacts(after)) { register.contains($0) }.z < -4)
    }

    @Test func journeysFromOneMunicipalityTakeLonger() throws {
        let plain = try Self.platform.get().records, after = try Self.planted(Plant(.unreachableTravel), .halloWerk)
        #expect(Self.differing(plain, after) == ["journeys"])
        let far = Figures.who(plain) { $0.municipality == "GM1904" }
        for (a, b) in zip(plain.travelTimes, after.travelTimes) { #expect(b.minutes - a.minutes == (far.contains(a.participantId) ? 20 : 0)) }
        #expect(Facts.compare(Figures.outOfReach(after)) { far.contains($0) }.z > 4)
    }

    /// A size of nothing plants nothing, and nothing happens before its quarter.
    @Test func sizesAndQuartersCount() throws {
        for effect in [PlantedEffect.blindTrust, .earlyEndings, .intersection, .cherryPicking] {
            let system: DemonstrationSystem = effect == .cherryPicking ? .halloWerk : .ikZoek
            let plain = try system == .ikZoek ? Facts.plain.get().records : Self.platform.get().records
            let nothing = effect.standard.unit == .oddsDivisor ? 1.0 : 0
            let later = try #require(Quarter("2026-Q4"))
            let none = try Self.planted(Plant(effect, size: nothing, from: later), system)
            #expect(Self.differing(plain, none).isEmpty, "\(effect)")
        }
        let later = try #require(Quarter("2026-Q4"))
        let plain = try Facts.plain.get().records, after = try Self.planted(Plant(.testModeShift, from: later))
        let sitting = Dictionary(uniqueKeysWithValues: plain.assessments.map { ($0.assessmentId, $0) })
        for (a, b) in zip(plain.scores, after.scores) where a != b { #expect(sitting[a.assessmentId]?.completedOn.map { $0 >= later.first } ?? true) }
        #expect(plain.scores != after.scores)
    }
}
