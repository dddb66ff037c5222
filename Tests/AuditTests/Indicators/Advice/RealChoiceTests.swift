import Foundation
import Testing

@testable import Audit
@testable import Cohort

@Suite struct RealChoiceTests {
    private func hamlet() -> Hamlet {
        var hamlet = Hamlet(people: 10)
        hamlet.open(3)
        for person in 0..<10 {
            hamlet.sit(person, name: person, completed: 1)
            hamlet.list(person, sitting: person, on: 10, places: [0, 1], distances: [Double(person + 1), 20])
        }
        return hamlet
    }

    private func limits(tau: Double) throws -> Thresholds {
        var document = try JSONSerialization.jsonObject(with: Data(ThresholdsTests.text().utf8)) as? [String: Any] ?? [:]
        var indicators = document["indicators"] as? [String: [String: Any]] ?? [:]
        var parameters = indicators["M5"]?["parameters"] as? [String: [String: Any]] ?? [:]
        parameters["tau"]?["value"] = tau
        indicators["M5"]?["parameters"] = parameters
        document["indicators"] = indicators
        return try Thresholds.read(JSONSerialization.data(withJSONObject: document), source: "thresholds.json")
    }

    /// Frozen at 4.5: the people whose best place lies at 5 to 10 have no fitting one.
    @Test func frozenTauIsTaken() throws {
        let values = try #require(RealChoice.measure(hamlet().frame, limits: try limits(tau: 4.5)).values("no_fitting_place"))
        #expect(values == [0, 0, 0, 0, 1, 1, 1, 1, 1, 1])
    }

    /// Not frozen yet: nine of ten have a fitting place by construction, and only who is the tenth can differ.
    @Test func withoutTauTheShareIsGiven() throws {
        let values = try #require(RealChoice.measure(hamlet().frame, limits: try limits(tau: 0)).values("no_fitting_place"))
        #expect(values.compactMap { $0 }.reduce(0, +) == 1 && values[9] == 1)
    }

    /// The mean over a person's lists: one of two lists has nothing that fits.
    @Test func aPersonIsTheUnit() throws {
        var two = hamlet()
        two.list(0, sitting: 0, on: 50, places: [0], distances: [9])
        let values = try #require(RealChoice.measure(two.frame, limits: try limits(tau: 4.5)).values("no_fitting_place"))
        #expect(values[0] == 0.5)
    }
}
