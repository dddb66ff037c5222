import Metrics
import Testing

@testable import Audit
@testable import Cohort

/// M16 and M17 on real people: time to a job of 712 young people of Northern Ireland, in months, and of 3,343 spells without work in
/// the United States, in fortnights. A unit of the data set is 30 days here, so that the report's own grid has every one of them.
@Suite struct WaitingFiguresTests {
    private static let unit = 30

    /// The report's tables on one window, and the limits that made them.
    private struct Made {
        let waiting: [ObservedExit?]
        let partition: Partition
        let curve: ReportTable
        let time: ReportTable

        init(_ people: [ContractTown.Person], units: Int, horizon: Int) throws {
            let frame = try ContractTown.frame(people, days: units * unit)
            let limits = try ContractTown.limits(horizon: horizon * unit)
            let metric = TimeToPlacement.measure(frame, limits: limits)[0]
            partition = Partition(
                attribute: .gender, labels: frame.labels(of: .gender), population: metric.observations.population, limits: limits.disclosure)
            waiting = frame.waiting(delayed: false)
            curve = try #require(PlacementRate.tables(frame, partition: partition, limits: limits).first { $0.id == "8.2" })
            time = try #require(TimeToPlacement.tables(frame, partition: partition, limits: limits).first { $0.id == "8.3" })
        }

        /// The row of a group and a day of the curve, as numbers by column.
        func placed(_ group: String, on unit: Int) -> Double? {
            let day = Double(unit * WaitingFiguresTests.unit)
            let row = curve.rows.first { $0[0] == .text(group) && $0[1] == .number(day) }
            guard let row, let column = curve.columns.firstIndex(where: { $0.key == "placed" }), case .number(let number) = row[column] else { return nil }
            return number
        }

        /// The first unit by which half were placed.
        func median(_ group: String) -> Double? {
            (0...100).first { (placed(group, on: $0) ?? 0) >= 0.5 }.map(Double.init)
        }

        func answer(_ figure: PublicFigure, group: String?) -> PublicAnswer {
            if figure.metric.hasPrefix("cox_") { return .otherDefinition("proportional hazards are assumed nowhere in the audit") }
            if figure.metric.hasPrefix("gehan") { return .otherDefinition("the secondary test of M17 is the log-rank test") }
            if figure.metric.hasPrefix("logrank"), let p = time.number("female", column: "log_rank_p") {
                let z = Normal.quantile(p / 2)
                return .number(figure.metric == "logrank_p" ? p : z * z)
            }
            guard let group else { return .otherDefinition("no group") }
            let members = partition.members[group] ?? []
            let last = figure.metric.split(separator: "_").last.flatMap { $0.hasPrefix("t") ? Int($0.dropFirst()) : nil }
            switch figure.metric {
            case "n": return .number(time.number(group, column: "participants") ?? .nan)
            case "events": return .number(Double(members.count { waiting[$0]?.kind == .event }))
            case "median_survival": return .number(median(group) ?? .nan)
            case let name where name.hasPrefix("km_survival"): return .number(1 - (placed(group, on: last ?? -1) ?? .nan))
            case let name where name.hasPrefix("rmst"):
                return .number((time.number(group, column: "days_without") ?? .nan) / Double(WaitingFiguresTests.unit))
            case let name where name.hasPrefix("aalen_johansen_cif"): return .number(placed(group, on: last ?? -1) ?? .nan)
            case let name where name.hasPrefix("km_ci95"):
                return .otherDefinition("intervals on the log-log scale: the audit's curve has Wilson's at effective counts")
            case let name where name.hasPrefix("km_weighted"): return .otherDefinition("sampling weights are not in the contract")
            default: return .otherDefinition("not a figure of M16 or M17")
            }
        }
    }

    @Test func schoolToWork() throws {
        let rows = try PublicData("mvad_school_to_work/mvad.csv").rows
        var made: [String: Made] = [:]
        for attribute in ["male", "catholic", "funemp", "gcse5eq"] {
            let people = rows.map { row in
                var person = ContractTown.Person()
                person.gender = row[attribute] == "1" ? "male" : "female"
                if row["employed"] == "1" { person.placed = (row["months_to_employment"].flatMap { Int($0) } ?? 0) * Self.unit }
                return person
            }
            made[attribute] = try Made(people, units: 70, horizon: 70)
        }
        var tally = PublicTally()
        for figure in try PublicFigure.of("mvad_school_to_work") {
            let attribute = ["male", "catholic", "funemp", "gcse5eq"].first { figure.dataset.hasSuffix("(by \($0))") } ?? "male"
            let group = figure.group.hasSuffix("=1") ? "male" : figure.group.hasSuffix("=0") ? "female" : nil
            tally.add(figure, try #require(made[attribute]).answer(figure, group: group))
        }
        tally.show("mvad_school_to_work: M16, M17")
        #expect(tally.wrong.isEmpty, "\(tally.wrong.joined(separator: "\n"))")
        #expect(tally.reproduced == 64 && tally.count == 128)
    }

    @Test func unemploymentWithFourExits() throws {
        let rows = try PublicData("unempdur_us/unempdur.csv").rows
        let units = 28
        /// The spell ends with a placement for `causes`; the other exits are leaving, or where nothing competes the end of what is seen.
        func people(_ causes: [Int], competing: Bool) -> [ContractTown.Person] {
            rows.map { row in
                let spell = row["spell"].flatMap { Int($0) } ?? 0
                let cause = (1...3).first { row["censor\($0)"] == "1" } ?? 0
                var person = ContractTown.Person()
                person.gender = row["ui"] == "yes" ? "male" : "female"
                // Everybody's spell ends on the last day, so that whoever had no exit is seen exactly as long as the spell.
                person.firstList = (units - spell) * Self.unit
                if causes.contains(cause) {
                    person.placed = units * Self.unit
                } else if competing, cause > 0 {
                    person.left = units * Self.unit
                }
                return person
            }
        }
        let single = try Made(people([1], competing: false), units: units, horizon: 20)
        let any = try Made(people([1, 2, 3], competing: false), units: units, horizon: 20)
        let byCause = try (1...3).map { try Made(people([$0], competing: true), units: units, horizon: 20) }
        var tally = PublicTally()
        for figure in try PublicFigure.of("unempdur_us") {
            let group = figure.group.hasSuffix("=yes") ? "male" : figure.group.hasSuffix("=no") ? "female" : nil
            let cause = (1...3).first { figure.metric.contains("cause\($0)") }
            let made = cause.map { byCause[$0 - 1] } ?? (figure.dataset.contains("event=any") ? any : single)
            tally.add(figure, made.answer(figure, group: group))
        }
        tally.show("unempdur_us: M16, M17")
        #expect(tally.wrong.isEmpty, "\(tally.wrong.joined(separator: "\n"))")
        #expect(tally.reproduced == 50 && tally.count == 82)
    }
}
