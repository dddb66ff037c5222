import Audit

/// What a difference did from quarter to quarter, in one line. A quarter that is not shown says nothing: it neither ends a streak nor is part of one.
extension ReportComposer {
    /// What the table tells about a group in a quarter.
    private enum Quarter {
        case adverse
        case clear
        /// Withheld, impossible to determine, or not compared and not the others either.
        case hidden
    }

    /// How long a difference to the disadvantage of a group lasts by now.
    private struct Streak {
        var code: String
        /// Quarters up to the last one.
        var length: Int
        /// The quarter before the first of them; `nil` = there is none.
        var before: Quarter?
        var last: Quarter
        /// Whether there was such a difference in any quarter.
        var isKnown: Bool
    }

    func trendTitle(_ table: ReportTable, _ cycles: [String], _ codes: [String]) -> String {
        let streaks = codes.map { streak(table, cycles, $0, codes) }
        guard let longest = streaks.map(\.length).max(), longest > 0 else { return nothingNow(table, cycles, codes, streaks) }
        let first = streaks.filter { $0.length == longest }, others = streaks.filter { $0.length > 0 && $0.length < longest }
        let title = words.counted(streakKey(first, longest), longest, ["groups": groupNames(table, first.map(\.code)).capitalizedFirst])
        return others.isEmpty ? title : words.text("trend.title.also", ["sentence": title, "groups": groupNames(table, others.map(\.code))])
    }

    /// The phrase for streaks of one length: what is known of the quarter before them.
    private func streakKey(_ streaks: [Streak], _ length: Int) -> String {
        let before = Set(streaks.map(\.before))
        if length > 1 { return before.contains(.hidden) ? "trend.title.least" : "trend.title" }
        switch before {
        case [.clear]: return "trend.title"
        case [.hidden]: return "trend.title.least"
        case [nil]: return "trend.title.only"
        default: return "trend.title.unclear"
        }
    }

    /// Nothing to a disadvantage in the last quarter, or nothing that is shown.
    private func nothingNow(_ table: ReportTable, _ cycles: [String], _ codes: [String], _ streaks: [Streak]) -> String {
        let attribute = words.attribute(table.attribute ?? ""), count = String(cycles.count)
        let known = streaks.filter(\.isKnown), lost = known.filter { $0.last != .clear }
        guard !known.isEmpty else {
            let isWhole = codes.allSatisfy { code in cycles.allSatisfy { quarter(table, $0, code, codes) == .clear } }
            return words.text(isWhole ? "trend.title.none" : "trend.title.none.shown", ["attribute": attribute, "count": count])
        }
        guard !lost.isEmpty else { return words.text("trend.title.before", ["attribute": attribute]) }
        let groups = groupNames(table, lost.map(\.code))
        return lost.count == known.count
            ? words.text("trend.title.lost", ["groups": groups.capitalizedFirst]) : words.text("trend.title.before.lost", ["attribute": attribute, "groups": groups])
    }

    private func streak(_ table: ReportTable, _ cycles: [String], _ code: String, _ codes: [String]) -> Streak {
        let quarters = cycles.reversed().map { quarter(table, $0, code, codes) }
        let length = quarters.prefix { $0 == .adverse }.count
        return Streak(
            code: code, length: length, before: length < quarters.count ? quarters[length] : nil, last: quarters.first ?? .hidden, isKnown: quarters.contains(.adverse))
    }

    private func quarter(_ table: ReportTable, _ cycle: String, _ code: String, _ codes: [String]) -> Quarter {
        trendRow(table, cycle, code).map { quarter(trendMark(table, $0)) } ?? asTheOthers(table, cycle, code, codes)
    }

    private func quarter(_ mark: VerdictMark) -> Quarter {
        switch (mark.verdict, mark.tone) {
        case (.withheld, _), (.unavailable, _): .hidden
        case (_, .adverse), (_, .caution): .adverse
        default: .clear
        }
    }

    /// Of two groups one is compared, and the other is what it is compared with: what is in favour of the one is to the disadvantage of the other.
    private func asTheOthers(_ table: ReportTable, _ cycle: String, _ code: String, _ codes: [String]) -> Quarter {
        let rows = codes.map { trendRow(table, cycle, $0) }, marks = rows.compactMap { $0.map { trendMark(table, $0) } }.filter { quarter($0) != .hidden }
        guard let mark = marks.first, marks.count == 1, rows.count(where: { $0 == nil }) == 1 else { return .hidden }
        return mark.tone == .plain && [.disparity, .signal].contains(mark.verdict) ? .adverse : .clear
    }
}
