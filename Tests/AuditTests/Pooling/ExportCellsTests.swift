import Cohort
import Metrics
import Testing

@testable import Audit

@Suite struct ExportCellsTests {
    private static func limits() throws -> Thresholds.DisclosureLimits { try ThresholdsTests.read(try ThresholdsTests.text()).disclosure }

    /// People numbered from zero, group by group; who has the event is every `each`th.
    private static func members(_ counts: [(String, Int)]) -> [String: [Int]] {
        var members: [String: [Int]] = [:]
        var next = 0
        for (group, count) in counts {
            members[group] = Array(next..<(next + count))
            next += count
        }
        return members
    }

    @Test func smallGroupsAreFoldedIntoTheCoarserOne() throws {
        let cells = ExportCells(
            members: Self.members([("nl", 60), ("ar", 30), ("ti", 7), ("uk", 6)]), events: { _ in nil }, marked: [:],
            coarser: ["ar": "other", "ti": "other", "uk": "other"], limits: try Self.limits())
        #expect(cells.shown.map(\.group) == ["ar", "nl", "other"])
        #expect(cells.shown.map(\.members.count) == [30, 60, 13])
        #expect(cells.shown.map(\.isFolded) == [false, false, true])
        #expect(cells.withheld.isEmpty)
    }

    @Test func oneSmallGroupTakesTheSmallestOtherWithIt() throws {
        let cells = ExportCells(
            members: Self.members([("nl", 60), ("ar", 30), ("ti", 20), ("uk", 6)]), events: { _ in nil }, marked: [:], coarser: [:], limits: try Self.limits())
        #expect(cells.shown.map(\.group) == ["ar", "nl"])
        #expect(cells.withheld.map(\.group) == ["ti", "uk"])
    }

    /// Sixty people of whom nine were placed: the nine are a small cell too.
    @Test func aSmallCountOfEventsIsASmallCell() throws {
        let members = Self.members([("nl", 60), ("ar", 60), ("ti", 60)])
        let cells = ExportCells(
            members: members, events: { people in people.count { $0 >= 60 ? $0 % 3 == 0 : $0 < 9 } }, marked: [:], coarser: [:], limits: try Self.limits())
        #expect(!cells.shown.contains { $0.group == "nl" })
    }

    /// Whatever is hidden, all of it together passes the rule for what is shown: that much a reader computes from a known total.
    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func whatIsHiddenIsLargeEnoughTogether(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let groups = (0..<(2 + random.index(below: 6))).map { ("g\($0)", 1 + random.index(below: 45)) } + [(Attribute.unknown, random.index(below: 12))]
        let members = Self.members(groups)
        let placed = Set((0..<members.values.reduce(0) { $0 + $1.count }).filter { _ in random.index(below: 3) == 0 })
        let coarser = random.index(below: 2) == 0 ? ["g0": "few", "g1": "few", "g2": "few"] : [:]
        let cells = ExportCells(
            members: members, events: { people in people.count { placed.contains($0) } }, marked: [:], coarser: coarser, limits: try Self.limits())
        func isLarge(_ people: [Int]) -> Bool {
            let events = people.count { placed.contains($0) }
            return people.count >= 10 && events >= 10 && people.count - events >= 10
        }
        #expect(cells.shown.allSatisfy { isLarge($0.members) })
        let shown = Set(cells.shown.flatMap(\.members))
        let hidden = members.values.flatMap { $0 }.filter { !shown.contains($0) }
        #expect(hidden.isEmpty || cells.shown.isEmpty || isLarge(hidden))
    }
}
