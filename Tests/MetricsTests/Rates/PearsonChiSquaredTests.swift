import Testing
import Metrics

@Suite struct PearsonChiSquaredTests {
    @Test func agreesWithScipy() throws {
        for row in Reference.oddsRatios {
            let table = [[Int(row[0]), Int(row[1] - row[0])], [Int(row[2]), Int(row[3] - row[2])]]
            let plain = try PearsonChiSquared(table)
            #expect(Reference.error(plain.statistic, row[12], floor: 1e-12) < 1e-11 && Reference.error(plain.pValue, row[13]) < 1e-10, "\(row)")
            let yates = try PearsonChiSquared(table, continuity: .yates)
            #expect(Reference.error(yates.statistic, row[14], floor: 1e-12) < 1e-10 && Reference.error(yates.pValue, row[15]) < 1e-10, "\(row)")
        }
    }

    @Test func realDataMoreThanTwoGroups() throws {
        // Managers among bank employees by gender and minority.
        let rows = try SharedData.rows("data/bank_wages/bankwages.csv")
        func test(_ group: ([String: String]) -> String) throws -> PearsonChiSquared {
            let counts = Set(rows.map(group)).sorted().map { value in
                let people = rows.filter { group($0) == value }
                let managers = people.count { $0["job"] == "manage" }
                return [managers, people.count - managers]
            }
            return try PearsonChiSquared(counts)
        }
        let gender = try test { $0["gender"]! }
        #expect(try Reference.error(gender.statistic, SharedData.figure("bank_wages", "manage_chi2_pearson", "gender all")) < 1e-10)
        #expect(try Reference.error(gender.pValue, SharedData.figure("bank_wages", "manage_chi2_p", "gender all")) < 1e-8)
        let four = try test { $0["gender"]! + $0["minority"]! }
        #expect(try Reference.error(four.statistic, SharedData.figure("bank_wages", "manage_chi2_pearson", "gm all")) < 1e-10)
        #expect(try Reference.error(four.pValue, SharedData.figure("bank_wages", "manage_chi2_p", "gm all")) < 1e-8)
        #expect(four.degreesOfFreedom == 3)
    }

    @Test func threeRows() throws {
        // By hand: expected 5, 5, 10, 10, 15, 15.
        let test = try PearsonChiSquared([[4, 6], [11, 9], [15, 15]])
        #expect(Reference.error(test.statistic, 1.0 / 5 * 2 + 1.0 / 10 * 2) < 1e-14)
        #expect(test.degreesOfFreedom == 2 && test.smallestExpected == 5 && test.count == 60)
    }

    @Test func edges() {
        #expect(throws: Undefined.noObservations) { try PearsonChiSquared([[0, 0], [3, 4]]) }
        #expect(throws: Undefined.zeroVariance) { try PearsonChiSquared([[0, 5], [0, 4]]) }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try PearsonChiSquared([[1, 5]]) }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try PearsonChiSquared([[1], [5]]) }
        #expect(throws: Undefined.unequalLengths) { try PearsonChiSquared([[1, 5], [2]]) }
        #expect(throws: Undefined.outsideRange) { try PearsonChiSquared([[1, -5], [2, 3]]) }
        #expect(throws: Undefined.outsideRange) { try PearsonChiSquared([[1, 5, 3], [2, 3, 3]], continuity: .yates) }
    }
}
