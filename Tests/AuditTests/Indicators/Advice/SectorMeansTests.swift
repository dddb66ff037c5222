import Cohort
import Testing

@testable import Audit

@Suite struct SectorMeansTests {
    /// One walk over the lists gives, bit for bit, what a column per sector gives; also for people with several lists, none, or an empty one.
    @Test func isTheMeanOfEachSectorsColumn() throws {
        var hamlet = Hamlet(people: 40)
        hamlet.open(12)
        for place in hamlet.snapshot.workplaces.indices { hamlet.snapshot.workplaces[place].sector = [nil, "care", "green", "trade"][place % 4] }
        var sitting = 0
        for person in 0..<40 {
            for list in 0..<(person % 4) {
                hamlet.sit(person, name: sitting, completed: 5)
                hamlet.list(person, sitting: sitting, on: 10 + list, places: (0..<(person % 5 == 0 ? 0 : 7)).map { (person + list * 5 + $0 * $0) % 12 })
                sitting += 1
            }
        }
        for person in hamlet.snapshot.participants.indices {
            hamlet.snapshot.participants[person].gender = [nil, "female", "male"][person % 3]
            hamlet.snapshot.participants[person].ageBand = ["18-29", "30-44", nil, "45-59", "60+"][person % 5]
        }
        let frame = hamlet.frame
        let groupings = [Grouping(.gender), Grouping(.ageBand), Grouping(.testLanguage)]
        for depth in [1, 5, 10] {
            let means = SectorMeans(frame, groupings: groupings, depth: depth)
            for grouping in groupings {
                let labelling = frame.labelling(of: grouping)
                for (group, code) in labelling.names.enumerated() {
                    let members = frame.people.indices.filter { labelling.group($0) == group }
                    for (number, sector) in ["care", "green", "trade"].enumerated() {
                        let mean = means.mean(grouping, group: code, sector: number)
                        let share = ListComposition.shares(frame, depth: depth) { $0.sector == sector }
                        let exposure = ListComposition.exposures(frame, depth: depth) { $0.sector == sector }
                        #expect(mean?.share == GroupTable.mean(of: share, over: members) && mean?.exposure == GroupTable.mean(of: exposure, over: members))
                    }
                }
                #expect(means.mean(grouping, group: "nobody", sector: 0) == nil)
            }
            #expect(means.mean(Grouping(.preferredLanguage), group: "nl", sector: 0) == nil)
        }
    }
}
