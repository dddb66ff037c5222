import Testing
import Metrics

@Suite struct BoschlooExactTests {
    @Test func agreesWithWholeNumbersAndAFineGrid() throws {
        for row in Reference.unconditionalTests {
            func p(_ alternative: RateAlternative) throws -> Double {
                try BoschlooExact(
                    groupEvents: Int(row[0]), groupTotal: Int(row[1]), referenceEvents: Int(row[2]), referenceTotal: Int(row[3]),
                    alternative: alternative).pValue
            }
            #expect(try abs(p(.different) - row[5]) < 1e-9, "\(row)")
            #expect(try abs(p(.groupLower) - row[7]) < 1e-9 && abs(p(.groupHigher) - row[8]) < 1e-9, "\(row)")
        }
    }

    /// scipy 1.17.1, boschloo_exact([[74, 31], [43, 32]], alternative="greater"), whose groups are columns.
    @Test func publishedExample() throws {
        let test = try BoschlooExact(groupEvents: 74, groupTotal: 117, referenceEvents: 31, referenceTotal: 63, alternative: .groupHigher)
        #expect(abs(test.pValue - 0.03556406430) < 1e-9 && abs(test.statistic - 0.04831221008691) < 1e-13)
    }

    @Test func edges() throws {
        let none = try BoschlooExact(groupEvents: 0, groupTotal: 6, referenceEvents: 0, referenceTotal: 8)
        #expect(none.pValue == 1 && none.count == 14)
        let one = try BoschlooExact(groupEvents: 1, groupTotal: 1, referenceEvents: 0, referenceTotal: 1)
        #expect(abs(one.pValue - 1) < 1e-12)
        #expect(throws: Undefined.noObservations) { try BoschlooExact(groupEvents: 0, groupTotal: 0, referenceEvents: 1, referenceTotal: 1) }
        #expect(throws: Undefined.outsideRange) { try BoschlooExact(groupEvents: 3, groupTotal: 2, referenceEvents: 1, referenceTotal: 1) }
    }
}
