import Cohort
import Demonstration
import Testing

struct PermutedGroupsTests {
    private static let original = Result { try Facts.snapshot(Facts.planted.get()) }

    private func labels(_ snapshot: Snapshot) -> [Pseudonym: [String?]] {
        let assessments = Dictionary(grouping: snapshot.assessments, by: \.participantId)
        return Dictionary(uniqueKeysWithValues: snapshot.participants.map {
            ($0.participantId, [$0.ageBand, $0.gender, $0.educationLevel, $0.municipality, assessments[$0.participantId]?.first?.testLanguage])
        })
    }

    @Test func labelsMoveAsABlockAndNothingElseDoes() throws {
        let before = try Self.original.get(), after = before.permutingGroups(seed: 5)
        #expect(after.runs == before.runs && after.lists == before.lists && after.choices == before.choices)
        #expect(after.placements == before.placements && after.scores == before.scores && after.workplaces == before.workplaces)
        #expect(zip(after.participants, before.participants).allSatisfy {
            $0.participantId == $1.participantId && $0.firstRunOn == $1.firstRunOn && $0.leftOn == $1.leftOn && $0.intakeWeek == $1.intakeWeek
        })
        let old = labels(before), new = labels(after)
        #expect(old != new)
        // The same blocks, dealt to others; also among people with a list alone.
        let withRun = Set(before.runs.map(\.participantId))
        func blocks(_ labels: [Pseudonym: [String?]], _ who: (Pseudonym) -> Bool) -> [String] {
            labels.filter { who($0.key) }.map { $0.value.map { $0 ?? "-" }.joined(separator: "|") }.sorted()
        }
        #expect(blocks(old) { _ in true } == blocks(new) { _ in true })
        #expect(blocks(old, withRun.contains) == blocks(new, withRun.contains))
        #expect(before.participants.count { new[$0.participantId] == old[$0.participantId] } < 100)
        // One test language per person is still one test language per person.
        #expect(Dictionary(grouping: after.assessments, by: \.participantId).values.allSatisfy { Set($0.map(\.testLanguage)).count == 1 })
    }

    @Test func aSeedIsOnePermutationWhateverTheOrderOfRows() throws {
        let snapshot = try Self.original.get()
        let once = snapshot.permutingGroups(seed: 5)
        #expect(once.participants == snapshot.permutingGroups(seed: 5).participants)
        #expect(once.participants != snapshot.permutingGroups(seed: 6).participants)
        var reversed = snapshot
        reversed.participants.reverse()
        reversed.assessments.reverse()
        #expect(labels(reversed.permutingGroups(seed: 5)) == labels(once))
        #expect(once.digest != snapshot.digest && once.digest != snapshot.permutingGroups(seed: 6).digest)
    }
}
