import Foundation
import Subprocess

/// A server on 127.0.0.1 with TLS, a certificate of an authority that only this test trusts, and passwords; for one test.
public struct TLSServer: Sendable {
    /// With the right password and host name `localhost`, without TLS options.
    public let url: String
    /// The authority's certificate.
    public let authority: String

    public static func with(_ body: @Sendable (TLSServer) async throws -> Void) async throws {
        let script = Repository.root.appendingPathComponent("scripts/with-postgres.sh").path
        // The command only tells where the server is, and then waits until its standard input ends.
        let tell = "echo $FAIRNESS_AUDIT_TEST_TLS_DATABASE; echo $FAIRNESS_AUDIT_TEST_CA; cat >/dev/null"
        let result = try await Subprocess.run(
            .path("/bin/bash"), arguments: [script, "--tls", "sh", "-c", tell],
            input: .inputWriter, output: .sequence, error: .string(limit: 1 << 16)
        ) { execution in
            var lines = execution.standardOutput.strings().makeAsyncIterator()
            guard let url = try await lines.next(), let authority = try await lines.next() else {
                throw TestSetupError("scripts/with-postgres.sh --tls did not start a server")
            }
            try await body(
                TLSServer(
                    url: url.trimmingCharacters(in: .whitespacesAndNewlines),
                    authority: authority.trimmingCharacters(in: .whitespacesAndNewlines)))
            try await execution.standardInputWriter.finish()
        }
        guard result.terminationStatus == .exited(0) else {
            throw TestSetupError("scripts/with-postgres.sh --tls failed: \(result.standardError)")
        }
    }
}
