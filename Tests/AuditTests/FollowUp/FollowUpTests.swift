import Cohort
import Foundation
import Testing

@testable import Audit

@Suite struct FollowUpTests {
    private func entries(_ text: String? = ActionsFileTests.right, asOf day: String, sources: [InventoryLine.Source] = [.huizen]) throws -> [AuditReport.InventoryEntry] {
        FollowUp.entries(of: sources, actions: try text.map(ActionsFileTests.read), asOf: try #require(Day(iso: day)))
    }

    @Test func everyLineOfTheSourceButItsReaders() throws {
        let entries = try entries(asOf: "2026-12-31")
        #expect(entries.map(\.id) == Inventory.lines.filter { $0.source == .huizen && $0.kind != .stakeholder }.map(\.id))
        #expect(try self.entries(asOf: "2026-12-31", sources: [.utrecht]).allSatisfy { $0.source == .utrecht })
        #expect(try self.entries(asOf: "2026-12-31", sources: []).isEmpty)
    }

    @Test func whatNobodyWroteAboutHasNoProgress() throws {
        #expect(try entries(asOf: "2026-12-31").compactMap { $0.progress == nil ? nil : $0.id } == ["H224", "H271"])
        #expect(try entries(nil, asOf: "2026-12-31").allSatisfy { $0.progress == nil })
    }

    /// Its own day is not yet late.
    @Test(arguments: [("2027-02-14", false), ("2027-02-15", false), ("2027-02-16", true)])
    func isOverdueAfterItsDay(day: String, overdue: Bool) throws {
        #expect(try entries(asOf: day).first { $0.id == "H224" }?.progress?.overdue == overdue)
    }

    @Test(arguments: ["done", "dropped"])
    func whatIsOverIsNotOverdue(status: String) throws {
        let text = ActionsFileTests.right.replacing("\"status\": \"busy\"", with: "\"status\": \"\(status)\"")
        #expect(try entries(text, asOf: "2028-01-01").first { $0.id == "H224" }?.progress?.overdue == false)
    }

    @Test func anEntryIsReadAsItWasWritten() throws {
        let entries = try entries(asOf: "2026-12-31")
        let data = try JSONEncoder().encode(entries)
        #expect(try JSONDecoder().decode([AuditReport.InventoryEntry].self, from: data) == entries)
        #expect(String(decoding: data, as: UTF8.self).contains("\"progress\":null"))
    }
}
