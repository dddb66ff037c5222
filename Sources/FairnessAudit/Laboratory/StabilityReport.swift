import Cohort
import MatchReplay
import Metrics

/// How far lists stand on their own, per group (M8).
struct StabilityReport {
    private struct Row {
        let assumed: Double?
        let group: String
        /// `nil` = withheld.
        let means: [(figure: String, mean: GroupMean)]?
    }

    private let stability: ListStability
    private let rows: [Row]

    private static let figures: [(name: String, path: any KeyPath<RedrawnAgreement, Double> & Sendable)] = [
        ("firstPlace", \.firstPlace), ("overlap", \.overlap), ("retestFirstPlace", \.retestFirstPlace), ("retestOverlap", \.retestOverlap),
    ]

    init(_ stability: ListStability, snapshot: Snapshot, labels: [String?]) {
        self.stability = stability
        var rows: [Row] = []
        for assumption in stability.cases {
            let means = Self.figures.map { figure in
                (figure.name, stability.shownGroupMeans(figure.path, of: assumption, snapshot: snapshot, labels: labels))
            }
            for (index, group) in (means.first?.1 ?? []).enumerated() {
                rows.append(
                    Row(
                        assumed: assumption.assumedReliability, group: group.label,
                        means: group.figure == .withheld ? nil : means.compactMap { name, groups in groups[index].figure.value.map { (name, $0) } }))
            }
        }
        self.rows = rows
    }

    var json: JSONValue {
        [
            "depth": .init(stability.settings.depth), "draws": .init(stability.settings.draws), "seed": .string(String(stability.settings.seed)),
            "scalesWithoutStandardError": .array(stability.scalesWithoutError.map { .init($0) }),
            "groups": .array(
                rows.map { row in
                    let names: [JSONValue.Member] = [
                        .init("assumedReliability", .init(row.assumed)), .init("group", .init(row.group)),
                    ]
                    guard let means = row.means else { return .object(names + [.init("withheld", true)]) }
                    let people = JSONValue.Member("people", .init(means.first?.mean.people))
                    return .object(
                        names + [people]
                            + means.map { mean in .init(mean.figure, ["mean": .init(mean.mean.mean), "interval": Self.interval(mean.mean)]) })
                }),
        ]
    }

    private static func interval(_ mean: GroupMean) -> JSONValue {
        switch mean.interval {
        case .success(let interval): ResultJSON.interval(interval)
        case .failure(let undefined): ["unavailable": .init(undefined.reason)]
        }
    }

    func print() {
        Terminal.print("")
        Terminal.print("Stability (M8): \(stability.settings.draws) lists per person, each score drawn anew with its standard error of measurement.")
        Terminal.print("True score: agreement of the list with the list of the true score. Retest: agreement of two testings with each other.")
        if !stability.scalesWithoutError.isEmpty {
            Terminal.print("Some scores came without a standard error (scales: \(stability.scalesWithoutError.joined(separator: ", "))).")
            Terminal.print("For those a reliability is assumed: what the truth lies in is the band.")
        }
        let depth = stability.settings.depth
        var table = TextTable([
            ("reliability", .left), ("group", .left), ("people", .right), ("true score: same first place", .right), ("overlap@\(depth)", .right),
            ("retest: same first place", .right), ("overlap@\(depth)", .right),
        ])
        for row in rows {
            let assumed = row.assumed.map { "\(ResultText.number($0)) assumed" } ?? "all known"
            guard let means = row.means else {
                table.add(assumed, row.group, ResultText.withheld, "", "", "", "")
                continue
            }
            let cells = means.map { Self.text($0.mean) }
            table.add(assumed, row.group, "\(means.first?.mean.people ?? 0)", cells[0], cells[1], cells[2], cells[3])
        }
        table.print()
    }

    private static func text(_ mean: GroupMean) -> String {
        let value = ResultText.number(mean.mean)
        return (try? mean.interval.get()).map { "\(value) (\(ResultText.interval($0)))" } ?? value
    }
}
