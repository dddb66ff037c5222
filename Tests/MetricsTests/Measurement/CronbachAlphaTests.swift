import Testing
import Metrics

@Suite struct CronbachAlphaTests {
    @Test func agreesWithPingouinAndScipy() throws {
        for rows in Reference.cases(Reference.alphaAnswers) {
            let answers = rows.map { row -> [Double?] in row[7...].filter { $0 != -1 }.map { $0.isNaN ? nil : $0 } }
            let scores = try ItemScores(answers, reversed: [])
            for (missing, first) in [(ItemScores.Missing.listwise, 1), (.pairwise, 4)] {
                let alpha = try CronbachAlpha(scores, missing: missing)
                let interval = try alpha.interval(level: 0.95)
                #expect(abs(alpha.estimate - rows[0][first]) < 1e-13)
                #expect(abs(interval.low - rows[0][first + 1]) < 1e-11 && abs(interval.high - rows[0][first + 2]) < 1e-11)
            }
        }
    }

    /// pingouin takes the number of rows before it drops those with missing answers.
    @Test("Feldt's interval counts the people used; pingouin counts everybody") func peopleDroppedAreNotCounted() throws {
        let rows = Reference.cases(Reference.alphaAnswers)[0]
        let scores = try ItemScores(rows.map { row -> [Double?] in row[7..<11].map { $0.isNaN ? nil : $0 } }, reversed: [])
        let alpha = try CronbachAlpha(scores, missing: .listwise)
        #expect(rows.count == 24 && alpha.count == scores.complete.count && alpha.count < 24)
        let wrong = try CronbachAlpha(covariance: try scores.covariance(missing: .listwise).matrix, people: 24).interval(level: 0.95)
        #expect(try alpha.interval(level: 0.95).low < wrong.low - 0.02)
    }

    @Test func realDataBigFive() throws {
        let rows = try BigFiveItems.rows()
        for scale in BigFiveItems.scales {
            let scores = try BigFiveItems.scores(scale, rows)
            let listwise = try CronbachAlpha(scores, missing: .listwise)
            let pairwise = try CronbachAlpha(scores, missing: .pairwise)
            #expect(Reference.error(listwise.estimate, try SharedData.figure("bfi", "cronbach_alpha_listwise", scale.name)) < 1e-11)
            #expect(Reference.error(pairwise.estimate, try SharedData.figure("bfi", "cronbach_alpha_pairwise_cov", scale.name)) < 1e-11)
            #expect(listwise.itemsAgainstTheRest.isEmpty && listwise.count < pairwise.count)
        }
    }

    @Test func itemsThatWereNotTurnedRoundAreNamed() throws {
        let alpha = try CronbachAlpha(try BigFiveItems.scores(("A", []), try BigFiveItems.rows()), missing: .listwise)
        #expect(alpha.itemsAgainstTheRest == [0] && alpha.estimate < 0.5)
    }

    @Test func edgesHaveReasons() throws {
        let alpha = try CronbachAlpha(try ItemScores([[1, 1], [2, 2], [4, 4]], reversed: []), missing: .listwise)
        #expect(alpha.estimate == 1)
        #expect(throws: Undefined.zeroVariance) { try alpha.interval(level: 0.95) }
        let opposite = try ItemScores([[1, 1], [2, 2], [4, 4]], reversed: [1])
        #expect(throws: Undefined.zeroVariance) { try CronbachAlpha(opposite, missing: .listwise) }
        let impossible = SymmetricMatrix(size: 2) { i, j in i == j ? 1 : -2 }
        #expect(throws: Undefined.outsideRange) { try CronbachAlpha(covariance: impossible, people: 9) }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try CronbachAlpha(covariance: impossible, people: 1) }
    }

    /// Five parallel normal items, true reliability 0.8.
    @Test func coverageOfFeldt() throws {
        var random = SeededRandom(seed: 157)
        let runs = 400 * Simulated.factor
        var covered = 0
        for _ in 0..<runs {
            let answers = (0..<40).map { _ -> [Double?] in
                let trait = random.normal() * 2 / 3
                return (0..<5).map { _ in trait + random.normal() * (5.0 / 9).squareRoot() }
            }
            let alpha = try CronbachAlpha(try ItemScores(answers, reversed: []), missing: .listwise)
            if try !alpha.interval(level: 0.95).excludes(0.8) { covered += 1 }
        }
        #expect(try Simulated.isWithin(covered, of: runs, 0.94, 0.96, "Cronbach's alpha, 40 people, Feldt's interval, coverage at 95 %"))
    }
}
