import Cohort
import Metrics

/// The verdict rules over a common effect: the same as in one organisation, with two more. What fewer organisations than the minimum share is
/// withheld, and where they differ from each other nothing is called small.
struct PooledJudge {
    let definitions: SummaryDefinitions
    let minimum: Int

    private struct Entry {
        let line: Int
        let comparison: PooledComparison
        /// `nil` where it is withheld or undefined.
        var difference: (any GroupDifference)?
        var reason: String?
        var isTested: Bool { difference != nil && reason == nil }
    }

    func findings(_ lines: [PooledLine]) throws(Undefined) -> [PooledReport.Finding] {
        var entries: [Entry] = []
        for (index, line) in lines.enumerated() {
            entries += onceForTwo(line.comparisons()).map { entry($0, line: index) }
        }
        var findings = [PooledReport.Finding?](repeating: nil, count: entries.count)
        for (name, limit) in [(ReportFinding.Family.primary, definitions.cycle.alpha), (.scan, definitions.cycle.q)] {
            let own = entries.indices.filter { family(entries[$0].comparison) == name }
            let tested = own.filter { entries[$0].isTested }
            let adjustment = try FamilyAdjustment(name, pValues: tested.compactMap { entries[$0].difference?.pValue }, limit: limit)
            let place = Dictionary(uniqueKeysWithValues: tested.enumerated().map { ($1, $0) })
            for index in own { findings[index] = try finding(entries[index], adjustment, at: place[index]) }
        }
        var judged = findings.compactMap { $0 }
        for (index, mirror) in mirrors(judged, entries, lines).enumerated() { judged[index].mirrorOf = mirror }
        return judged
    }

    private func family(_ comparison: PooledComparison) -> ReportFinding.Family {
        let description = comparison.question.description
        return description.headline && definitions.primary.contains("\(description.indicator) \(comparison.grouping)") ? .primary : .scan
    }

    /// Two groups give one comparison: the one about the group that fares worse.
    private func onceForTwo(_ comparisons: [PooledComparison]) -> [PooledComparison] {
        guard comparisons.count == 2, let first = try? comparisons[0].difference() else { return comparisons }
        return [comparisons[0].direction(first.estimate) == .favourable ? comparisons[1] : comparisons[0]]
    }

    private func entry(_ comparison: PooledComparison, line: Int) -> Entry {
        guard comparison.studies.count >= minimum else { return Entry(line: line, comparison: comparison, reason: "too_few_organisations") }
        do throws(Undefined) {
            let difference = try comparison.difference()
            let smallest = min(difference.groupCount, difference.referenceCount)
            return Entry(
                line: line, comparison: comparison, difference: difference,
                reason: smallest < definitions.minimumGroup ? "below_minimum_group" : nil)
        } catch {
            return Entry(line: line, comparison: comparison, reason: error.code)
        }
    }

    private func finding(_ entry: Entry, _ adjustment: FamilyAdjustment, at place: Int?) throws(Undefined) -> PooledReport.Finding {
        let comparison = entry.comparison
        let description = comparison.question.description
        var finding = PooledReport.Finding(
            indicator: description.indicator, metric: description.metric, grouping: comparison.grouping, group: comparison.group,
            isCoarser: comparison.isCoarser, organisations: comparison.studies.count, family: adjustment.family, familySize: adjustment.size,
            verdict: entry.reason == "too_few_organisations" ? .withheld : .unavailable, reason: entry.reason)
        guard let difference = entry.difference else { return finding }

        let sizes = comparison.sizes
        let level = place.flatMap { adjustment.levels[$0] } ?? 1 - adjustment.limit / Double(max(1, adjustment.size))
        let rule = VerdictRule(sizes: sizes, level: level, isRejected: place.map { adjustment.rejected[$0] } ?? false)
        let small = entry.reason.map { Comparison.SmallSample(reason: $0, exactP: 1) }
        var verdict = rule.verdict(on: difference, smallSample: small, cap: comparison.cap)
        let heterogeneity = try PooledFigures.heterogeneity(comparison)
        finding.reason = entry.reason ?? comparison.cap
        if verdict == .equivalent, heterogeneity.isShown {
            verdict = .inconclusive
            finding.reason = "organisations_differ"
        }
        finding.verdict = verdict
        finding.direction = comparison.direction(difference.estimate)
        let isShown = [.disparity, .signal].contains(verdict) && small == nil
        finding.figures = try PooledFigures.figures(
            comparison, difference, heterogeneity: heterogeneity, sizes: sizes, adjustedLevel: place.flatMap { adjustment.levels[$0] },
            pAdjusted: place.map { adjustment.adjusted[$0] },
            minimumDetectable: minimumDetectable(difference, comparison, adjustment),
            fragility: isShown ? rule.fragility(of: difference, verdict: verdict) : nil, isOpen: verdict == .inconclusive)
        return finding
    }

    private func minimumDetectable(_ difference: any GroupDifference, _ comparison: PooledComparison, _ adjustment: FamilyAdjustment) -> Double? {
        DetectableEffect.value(
            of: difference, observations: .values([]), adverse: comparison.question.description.adverse, sizes: comparison.sizes,
            alpha: adjustment.limit, comparisons: max(1, adjustment.size))
    }

    /// A finding that is lost once the strongest adverse group stands in no reference only mirrors that group.
    private func mirrors(_ findings: [PooledReport.Finding], _ entries: [Entry], _ lines: [PooledLine]) -> [String?] {
        var mirrors = [String?](repeating: nil, count: findings.count)
        for (line, indices) in Dictionary(grouping: findings.indices, by: { entries[$0].line }) where lines[line].canLeaveOut {
            let found = indices.filter { [.disparity, .signal].contains(findings[$0].verdict) }
            func strength(_ index: Int) -> Double { entries[index].difference.map { abs($0.estimate) / $0.standardError } ?? 0 }
            guard let strongest = found.filter({ findings[$0].direction == .adverse }).max(by: { strength($0) < strength($1) }) else { continue }
            for index in found where index != strongest {
                let left = findings[strongest].group
                let comparison = lines[line].comparison(findings[index].group, isCoarser: findings[index].isCoarser, leavingOut: left)
                if isLost(findings[index], try? comparison.difference()) { mirrors[index] = left }
            }
        }
        return mirrors
    }

    private func isLost(_ finding: PooledReport.Finding, _ again: (any GroupDifference)?) -> Bool {
        guard let again, let figures = finding.figures else { return true }
        guard again.estimate * figures.estimate > 0, abs(again.estimate) >= figures.signal else { return true }
        guard finding.verdict == .disparity, let level = figures.intervalAdjusted?.level else { return !again.interval(level: 0.90).excludes(0) }
        return again.pValue > 1 - level
    }
}
