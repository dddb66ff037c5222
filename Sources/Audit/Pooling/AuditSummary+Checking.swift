extension AuditSummary {
    /// What makes this no summary of this tool; `nil` = nothing. It comes from elsewhere: a wrong figure must not be pooled in silence.
    var problem: String? {
        guard Set(organisations.map(\.organisation)).count == organisations.count else { return "an organisation stands twice" }
        for contribution in organisations {
            guard contribution.participants >= definitions.minimumCell else { return "\(contribution.organisation) has too few participants" }
            for table in contribution.tables {
                let place = "\(contribution.organisation), \(table.indicator) \(table.metric) by \(table.grouping)"
                guard definitions.questions[SummaryDefinitions.key(table.indicator, table.metric)] != nil else { return "\(place) is no question of the definitions" }
                guard table.margin >= 0, table.signal >= 0 else { return "\(place) has a limit below zero" }
                for cell in table.cells {
                    if let what = problem(cell, table.kind) { return "\(place), a cell \(what)" }
                }
                for pair in table.pairs {
                    if let what = problem(pair) { return "\(place), a pair \(what)" }
                }
                let names = table.cells.map(\.group) + table.pairs.map(\.group)
                guard Set(names).count == names.count else { return "\(place) has a group twice" }
                guard table.cells.isEmpty != table.pairs.isEmpty else { return "\(place) has cells and pairs, or neither" }
            }
        }
        return nil
    }

    private func problem(_ cell: Cell, _ kind: Kind) -> String? {
        guard cell.people >= definitions.minimumCell else { return "has fewer people than may be shared" }
        guard cell.sum.isFinite else { return "has no finite sum" }
        switch kind {
        case .counts:
            let least = Double(definitions.minimumCell)
            return cell.sum >= least && Double(cell.people) - cell.sum >= least ? nil : "has a count that may not be shared"
        case .moments:
            // Rounding of the sums may leave a hair below zero.
            guard let squares = cell.sumOfSquares, squares.isFinite else { return "has no sum of squares" }
            let spread = squares - cell.sum * cell.sum / Double(cell.people)
            return spread >= -1e-6 * max(1, squares) ? nil : "has squares that are smaller than its sum allows"
        case .effectiveCounts, .estimates: return "stands in a table of pairs"
        }
    }

    private func problem(_ pair: Pair) -> String? {
        guard pair.people >= definitions.minimumCell, pair.referencePeople >= definitions.minimumCell else { return "has fewer people than may be shared" }
        guard pair.estimate.isFinite, pair.standardError.isFinite, pair.standardError > 0 else { return "has no finite estimate and error" }
        guard let counts = pair.effective else { return nil }
        return counts.count == 4 && counts.allSatisfy(\.isFinite) && counts[0] > 0 && counts[2] > 0 && (0...counts[0]).contains(counts[1])
            && (0...counts[2]).contains(counts[3]) ? nil : "has impossible effective counts"
    }
}
