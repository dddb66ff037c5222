import Demonstration
import Foundation
import MatchReplay
import Metrics
import Testing

@testable import Audit
@testable import Cohort

/// What came of it in the invented municipality, with and without a planted difference. Recorded lists stand in for replayed ones: the
/// demonstration's core makes them again exactly.
@Suite struct DemonstrationOutcomesTests {
    private static let plain = Result { try frame([]) }
    private static let planted = Result { try frame([.earlyEndings]) }

    private static func frame(_ planting: Planting) throws -> AuditFrame {
        let town = try DemonstrationMunicipality(seed: 1, planted: planting)
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("outcomes-\(UUID().uuidString).sqlite").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try town.write(toSnapshot: path, toolVersion: "test")
        let snapshot = try Snapshot.read(from: path)
        let replayed = snapshot.lists.map { list in
            // Some lists are logged without distances.
            ReplayedList(workplaces: list.workplaces, distances: list.distances.contains(nil) ? [] : list.distances.compactMap { $0 }, sharesRanks: false)
        }
        return AuditFrame(
            snapshot: snapshot, window: town.period, replayed: PackedLists(replayed), population: .everybody, system: .standard, core: nil, threads: 1)
    }

    private func men(_ metric: MeasuredMetric, _ frame: AuditFrame, _ limits: Thresholds) throws -> any GroupDifference {
        let sides = frame.sides(metric)
        return try Comparator(metric: metric, strata: nil, limits: limits)
            .difference(Sides(.init(.gender), code: "male", group: sides.reference, reference: sides.group))
    }

    private func endingEarly(_ metric: MeasuredMetric, _ frame: AuditFrame, _ limits: Thresholds) throws -> any GroupDifference {
        let population = metric.observations.population, bands = frame.labels(of: .ageBand)
        return try Comparator(metric: metric, strata: nil, limits: limits).difference(
            Sides(
                .init(.ageBand), code: "27-44", group: population.filter { bands[$0] == "27-44" },
                reference: population.filter { bands[$0] != nil && bands[$0] != "27-44" }))
    }

    @Test func earlyEndingsOfOneAgeBandAreFound() throws {
        let limits = try OutcomeTown.limits()
        let (plain, planted) = (try Self.plain.get(), try Self.planted.get())
        let before = try endingEarly(PlacementRetention.measure(plain, limits: limits)[0], plain, limits)
        let after = try endingEarly(PlacementRetention.measure(planted, limits: limits)[0], planted, limits)
        #expect(before.pValue > 0.01 && abs(before.estimate) < 0.1, "\(before.estimate)")
        #expect(after.pValue < 0.001 && after.estimate > 0.15, "\(after.estimate)")
        // Nothing else moved: who was placed, and when.
        let days = try men(TimeToPlacement.measure(planted, limits: limits)[0], planted, limits)
        #expect(try days.estimate == men(TimeToPlacement.measure(plain, limits: limits)[0], plain, limits).estimate)
        #expect(abs(days.estimate) < 3 * days.standardError)
    }

    @Test func daysWithoutAPlacementByAnotherWay() throws {
        let limits = try OutcomeTown.limits()
        let frame = try Self.plain.get()
        let difference = try men(TimeToPlacement.measure(frame, limits: limits)[0], frame, limits)
        let exits = PlacementRate.exits(frame)
        let genders = frame.labels(of: .gender)
        func area(_ gender: String) throws -> Double {
            let curve = try CumulativeIncidence(exits.indices.compactMap { genders[$0] == gender ? exits[$0] : nil })
            return (0..<180).reduce(0.0) { $0 + 1 - curve.incidence(at: $1) }
        }
        #expect(try abs(difference.groupValue - area("male")) < 1e-9 && abs(difference.referenceValue - area("female")) < 1e-9)
    }

    @Test func everyHeadlineIsMeasuredOrSaysWhyNot() throws {
        let limits = try OutcomeTown.limits()
        let frame = try Self.plain.get()
        for indicator in [TimeToPlacement.self, PlacementRetention.self, PredictiveFairness.self, Growth.self, FeedbackLoop.self] as [any JudgedIndicator.Type] {
            #expect(indicator.unavailability(in: frame.snapshot) == nil)
            let metrics = indicator.measure(frame, limits: limits)
            #expect(metrics.filter(\.description.headline).count == 1 && metrics[0].description.headline)
            do {
                let difference = try men(metrics[0], frame, limits)
                #expect(difference.estimate.isFinite && (0...1).contains(difference.pValue), "\(indicator.id)")
            } catch {
                // In one year hardly ten placements of either side end within 90 days, so M19's headline may have no lines; placing has.
                #expect(indicator.id == "M19" && error as? Undefined == .tooFewObservations(needed: 10), "\(indicator.id)")
                #expect(try men(metrics[1], frame, limits).estimate.isFinite)
            }
            let tables = indicator.tables(frame, partition: frame.genders(metrics[0], limits), limits: limits)
            #expect(!tables.isEmpty, "\(indicator.id)")
            for table in tables { #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(table.id)") }
        }
    }
}
