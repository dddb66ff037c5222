import Audit

/// Groups of a grouping that have no row in a figure of differences: said in its caption, so that no group goes missing without a word.
extension ReportComposer {
    /// - Parameter findings: those that are drawn: of one metric by one attribute.
    func undrawnGroups(_ attribute: String, _ findings: [ReportFinding]) -> [String] {
        let known = report.groups.filter { $0.attribute == attribute && $0.group != Words.unknownGroup }
        let withheld = report.withheld.filter { $0.attribute == attribute && $0.table == findings.first?.indicator && !isUnknown($0.group) }
        let absent = unique(known.map(\.group) + withheld.map(\.group)).filter { group in !findings.contains { $0.group == group } }
        let compared = findings.filter { $0.verdict != .withheld && $0.verdict != .unavailable }
        // One group against all others: the one other group that may be shown is what it is compared with.
        let shown = absent.filter { group in known.contains { $0.group == group && $0.participants != nil } }
        let others = compared.count == 1 && shown.count == 1 ? shown : []
        let hidden = absent.filter { !others.contains($0) }
        func names(_ groups: [String]) -> String { words.list(groups.map { words.group(attribute, $0) }) }
        return (others.isEmpty ? [] : [words.text("forest.others", ["groups": names(others)])])
            + (hidden.isEmpty ? [] : [words.text("chart.left_out.withheld", ["groups": names(hidden)])])
    }

    private func isUnknown(_ group: String) -> Bool { group.components(separatedBy: " | ").contains(Words.unknownGroup) }
}
