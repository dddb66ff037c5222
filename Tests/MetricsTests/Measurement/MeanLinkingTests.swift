import Testing
import Metrics

@Suite struct MeanLinkingTests {
    @Test("V57 mean linking of 12 is 15") func fiveAgainstFive() throws {
        let link = try MeanLinking(from: [8, 10, 12, 14, 16], to: [11, 13, 14, 17, 20], basis: .none)
        #expect(try link.linked(12).estimate == 15 && link.shift == 3 && link.count == 10)
    }

    @Test func agreesWithNumpy() throws {
        let rows = Reference.linkedLines
        let link = try MeanLinking(from: rows.filter { $0[0] == 0 }.map { $0[1] }, to: rows.filter { $0[0] == 1 }.map { $0[1] }, basis: .none)
        let linked = try link.linked(rows[0][2])
        #expect(try abs(linked.estimate - rows[0][3]) < 1e-13 && Reference.error(linked.standardError(), rows[0][4]) < 1e-13)
    }

    @Test func edgesHaveReasons() throws {
        #expect(throws: Undefined.noObservations) { try MeanLinking(from: [], to: [1, 2], basis: .none) }
        #expect(throws: Undefined.tooFewObservations(needed: 2)) { try MeanLinking(from: [1], to: [1, 2], basis: .none) }
        #expect(throws: Undefined.zeroVariance) { try MeanLinking(from: [1, 1], to: [1, 2], basis: .none) }
        #expect(throws: Undefined.notFinite) { try MeanLinking(from: [1, .nan], to: [1, 2], basis: .none) }
        #expect(throws: Undefined.notFinite) { try MeanLinking(from: [1, 2], to: [1, 2], basis: .none).linked(.nan) }
    }
}
