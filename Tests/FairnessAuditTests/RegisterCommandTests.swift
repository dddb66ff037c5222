import Foundation
import TestSupport
import Testing

@Suite("register")
struct RegisterCommandTests {
    @Test func writesAnEntryWithWhatIsKnown() async throws {
        let audit = Repository.root.appendingPathComponent("reports/demo/ik-zoek/audit.json").path
        try await Tool.withFolder { folder in
            let out = folder.appendingPathComponent("register").path
            let made = try await Tool.run(["register", "--from", audit, "--out", out])
            #expect(made.status == 0 && made.output.contains("register.md"), "\(made.error)")
            let page = try String(contentsOfFile: out + "/register.md", encoding: .utf8)
            #expect(page.contains("Ik zoek in het Algoritmeregister") && page.contains("Nog in te vullen"))
            let file = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: out + "/register.json"))) as? [String: Any])
            let entry = try #require(file["entry"] as? [String: Any])
            #expect(entry["organization"] as? String == "Gemeente Huizen" && entry["lawful_basis"] is NSNull)

            let again = try await Tool.run(["register", "--from", audit, "--out", out])
            #expect(again.status == 3 && again.error.contains("--force"))
            #expect(try await Tool.run(["register", "--from", audit, "--out", out, "--force", "--language", "en"]).status == 0)
            #expect(try String(contentsOfFile: out + "/register.md", encoding: .utf8).contains("Still to be filled in"))
        }
    }

    @Test func refusesWhatIsNoReport() async throws {
        try await Tool.withFolder { folder in
            let other = folder.appendingPathComponent("other.json")
            try Data("{}".utf8).write(to: other)
            let outcome = try await Tool.run(["register", "--from", other.path, "--out", folder.path])
            #expect(outcome.status == 3 && outcome.error.contains("is not an audit.json"))
        }
    }
}
