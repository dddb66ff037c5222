import Cohort
import Metrics

extension PredictiveFairness {
    static func tables(_ frame: AuditFrame, partition: Partition, limits: Thresholds) -> [ReportTable] {
        let successes = frame.scratch.value("\(id) successes") { Success.retained(frame, days: Int(limits.parameter("retainedDays", of: id))) }
        return [calibration(successes, partition, limits), corrected(successes, partition)].compactMap { $0 }
    }

    /// Parts of the distances of everybody together.
    private static let parts = 3

    /// Table 8.5: in thirds of the distance, how many placements lasted, and how many the line common to everybody would have.
    ///
    /// A group of which one third has too few people keeps its rows without numbers: the missing one could be computed from the others.
    private static func calibration(_ successes: [Success?], _ partition: Partition, _ limits: Thresholds) -> ReportTable? {
        let everybody = partition.shown.flatMap { partition.members[$0] ?? [] }
        let people = everybody.compactMap { successes[$0] }
        let sorted = people.map(\.distance).sorted()
        guard sorted.count >= parts, let first = sorted.first, let last = sorted.last, first < last,
            let line = try? LeastSquares(outcome: people.map { $0.succeeded ? 1 : 0 }, predictors: [people.map(\.distance)])
        else { return nil }
        let bounds = (1..<parts).map { sorted[$0 * sorted.count / parts] }
        func part(_ distance: Double) -> Int { bounds.count { distance >= $0 } }
        var rows: [[ReportTable.Cell]] = []
        for group in partition.shown {
            let own = (partition.members[group] ?? []).compactMap { successes[$0] }
            let cells = (0..<parts).map { number in own.filter { part($0.distance) == number } }
            let mayShow = cells.allSatisfy { $0.count >= limits.disclosure.minimumCell.value }
            for (number, cell) in cells.enumerated() {
                let predicted = cell.reduce(0) { $0 + line.coefficients[0] + line.coefficients[1] * $1.distance } / Double(max(1, cell.count))
                rows.append(
                    [.text(group), .text("third_\(number + 1)")]
                        + (mayShow
                            ? [.count(cell.count), .number(Double(cell.count { $0.succeeded }) / Double(cell.count)), .number(predicted)]
                            : [.none, .none, .none]))
            }
        }
        return ReportTable(
            id: "8.5", indicator: id, attribute: partition.grouping.name,
            columns: [
                .init("group"), .init("distance_part"), .init("placed_people", "people"), .init("retained", "per_100"),
                .init("predicted_by_common_line", "per_100"),
            ], rows: rows, notes: ["among_those_placed", "thirds_of_distance"])
    }

    /// Table 8.9: the difference between parallel lines if the distance were measured with these reliabilities.
    private static func corrected(_ successes: [Success?], _ partition: Partition) -> ReportTable? {
        func people(_ side: [Int]) -> [DifferentialPrediction.Observation] {
            side.compactMap { successes[$0].map { ($0.distance, $0.succeeded ? 1 : 0) } }
        }
        var rows: [[ReportTable.Cell]] = []
        for group in ComparisonPlan.compared(partition) {
            let lines = try? DifferentialPrediction(
                group: people(partition.members[group] ?? []), reference: people(partition.reference(of: group)))
            guard let sensitivity = try? lines?.sensitivity() else { continue }
            for point in [sensitivity.observed] + sensitivity.corrected {
                let interval = point.interval(level: 0.95)
                rows.append([.text(group), .number(point.reliability), .number(point.estimate), .number(interval.low), .number(interval.high)])
            }
        }
        guard !rows.isEmpty else { return nil }
        return ReportTable(
            id: "8.9", indicator: id, attribute: partition.grouping.name,
            columns: [
                .init("group"), .init("assumed_reliability", "number"), .init("difference", "points"), .init("low", "points"), .init("high", "points"),
            ], rows: rows, notes: ["assumed_reliabilities"])
    }
}
