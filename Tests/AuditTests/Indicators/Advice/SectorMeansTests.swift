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
        let frame = hamlet.frame
        let everybody = Array(frame.people.indices), some = everybody.filter { $0 % 3 != 1 }
        for depth in [1, 5, 10] {
            for members in [everybody, some, []] {
                let means = SectorMeans(frame, members: members, depth: depth, sectors: Labelling(frame.snapshot.workplaces.map(\.sector))).bySector
                for (sector, mean) in zip(["care", "green", "trade"], means) {
                    let share = ListComposition.shares(frame, depth: depth) { $0.sector == sector }
                    let exposure = ListComposition.exposures(frame, depth: depth) { $0.sector == sector }
                    #expect(mean?.share == GroupTable.mean(of: share, over: members) && mean?.exposure == GroupTable.mean(of: exposure, over: members))
                }
            }
        }
    }
}
