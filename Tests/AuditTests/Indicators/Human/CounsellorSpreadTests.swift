import Metrics
import Testing

@testable import Audit
@testable import Cohort

@Suite struct CounsellorSpreadTests {
    /// Twenty choices of each of five counsellors, of which 12, 9, 15, 4 and 10 follow: the example that is held to R.
    private func hamlet(_ follows: [Int], of total: Int = 20) -> Hamlet {
        var hamlet = Hamlet(people: follows.count * total + 1, offering: ["choice": []])
        hamlet.open(2)
        for (counsellor, count) in follows.enumerated() {
            for number in 0..<total {
                let person = counsellor * total + number
                hamlet.sit(person, name: person, completed: 1)
                let run = hamlet.list(person, sitting: person, on: 10, places: [0, 1])
                hamlet.choose(run: run, place: number < count ? 0 : 1, counsellor: counsellor, on: 12)
            }
        }
        return hamlet
    }

    private func measured(_ hamlet: Hamlet) throws -> Contrast {
        guard case .contrast(let contrast) = CounsellorSpread.measure(hamlet.frame, limits: try Hamlet.limits())[0].observations else {
            throw Undefined.noObservations
        }
        return contrast
    }

    private func sides(_ contrast: Contrast) -> Sides {
        Sides(.everybody, code: Grouping.everybodyCode, group: contrast.population.indices.filter { contrast.population[$0] }, reference: [])
    }

    @Test func oneTotalOverEverybody() throws {
        let contrast = try measured(hamlet([12, 9, 15, 4, 10]))
        let spread = try contrast.difference(sides(contrast))
        #expect(abs(spread.estimate - 0.115504152443) < 1e-10)
        #expect(spread.groupCount == 100 && spread.referenceCount == 0)
        let table = try #require(CounsellorSpread.cohortTables(hamlet([12, 9, 15, 4, 10]).frame, limits: try Hamlet.limits()).first)
        #expect(table.attribute == nil && table.rows.count == 1 && table.rows[0].prefix(2) == [.number(5), .number(100)])
    }

    @Test func fourCounsellorsAreTooFew() throws {
        let contrast = try measured(hamlet([12, 9, 15, 4]))
        #expect(throws: Undefined.tooFewStrata(needed: 5)) { try contrast.difference(sides(contrast)) }
        let table = CounsellorSpread.cohortTables(hamlet([12, 9, 15, 4]).frame, limits: try Hamlet.limits()).first
        #expect(table?.rows == [[.none, .none, .none, .none, .none]])
    }

    @Test func whoDecidedSeldomDoesNotCount() throws {
        let contrast = try measured(hamlet([9, 1, 5, 4, 7], of: 9))
        #expect(throws: Undefined.tooFewStrata(needed: 5)) { try contrast.difference(sides(contrast)) }
    }

    @Test func withoutCounsellorsItIsUnavailable() {
        var hamlet = hamlet([1])
        hamlet.snapshot.manifest.relations["choice"]?.missingColumns = ["counsellor_id"]
        #expect(CounsellorSpread.unavailability(in: hamlet.snapshot) == "column_missing:choice.counsellor_id")
    }
}
