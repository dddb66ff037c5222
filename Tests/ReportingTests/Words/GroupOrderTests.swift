import Testing

@testable import Audit
@testable import Reporting

@Suite("Order of groups")
struct GroupOrderTests {
    /// The groups of one attribute as a report orders them.
    private func ordered(_ attribute: String, _ groups: [String]) throws -> [String] {
        var report = try ReportFixture.usual.report()
        let model = try #require(report.findings.first)
        report.findings = groups.map { group in
            var finding = model
            (finding.attribute, finding.group) = (attribute, group)
            return finding
        }
        return GroupOrder.ordered(report).findings.map(\.group)
    }

    @Test("Ages and levels from low to high, what is unknown last; what has no order keeps that of the report")
    func single() throws {
        #expect(try ordered("age_band", ["27-44", "unknown", "55+", "<27", "45-54"]) == ["<27", "27-44", "45-54", "55+", "unknown"])
        #expect(try ordered("education_level", ["high", "low", "middle"]) == ["low", "middle", "high"])
        #expect(try ordered("gender", ["unknown", "other", "female", "male"]) == ["other", "female", "male", "unknown"])
    }

    @Test("Crossed groups have the order of each of their sides, and those with one first side stand together")
    func crossed() throws {
        #expect(
            try ordered("gender x age_band", ["female | 27-44", "female | 55+", "female | <27", "male | 27-44", "unknown | <27", "male | <27", "female | unknown"])
                == ["female | <27", "female | 27-44", "female | 55+", "female | unknown", "male | <27", "male | 27-44", "unknown | <27"])
        #expect(
            try ordered("age_band x education_level", ["27-44 | high", "27-44 | low", "<27 | middle", "<27 | low"])
                == ["<27 | low", "<27 | middle", "27-44 | low", "27-44 | high"])
    }

    @Test("A name that is not written as a crossed group is ordered as it is")
    func oddNames() throws {
        #expect(try ordered("gender x age_band", ["b", "female | 55+", "unknown", "female | <27"]).count == 4)
        #expect(try ordered("gender", ["a | b", "a"]) == ["a | b", "a"])
    }
}
