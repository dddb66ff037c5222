import Testing
import Metrics

@Suite struct AtkinsonTests {
    /// By hand: 1 - ((1 + sqrt 2 + sqrt 3 + 2) / 4)^2 / 2.5 = .05558585737 (50 digits with mpmath); the survey's last four digits (.0555855674) are a slip.
    @Test("V50 Atkinson's index with aversion one half is .0555858574, not .0555855674")
    func v50() throws {
        let exact = 1 - (3 + 2.0.squareRoot() + 3.0.squareRoot()) / 4 * (3 + 2.0.squareRoot() + 3.0.squareRoot()) / 4 / 2.5
        let atkinson = try Atkinson([1, 2, 3, 4], aversion: 0.5).estimate
        #expect(abs(atkinson - exact) < 1e-15 && abs(atkinson - 0.0555858573695452) < 1e-15)
        #expect(abs(atkinson - 0.0555855674) > 2e-7)
    }

    @Test func agreesWithTheReference() throws {
        for row in Reference.inequalities {
            let values = Array(row[7...])
            #expect(abs(try Atkinson(values, aversion: 0.5).estimate - row[6]) < 1e-14)
        }
    }

    /// Aversion 1 is the limit of its neighbours; geometric mean 2, mean 2.5.
    @Test func aversionOne() throws {
        #expect(abs(try Atkinson([1, 4], aversion: 1).estimate - 0.2) < 1e-15)
        #expect(abs(try Atkinson([1, 4], aversion: 1 + 1e-7).estimate - 0.2) < 1e-7)
        // Harmonic mean 1.6.
        #expect(abs(try Atkinson([1, 4], aversion: 2).estimate - 0.36) < 1e-15)
    }

    @Test func ends() throws {
        #expect(try Atkinson([0, 4], aversion: 1).estimate == 1 && Atkinson([0, 4], aversion: 3).estimate == 1)
        #expect(try Atkinson([0.1, 0.1, 0.1], aversion: 0.3).estimate == 0)
        #expect(throws: Undefined.outsideRange) { try Atkinson([1, 2], aversion: 0) }
        #expect(throws: Undefined.notFinite) { try Atkinson([1, 2], aversion: .nan) }
    }
}
