import Cohort
import Foundation
import Intake
import Testing

@Suite struct PseudonymiserTests {
    private func file(_ bytes: Int, mode: Int = 0o600) throws -> String {
        let path = NSTemporaryDirectory() + "/link-key-\(UUID().uuidString)"
        #expect(FileManager.default.createFile(atPath: path, contents: Data((0..<bytes).map { UInt8($0 % 251) }), attributes: [.posixPermissions: mode]))
        return path
    }

    /// Python: hmac.new(bytes(range(32)), b"participant\0anna", "sha256").digest()[:16].hex()
    @Test func `a pseudonym is HMAC-SHA256 over kind, zero byte and key`() throws {
        let path = try file(32)
        defer { try? FileManager.default.removeItem(atPath: path) }
        var pseudonymiser = try Pseudonymiser(linkKey: LinkKey(contentsOf: path))
        let hex = pseudonymiser.pseudonym(.participant, "anna").bytes.map { String(format: "%02x", $0) }.joined()
        #expect(hex == "4a5cc067b9565f7a1d791d7b91865b16")
        #expect(pseudonymiser.isLinkable)
    }

    @Test func `kinds, keys and secrets keep apart; what is remembered changes nothing`() {
        var first = Pseudonymiser(demonstrationSeed: 1)
        var second = Pseudonymiser(demonstrationSeed: 2)
        let anna = first.pseudonym(.participant, "anna")
        #expect(first.pseudonym(.participant, "bo") != anna)
        #expect(first.pseudonym(.participant, "anna") == anna)
        #expect(first.pseudonym(.assessment, "anna") != anna)
        #expect(second.pseudonym(.participant, "anna") != anna)
        // Equal to String, different as keys: e with an accent, and e followed by one.
        #expect(first.pseudonym(.participant, "\u{E9}") != first.pseudonym(.participant, "e\u{301}"))
        var (fresh, another) = (Pseudonymiser.fresh(), Pseudonymiser.fresh())
        #expect(fresh.pseudonym(.participant, "anna") != another.pseudonym(.participant, "anna"))
    }

    @Test(arguments: [(31, 0o600), (32, 0o640), (32, 0o604), (64, 0o622)])
    func `a key that is short or open is refused`(bytes: Int, mode: Int) throws {
        let path = try file(bytes, mode: mode)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let error = #expect(throws: IntakeError.self) { try LinkKey(contentsOf: path) }
        #expect(error?.kind == .request)
    }

    @Test func `a key file that is not there, or is a folder, is refused`() {
        #expect(throws: IntakeError.self) { try LinkKey(contentsOf: "/nonexistent/key") }
        #expect(throws: IntakeError.self) { try LinkKey(contentsOf: NSTemporaryDirectory()) }
    }
}
