import MatchReplay
import Metrics
import Testing

@testable import Audit
@testable import Cohort

/// What a reader who holds summaries, the pooled report and every pseudonym can compute about a few people or one: nothing.
@Suite struct SummaryAttackTests {
    private struct Town {
        let contribution: AuditSummary
        let people: [ContractTown.Person]
    }

    private static let attributes: [Attribute] = [.gender, .testLanguage, .municipality]

    /// - Parameter asCounts: as plain yes or no; otherwise as a waiting time.
    private static func town(_ name: String, seed: UInt64, asCounts: Bool) throws -> Town {
        var random = SeededRandom(seed: seed)
        func pick(_ codes: [String], _ shares: [Double]) -> String {
            let draw = random.uniform()
            var sum = 0.0
            for (code, share) in zip(codes, shares) {
                sum += share
                if draw < sum { return code }
            }
            return codes[codes.count - 1]
        }
        let people = (0..<(400 + random.index(below: 200))).map { _ in
            var person = ContractTown.Person()
            person.gender = random.uniform() < 0.05 ? nil : pick(["female", "male", "other"], [0.5, 0.46, 0.04])
            person.language = pick(["nl", "ar", "ti", "uk"], [0.6, 0.25, 0.1, 0.05])
            person.municipality = pick(["GM0406", "GM0376", "GM0417"], [0.7, 0.2, 0.1])
            person.placed = random.uniform() < 0.3 ? 1 + random.index(below: 60) : nil
            return person
        }
        let frame = try ContractTown.frame(people, days: 120, attributes: attributes)
        let limits = try ContractTown.limits(horizon: 90)
        let own = try #require(limits.limits(of: "M16", metric: "placed_within_horizon"))
        let usual = PlacementRate.measure(frame, limits: limits)[0]
        let metric = asCounts
            ? MeasuredMetric(description: usual.description, observations: .outcomes(PlacementRate.exits(frame).map { $0.map { $0.kind == .event } })) : usual
        let plan = ComparisonPlan(
            frame: frame, limits: limits, edition: .public, metrics: [.init(indicator: PlacementRate.self, metric: metric, limits: own)],
            published: PublishedCounts(limits: limits.disclosure),
            fidelity: FidelityGate(ListFidelity.all(of: frame.snapshot, replayed: frame.replayed), frame: frame, limits: limits))
        let tables = Summariser(plan: plan, system: frame.system).result().tables
        let definitions = PoolFixture.definitions(primary: ["M16 gender"])
        return Town(contribution: try PoolFixture.summary([(name, tables)], definitions: definitions), people: people)
    }

    private static func code(_ person: ContractTown.Person, _ grouping: String) -> String? {
        switch grouping {
        case "gender": person.gender
        case "test_language": person.language
        default: person.municipality
        }
    }

    /// Every sum over people that a table tells, as weights of the people: the cells, or group and reference of each pair.
    private static func sums(_ table: AuditSummary.Table, _ people: [ContractTown.Person]) -> [[Double]] {
        let shown = Set(table.cells.map(\.group) + table.pairs.map(\.group))
        func row(_ isIn: (String) -> Bool) -> [Double] { people.map { person in code(person, table.grouping).map { shown.contains($0) && isIn($0) } ?? false ? 1 : 0 } }
        return table.cells.map { cell in row { $0 == cell.group } } + table.pairs.flatMap { pair in [row { $0 == pair.group }, row { $0 != pair.group }] }
    }

    /// Whether somebody's value follows from sums with known weights: whether a row with one person in it can be made of these.
    private static func determined(_ rows: [[Double]], people: Int) -> Int {
        var rows = rows, used = 0
        for column in 0..<people {
            guard let pivot = (used..<rows.count).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }), used < rows.count, abs(rows[pivot][column]) > 1e-9
            else { continue }
            rows.swapAt(used, pivot)
            let scale = rows[used][column]
            rows[used] = rows[used].map { $0 / scale }
            for other in rows.indices where other != used && abs(rows[other][column]) > 1e-12 {
                let factor = rows[other][column]
                for index in 0..<people { rows[other][index] -= factor * rows[used][index] }
            }
            used += 1
        }
        return rows.prefix(used).count { row in row.count { abs($0) > 1e-7 } == 1 }
    }

    @Test("Nobody's value follows from a summary, also for who knows everybody's groups", arguments: 1...10 as ClosedRange<UInt64>)
    func nobodyIsRecovered(seed: UInt64) throws {
        for asCounts in [true, false] {
            let town = try Self.town("town", seed: seed, asCounts: asCounts)
            let tables = town.contribution.organisations[0].tables
            #expect(!tables.isEmpty)
            let everybody = [[Double](repeating: 1, count: town.people.count)]
            #expect(Self.determined(tables.flatMap { Self.sums($0, town.people) } + everybody, people: town.people.count) == 0)
        }
    }

    @Test("The attack works: from sums over bootstrap replicates with known weights everybody is recovered")
    func replicatesWouldGiveEverybodyAway() {
        let people = 60
        let rows = (0..<80).map { replicate in
            (0..<people).map { Double(ExponentialWeights.weight(seed: 1, participant: UInt64($0), replicate: UInt64(replicate))) }
        }
        #expect(Self.determined(rows, people: people) == people)
    }

    /// The rest of a grouping is what a known total leaves after the shown groups: it is shown as surely as they are.
    @Test("No count below ten follows from summaries of two municipalities and the report of their union", arguments: 1...20 as ClosedRange<UInt64>)
    func noSmallCell(seed: UInt64) throws {
        for asCounts in [true, false] {
            let first = try Self.town("a", seed: 2 * seed, asCounts: asCounts), second = try Self.town("b", seed: 2 * seed + 1, asCounts: asCounts)
            let pooled = try Pool.report(first.contribution.merged(with: second.contribution), minimum: 2, toolVersion: "test")
            for town in [first, second] {
                for table in town.contribution.organisations[0].tables {
                    for row in Self.sums(table, town.people) { Self.expectLarge(row, town.people) }
                    let shown = Self.sums(table, town.people).reduce([Double](repeating: 0, count: town.people.count)) { zip($0, $1).map(max) }
                    Self.expectLarge(shown.map { 1 - $0 }, town.people)
                }
            }
            // The union less one municipality is the other, which is shown by its own rules only.
            for finding in pooled.findings {
                guard let figures = finding.figures else { continue }
                for (town, part) in zip([first, second], figures.parts) {
                    let own = town.people.count { Self.code($0, finding.grouping) == finding.group }
                    #expect(part.n == own && own >= 10)
                    #expect(figures.n - part.n >= 10)
                }
            }
        }
    }

    private static func expectLarge(_ row: [Double], _ people: [ContractTown.Person]) {
        let members = people.indices.filter { row[$0] > 0 }
        guard !members.isEmpty else { return }
        let placed = members.count { people[$0].placed != nil }
        #expect(members.count >= 10 && placed >= 10 && members.count - placed >= 10, "\(members.count) people, \(placed) placed")
    }
}
