import Testing
import Metrics

/// What holds for tests and screens of two rates; the tables are those of `RatesPropertyTests`.
@Suite struct RateTestsPropertyTests {
    typealias Table = RatesPropertyTests.Table

    @Test func anEmptySideIsUndefined() throws {
        struct Case { var table: Table; var emptiesGroup: Bool }
        typealias Subject = (Table) -> Bool
        func fails(_ make: () throws -> Any) -> Bool { (try? make()) == nil }
        let subject: Subject = { t in
            RatesPropertyTests.ratios(t).isEmpty && (try? RatesPropertyTests.differences(t)) == nil
                && fails { try FisherExact(a: t.x1, b: t.n1 - t.x1, c: t.x0, d: t.n0 - t.x0) }
                && fails { try BarnardExact(groupEvents: t.x1, groupTotal: t.n1, referenceEvents: t.x0, referenceTotal: t.n0) }
                && fails { try BoschlooExact(groupEvents: t.x1, groupTotal: t.n1, referenceEvents: t.x0, referenceTotal: t.n0) }
                && fails { try FourFifthsScreen(groupEvents: t.x1, groupTotal: t.n1, referenceEvents: t.x0, referenceTotal: t.n0) }
                && fails { try PearsonChiSquared([[t.x1, t.n1 - t.x1], [t.x0, t.n0 - t.x0]]) }
                && fails { try RateSpread(events: [t.x1, t.x0], totals: [t.n1, t.n0]) }
                && fails { try SmoothedDifferentialFairness(events: [t.x1, t.x0], totals: [t.n1, t.n0]) }
        }
        // 0/0 = 0, as Fairlearn has it.
        let planted: Subject = { t in t.n1 > 0 && t.n0 > 0 }
        try Property.check(
            "no comparison with an absent group has a value", cases: 20_000, subject: subject, planted: planted,
            generate: { Case(table: RatesPropertyTests.table(&$0), emptiesGroup: $0.uniform() < 0.5) }, interesting: \.emptiesGroup
        ) { example, isUndefined in
            var t = example.table
            if example.emptiesGroup { (t.x1, t.n1) = (0, 0) } else { (t.x0, t.n0) = (0, 0) }
            return isUndefined(t)
        }
    }

    @Test func theScreenComparesWholeNumbers() throws {
        typealias Subject = (Table) -> Bool?
        let subject: Subject = {
            try? FourFifthsScreen(groupEvents: $0.x1, groupTotal: $0.n1, referenceEvents: $0.x0, referenceTotal: $0.n0).isFlagged
        }
        let planted: Subject = { t in Double(t.x1) / Double(t.n1) / (Double(t.x0) / Double(t.n0)) < 0.8 }
        try Property.check(
            "flagged exactly when 5 x1 n0 < 4 x0 n1; undefined is no answer; nobody against somebody is flagged", cases: 60_000,
            subject: subject, planted: planted, generate: { random in
                // Half of the cases are exactly at 80 %.
                var t = RatesPropertyTests.table(&random)
                if random.uniform() < 0.5 {
                    let scale = 1 + random.index(below: 12)
                    t = Table(x1: 4 * scale, n1: 10 * scale + 10 * random.index(below: 3) * scale, x0: 0, n0: 5 + random.index(below: 60))
                    let exact = 5 * t.x1 * t.n0
                    if exact % (4 * t.n1) == 0 { t.x0 = min(t.n0, exact / (4 * t.n1)) }
                }
                return t
            }, interesting: { $0.x0 > 0 && 5 * $0.x1 * $0.n0 == 4 * $0.x0 * $0.n1 }
        ) { t, flag in
            if t.x0 == 0 { return flag(t) == nil }
            if t.x1 == 0 { return flag(t) == true }
            return flag(t) == (5 * t.x1 * t.n0 < 4 * t.x0 * t.n1)
        }
    }

    @Test func recodingOnePersonIsTriedEverywhere() throws {
        typealias Subject = (FourFifthsScreen) -> Bool
        let subject: Subject = { $0.survives(recoding: 1) }
        // Looks at the group only.
        let planted: Subject = { screen in
            let moved = screen.groupEvents + (screen.isFlagged ? 1 : -1)
            let other = try? FourFifthsScreen(
                groupEvents: max(0, min(screen.groupTotal, moved)), groupTotal: screen.groupTotal, referenceEvents: screen.referenceEvents,
                referenceTotal: screen.referenceTotal)
            return other?.isFlagged == screen.isFlagged
        }
        try Property.check(
            "a flag survives one recoding exactly when no single recoding changes it", cases: 20_000, subject: subject, planted: planted,
            generate: { random in
                var t = RatesPropertyTests.table(&random)
                t.x0 = max(1, t.x0)
                return try FourFifthsScreen(groupEvents: t.x1, groupTotal: t.n1, referenceEvents: t.x0, referenceTotal: t.n0)
            }, interesting: { !$0.survives(recoding: 1) }
        ) { screen, survives in
            let moves = [(1, 0), (-1, 0), (0, 1), (0, -1)].map { (screen.groupEvents + $0, screen.referenceEvents + $1) }
            let changes = moves.contains { x1, x0 in
                guard x1 >= 0, x1 <= screen.groupTotal, x0 <= screen.referenceTotal else { return false }
                let other = try? FourFifthsScreen(
                    groupEvents: x1, groupTotal: screen.groupTotal, referenceEvents: x0, referenceTotal: screen.referenceTotal)
                return other?.isFlagged != screen.isFlagged
            }
            return survives(screen) == !changes && (survives(screen) || !screen.survives(recoding: 2))
        }
    }

    @Test func exactTestsKnowNoNames() throws {
        typealias Subject = (Table) throws -> [Double]
        let subject: Subject = { t in
            let fisher = try FisherExact(a: t.x1, b: t.n1 - t.x1, c: t.x0, d: t.n0 - t.x0)
            return [
                fisher.pValue, fisher.midP,
                try BoschlooExact(groupEvents: t.x1, groupTotal: t.n1, referenceEvents: t.x0, referenceTotal: t.n0).pValue,
                try BarnardExact(groupEvents: t.x1, groupTotal: t.n1, referenceEvents: t.x0, referenceTotal: t.n0).pValue,
            ]
        }
        // One-sided where two sides are asked for.
        let planted: Subject = { t in
            let fisher = try FisherExact(a: t.x1, b: t.n1 - t.x1, c: t.x0, d: t.n0 - t.x0)
            return [fisher.pLower, fisher.midP, fisher.pLower, fisher.pLower]
        }
        try Property.check(
            "exact tests: the same for swapped sides and outcomes, Boschloo and mid-p never above Fisher", cases: 400, subject: subject,
            planted: planted, generate: { random in
                let (n1, n0) = (1 + random.index(below: 9), 1 + random.index(below: 12))
                return Table(x1: random.index(below: n1 + 1), n1: n1, x0: random.index(below: n0 + 1), n0: n0)
            }, interesting: \.isAtAnEdge
        ) { t, p in
            let others = Table(x1: t.n1 - t.x1, n1: t.n1, x0: t.n0 - t.x0, n0: t.n0)
            let values = try p(t)
            let same = try zip(values, p(t.swapped)).allSatisfy { RatesPropertyTests.near($0, $1) } && zip(values, p(others)).allSatisfy { RatesPropertyTests.near($0, $1) }
            return same && values[1] <= values[0] + 1e-12 && values[2] <= values[0] + 1e-9 && values.allSatisfy { $0 > 0 && $0 <= 1 }
        }
    }
}
