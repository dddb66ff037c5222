import Cohort
import Demonstration
import Foundation
import Testing

@testable import Audit

/// A municipality that offers less gets a report about less, which says exactly what is missing.
@Suite struct OptionalRelationsTests {
    static let optional = [
        "choice", "placement", "feedback", "invitation", "participant_ability", "workplace_demand", "travel_time", "employer_contact",
    ]

    struct System: Sendable {
        let demonstration: DemonstrationSystem
        let builtIn: BuiltInSystem
        let thresholds: String
    }

    static let systems = [
        System(demonstration: .ikZoek, builtIn: .ikZoek, thresholds: "thresholds.json"),
        System(demonstration: .halloWerk, builtIn: .halloWerk, thresholds: "thresholds-hallowerk.json"),
    ]

    @Test(arguments: systems.indices, [[String]](optional.map { [$0] } + [optional]))
    func theAuditSaysWhatIsMissing(system: Int, removed: [String]) throws {
        let system = Self.systems[system]
        let town = try DemonstrationMunicipality(seed: 1, system: system.demonstration, planted: [], quarters: Quarter.year(2026))
        var snapshot = try town.snapshot()
        for relation in removed { snapshot.remove(relation) }
        let configuration = try system.builtIn.configuration()
        let report = try Audit.run(
            AuditInputs(
                snapshot: snapshot, thresholds: try Simulation.limits(file: system.thresholds), core: try DemonstrationCore.core(of: system.demonstration),
                system: configuration, cycle: .once(town.period), toolVersion: "test"))

        var expected: [String: String] = [:]
        for entry in IndicatorCatalogue.entries {
            if !configuration.asks(entry.id) {
                expected[entry.id] = "not_asked"
            } else if let missing = entry.missing(in: snapshot) {
                expected[entry.id] = missing
            }
        }
        let told = Dictionary(uniqueKeysWithValues: report.unavailable.map { ($0.indicator, $0.reason) })
        for (indicator, reason) in expected { #expect(told[indicator] == reason, "\(indicator): \(told[indicator] ?? "not told")") }
        for relation in removed {
            #expect(!report.findings.contains { finding in
                IndicatorCatalogue.entries.contains { $0.id == finding.indicator && $0.needs.contains { $0.name.hasPrefix(relation) } }
            }, "a finding rests on \(relation), which is not there")
        }
        #expect(report.findings.contains { $0.indicator == "M2" })
        // Whatever is not measured is told, and nothing else.
        let measured = Set(report.findings.map(\.indicator))
        for entry in IndicatorCatalogue.entries where IndicatorCatalogue.comparesGroups(entry.id) {
            #expect(measured.contains(entry.id) != (told[entry.id] != nil), "\(entry.id) is told as missing and measured, or neither")
        }
    }
}

extension Snapshot {
    /// As if the database did not offer the relation.
    fileprivate mutating func remove(_ relation: String) {
        manifest.relations[relation] = .init(offered: false)
        switch relation {
        case "choice": choices = []
        case "placement": placements = []
        case "feedback": feedback = []
        case "invitation": invitations = []
        case "participant_ability": abilities = []
        case "workplace_demand": demands = []
        case "travel_time": travelTimes = []
        case "employer_contact": contacts = []
        default: Issue.record("no relation \(relation)")
        }
    }
}
