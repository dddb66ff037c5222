import Foundation
import TestSupport
import Testing

@Suite("summarise, merge and pool", .timeLimit(.minutes(20)))
struct PoolCommandTests {
    /// Five municipalities: the demonstration's summary under other names, which is as alike as municipalities can be.
    private func towns(in folder: URL, count: Int) async throws -> [String] {
        let first = folder.appendingPathComponent("town-0.json").path
        let made = try await Tool.run(["summarise", "--demo", "--year", "2026", "--cycle", "2026-Q4", "--out", first])
        try #require(made.status == 0, "\(made.error)")
        let text = try String(contentsOfFile: first, encoding: .utf8)
        try #require(text.contains("\"organisation\" : \"Gemeente Huizen\""))
        return try [first] + (1..<count).map { number in
            let path = folder.appendingPathComponent("town-\(number).json").path
            try text.replacing("\"organisation\" : \"Gemeente Huizen\"", with: "\"organisation\" : \"Gemeente \(number)\"").write(toFile: path, atomically: true, encoding: .utf8)
            return path
        }
    }

    @Test func fromSummariesToTheReportOverAll() async throws {
        try await Tool.withFolder { folder in
            let towns = try await towns(in: folder, count: 5)
            let summary = try String(contentsOfFile: towns[0], encoding: .utf8)
            #expect(!summary.contains("\"people\" : 9,") && summary.contains("\"withheld\""))

            let merged = folder.appendingPathComponent("merged.json").path, again = folder.appendingPathComponent("again.json").path
            #expect(try await Tool.run(["merge"] + towns[0...2] + ["--out", merged]).status == 0)
            #expect(try await Tool.run(["merge", towns[2], towns[0], towns[1], towns[0], "--out", again]).status == 0)
            #expect(FileManager.default.contentsEqual(atPath: merged, andPath: again))

            let out = folder.appendingPathComponent("pooled").path
            let pooled = try await Tool.run(["pool", merged, towns[3], towns[4], "--out", out])
            #expect(pooled.status == 0 && pooled.output.contains("report.html"), "\(pooled.error)")
            let page = try String(contentsOfFile: out + "/report.html", encoding: .utf8)
            for words in ["5 organisaties samen", "Gemeente 4", "Gemeente Huizen", "Over andere organisaties", "dat zegt niet dat er geen verschil is"] {
                #expect(page.contains(words), "\(words)")
            }
            let file = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: out + "/pool.json"))) as? [String: Any])
            #expect((file["findings"] as? [Any])?.isEmpty == false)

            #expect(try await Tool.run(["pool", merged, towns[3], towns[4], "--language", "en", "--force", "--out", out]).status == 0)
            #expect(try String(contentsOfFile: out + "/report.html", encoding: .utf8).contains("5 organisations together"))

            let own = folder.appendingPathComponent("own").path
            #expect(try await Tool.run(["pool"] + towns + ["--about", "Gemeente 3", "--out", own]).status == 0)
            let ownPage = try String(contentsOfFile: own + "/report.html", encoding: .utf8)
            #expect(ownPage.contains("Gemeente 3") && !ownPage.contains("Gemeente 2") && !ownPage.contains("Gemeente Huizen"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: own).sorted() == ["report.html", "report.md"])
        }
    }

    @Test func refusesWhatCannotBePooled() async throws {
        try await Tool.withFolder { folder in
            let towns = try await towns(in: folder, count: 3)
            let out = folder.appendingPathComponent("out").path
            let two = try await Tool.run(["pool", towns[0], towns[1], "--out", out])
            #expect(two.status == 4 && two.error.contains("--minimum 2"), "\(two.error)")
            #expect(try await Tool.run(["pool", towns[0], towns[1], "--minimum", "2", "--out", out]).status == 0)

            let alone = try await Tool.run(["pool", towns[0], "--out", folder.appendingPathComponent("alone").path])
            #expect(alone.status == 3 && alone.error.contains("run"))
            let missing = try await Tool.run(["pool", towns[0], folder.appendingPathComponent("none.json").path, "--out", folder.appendingPathComponent("missing").path])
            #expect(missing.status == 3 && missing.error.contains("none.json"))
            let report = Repository.root.appendingPathComponent("reports/demo/ik-zoek/audit.json").path
            let other = try await Tool.run(["merge", towns[0], report, "--out", folder.appendingPathComponent("m.json").path])
            #expect(other.status == 3 && other.error.contains("no summary of this tool"))
            let changed = folder.appendingPathComponent("changed.json").path
            let text = try String(contentsOfFile: towns[1], encoding: .utf8)
            try text.replacing("\"horizonDays\" : 180", with: "\"horizonDays\" : 90").write(toFile: changed, atomically: true, encoding: .utf8)
            let refused = try await Tool.run(["merge", towns[0], changed, "--out", folder.appendingPathComponent("m.json").path])
            #expect(refused.status == 3 && refused.error.contains("digest"))
            #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("m.json").path))
            let unknown = try await Tool.run(["pool"] + towns + ["--about", "Gemeente 9", "--out", folder.appendingPathComponent("who").path])
            #expect(unknown.status == 3 && unknown.error.contains("Gemeente Huizen"))
        }
    }
}
