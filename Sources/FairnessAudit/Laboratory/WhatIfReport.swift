import Cohort
import MatchReplay
import Metrics

/// The scenarios beside each other, and per group who gains and who loses.
struct WhatIfReport {
    let results: [ScenarioResult]
    let attribute: Attribute
    let depth: Int
    let snapshot: Snapshot
    let core: RankingCore

    var json: JSONValue {
        [
            "result": "whatif", "version": 1, "inputs": ResultJSON.inputs(snapshot, core), "depth": .init(depth),
            "caution": .init(LevelCaution.text), "scenarios": .array(results.map(\.json)),
        ]
    }

    func print() {
        Terminal.print("Everybody: each participant's latest list under the scenario, beside the list as it is now.")
        Terminal.print("")
        everybody.print()
        Terminal.print("")
        Terminal.print("Per group (\(attribute.rawValue)): who gains and who loses. Nearer and farther are about the first place;")
        Terminal.print("day activity is about the first \(depth). Gap: the group's mean minus that of the rest, now and under the scenario.")
        Terminal.print("")
        groups.print()
        for result in results {
            if case .refused(let reason) = result.outcome { Terminal.print("\n\(result.id) could not be tried. \(reason)") }
        }
        Terminal.print("")
        Terminal.print(LevelCaution.text)
        Terminal.print("Splits with a count below ten are withheld.")
    }

    private var everybody: TextTable {
        var table = TextTable([
            ("scenario", .left), ("overlap@\(depth)", .right), ("RBO", .right), ("with recorded", .right), ("other first place", .right),
            ("other kind", .right), ("nearer", .right), ("farther", .right), ("less day act.", .right), ("more day act.", .right),
        ])
        for result in results {
            guard case .done(let outcome) = result.outcome else { continue }
            let total = outcome.total
            table.add(
                result.id, ResultText.value(total.overlap), ResultText.value(total.rankBiasedOverlap), ResultText.value(total.overlapWithRecorded),
                ResultText.shown(total.best) { "\($0.changed)" }, ResultText.shown(total.bestKind) { "\($0.changed)" },
                ResultText.shown(total.bestMatch) { Self.count($0.gain, $0) }, ResultText.shown(total.bestMatch) { Self.count($0.lose, $0) },
                ResultText.shown(total.dayActivity) { Self.count($0.gain, $0) }, ResultText.shown(total.dayActivity) { Self.count($0.lose, $0) })
        }
        return table
    }

    private var groups: TextTable {
        var table = TextTable([
            ("scenario", .left), ("group", .left), ("people", .right), ("nearer", .right), ("farther", .right), ("less day act.", .right),
            ("more day act.", .right), ("gap day act. now", .right), ("then", .right), ("change (95 %)", .right),
        ])
        for result in results {
            guard case .done(let outcome) = result.outcome else { continue }
            for group in outcome.groups where group.attribute == attribute {
                let gap = Self.gap(group.dayActivityGap)
                table.add(
                    result.id, group.group, ResultText.shown(group.people) { "\($0)" },
                    ResultText.shown(group.bestMatch) { Self.count($0.gain, $0) }, ResultText.shown(group.bestMatch) { Self.count($0.lose, $0) },
                    ResultText.shown(group.dayActivity) { Self.count($0.gain, $0) }, ResultText.shown(group.dayActivity) { Self.count($0.lose, $0) },
                    gap.now, gap.then, gap.change)
            }
        }
        return table
    }

    /// Distances without a common unit have no nearer and no farther.
    private static func count(_ people: Int, _ split: GainsAndLosses) -> String {
        split.unavailable > 0 && split.gain + split.lose + split.unchanged == 0 ? "n/a" : "\(people)"
    }

    private static func gap(_ figure: Shown<Result<GroupGap, Unavailable>>?) -> (now: String, then: String, change: String) {
        switch figure {
        case nil, .shown(.failure)?: return ("n/a", "n/a", "n/a")
        case .withheld?: return (ResultText.withheld, ResultText.withheld, ResultText.withheld)
        case .shown(.success(let gap))?:
            let change = (try? gap.changeInterval.get()).map { "\(ResultText.number(gap.gap.change)) (\(ResultText.interval($0)))" }
            return (ResultText.number(gap.gap.before), ResultText.number(gap.gap.after), change ?? "none")
        }
    }
}
