import MatchReplay
import Testing

@testable import Audit
@testable import Cohort

@Suite struct EmployerMixTests {
    /// Four people on two lists of seven ranks; contacts on and off the lists, in and out of time.
    private func counted() -> ContactsWhenShown {
        var hamlet = Hamlet(people: 7, offering: ["employer_contact": []])
        hamlet.open(2)
        for person in 0..<7 {
            hamlet.sit(person, name: person, completed: 1)
            hamlet.list(person, sitting: person, on: 10, places: [0])
        }
        hamlet.contact(0, by: "employer", workplace: 0, on: 30)
        hamlet.contact(0, by: "employer", workplace: 0, on: 40)
        hamlet.contact(0, by: "participant", workplace: 1, on: 40)
        hamlet.contact(1, by: "employer", workplace: 1, on: 59)
        hamlet.contact(1, by: "employer", workplace: 0, on: 60)
        hamlet.contact(2, by: "employer", workplace: nil, on: 40)
        hamlet.contact(3, by: "participant", workplace: 0, on: 40)
        hamlet.contact(6, by: "employer", workplace: 0, on: 40)
        let views = CandidateViews(views: [
            CandidateAttentionTests.view(Array(0..<7), [[0, 1, 2, 3, 4, 5, 6], [1, 0, 3, 2, 4]], from: 30, to: 59)
        ])
        return ContactsWhenShown(views, hamlet.frame)
    }

    @Test func contactsCountWhenShownAndInTime() {
        let counted = counted()
        #expect((0..<7).map(counted.timesShown) == [2, 2, 2, 2, 2, 1, 1])
        // Twice contacted for one place counts once; the day after the view does not; without a place nobody knows for what.
        #expect((0..<7).map(counted.timesContacted) == [1, 1, 0, 0, 0, 0, 1])
        #expect(counted.startedByParticipant == [1.0 / 3, 0, 0, 1, nil, nil, 0])
    }

    /// Ranks 1 to 5: 2 contacts in 10 times shown; ranks 6 to 10: 1 in 2.
    @Test func expectedIsWhatEverybodyAtTheRankGets() {
        let above = counted().aboveExpected
        let expected = [(1 - 0.4) / 2, (1 - 0.4) / 2, -0.2, -0.2, -0.2, -0.5, 0.5]
        for (value, wanted) in zip(above, expected) { #expect(abs((value ?? 9) - wanted) < 1e-12) }
    }

    /// Person 2 may not be approached directly: the contact all the same is in nobody's expectation, and the person in no comparison.
    @Test func whoMayNotBeApproachedIsNotPassedOver() {
        var hamlet = Hamlet(people: 3, offering: ["employer_contact": [], "participant_ability": []])
        hamlet.open(1)
        for person in 0..<3 {
            hamlet.sit(person, name: person, completed: 1)
            hamlet.list(person, sitting: person, on: 10, places: [0])
            var ability = ParticipantAbility(participantId: Hamlet.person(person))
            ability.directlyApproachable = person == 2 ? false : person == 1 ? nil : true
            hamlet.snapshot.abilities.append(ability)
        }
        hamlet.contact(0, by: "employer", workplace: 0, on: 40)
        let views = CandidateViews(views: [CandidateAttentionTests.view([0, 1, 2, nil], [[3, 2, 1, 0]])])
        #expect(ContactsWhenShown(views, hamlet.frame).aboveExpected == [0.5, -0.5, nil])
    }

    /// Group 0 and 1 against 2 to 4 in the first stratum: 2 of 4 against 0 of 6; against everybody else 6's contact adds nothing there.
    @Test func oddsAtEqualRank() {
        let counted = counted()
        #expect(counted.oddsRatio([0, 1], [2, 3, 4]) == nil, "nobody of the reference was contacted")
        // Only ranks that both have: 0 (rank 1 and 2) against 1: (1 x 1) / (1 x 1).
        #expect(counted.oddsRatio([0], [1]) == 1)
    }

    @Test func hardlyAnybodyContactedIsNotShown() throws {
        #expect(counted().cells(Array(0..<7), limits: try Hamlet.limits()) == [.none, .none, .none])
    }

    @Test func withoutContactsItIsUnavailable() {
        var hamlet = Hamlet(people: 1)
        #expect(EmployerMix.unavailability(in: hamlet.snapshot) == "relation_missing:employer_contact")
        hamlet.snapshot.manifest.relations["employer_contact"] = .init(offered: true)
        #expect(EmployerMix.unavailability(in: hamlet.snapshot) == "relation_empty:employer_contact")
        hamlet.snapshot.manifest.relations["employer_contact"] = .init(offered: true, missingColumns: ["workplace_id"])
        #expect(EmployerMix.unavailability(in: hamlet.snapshot) == "column_missing:employer_contact.workplace_id")
    }

    /// Twelve placements at three employers, 6, 4 and 2: concentration (36 + 16 + 4) / 144. With eleven at one of them nothing is shown.
    @Test(arguments: [([6, 4, 2], Optional(56.0 / 144)), ([16, 1, 1], nil), ([6, 6], nil)])
    func theConcentrationOfEmployersIsNeverAboutOne(_ placed: [Int], _ concentration: Double?) throws {
        var hamlet = Hamlet(people: 20, offering: ["employer_contact": [], "placement": []])
        hamlet.open(3)
        for workplace in 0..<3 { hamlet.snapshot.workplaces[workplace].employerId = Hamlet.employer(workplace) }
        for workplace in placed.indices { for _ in 0..<placed[workplace] { hamlet.place(0, at: workplace, on: 100) } }
        for employer in 0..<3 { hamlet.contact(1, by: "employer", workplace: nil, employer: employer, on: 50) }
        let table = try #require(EmployerMix.cohortTables(hamlet.frame, limits: try Hamlet.limits()).first { $0.id == "10.3" })
        #expect(table.rows[0][0] == .number(3))
        guard let concentration else {
            #expect(table.rows[0][2] == .none)
            return
        }
        guard case .number(let shown) = table.rows[0][2] else { throw CancellationError() }
        #expect(abs(shown - concentration) < 1e-12)
    }
}
