import Testing
import Metrics

@Suite struct BarnardExactTests {
    static func p(_ row: [Double], _ alternative: RateAlternative) throws -> Double {
        try BarnardExact(
            groupEvents: Int(row[0]), groupTotal: Int(row[1]), referenceEvents: Int(row[2]), referenceTotal: Int(row[3]),
            alternative: alternative).pValue
    }

    @Test func agreesWithWholeNumbersAndAFineGrid() throws {
        for row in Reference.unconditionalTests {
            #expect(try abs(Self.p(row, .different) - row[6]) < 1e-9, "\(row)")
            #expect(try abs(Self.p(row, .groupLower) - row[9]) < 1e-9 && abs(Self.p(row, .groupHigher) - row[10]) < 1e-9, "\(row)")
        }
    }

    /// scipy's documentation: 7 of 15 against 12 of 15, one-sided, z = -1.894 and p = .0341.
    @Test func publishedExample() throws {
        let test = try BarnardExact(groupEvents: 7, groupTotal: 15, referenceEvents: 12, referenceTotal: 15, alternative: .groupLower)
        #expect(abs(test.pValue - 0.0341) < 5e-5 && abs(test.statistic - -1.894) < 5e-4)
    }

    /// 3/10 against 8/11: the mirrored table 7/10 against 3/11 is exactly as far out, z^2 = 1377/361 in both. scipy 1.17.1 loses it to
    /// rounding and says .0700; every table as extreme as the observed one counts.
    @Test func tiedTablesCount() throws {
        let p = try Self.p([3, 10, 8, 11], .different)
        #expect(p > 0.0787 && p - 0.0700252767 > 8e-3)
        #expect(try abs(p - Self.p([7, 10, 3, 11], .different)) < 1e-12)
    }

    @Test func edges() throws {
        let none = try BarnardExact(groupEvents: 0, groupTotal: 6, referenceEvents: 0, referenceTotal: 8)
        #expect(none.pValue == 1 && none.statistic == 0 && none.count == 14)
        #expect(throws: Undefined.noObservations) { try BarnardExact(groupEvents: 0, groupTotal: 0, referenceEvents: 1, referenceTotal: 1) }
        #expect(throws: Undefined.outsideRange) { try BarnardExact(groupEvents: -1, groupTotal: 2, referenceEvents: 1, referenceTotal: 1) }
    }
}
