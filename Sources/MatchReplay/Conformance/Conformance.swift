import Cohort
import Foundation

/// Tries a core, native or program, on made-up markets and participants.
public enum Conformance {
    /// Cases per check, from seeds 1...5: a program is started anew for each question.
    public static let defaultCases = 5

    static let checks: [ConformanceCheck] = [
        .determinism, .permutedParticipants, .independence, .permutedPlaces, .totalOrder, .completeness, .shorterLists, .ties, .unseenIds, .relabelling,
        .monotonicity, .emptyMarket, .onePlace, .withoutScores,
    ]

    /// - Throws: `CancellationError` and nothing else: what the core does wrong is in the report.
    public static func check(_ subject: ConformanceSubject, cases: Int = defaultCases) async throws -> ConformanceReport {
        var report = ConformanceReport(core: subject.name, version: subject.version, claims: subject.claims, checks: [])
        for check in checks {
            try Task.checkCancellation()
            report.checks.append(try await check.run(on: subject, cases: cases))
        }
        return report
    }

    /// Checks the core that a file describes, as data or as a program.
    /// - Parameters:
    ///   - path: of the core file.
    ///   - scales: for a program that knows certain scales only; without them it is asked about made-up ones.
    /// - Throws: ``JSONError`` for a file that cannot be read as a core, an error of the system for one that cannot be read at all,
    ///   `CancellationError`.
    public static func check(
        coreFile path: String, scales: [Scale] = ConformanceSubject.madeUpScales, cases: Int = defaultCases
    ) async throws -> ConformanceReport {
        let file = URL(fileURLWithPath: path)
        let data = try Data(contentsOf: file)
        let source = file.lastPathComponent
        guard ProgramCore.describesProgram(try JSONValue(parsing: data, source: source)) else {
            return try await check(ConformanceSubject(RankingCore.read(data, source: source)), cases: cases)
        }
        let program = try ProgramCore.read(data, source: source, folder: file.deletingLastPathComponent().path)
        let begins = ConformanceReport.Check(name: "protocol", tried: "It starts, and answers the handshake.", outcome: .passed(cases: 1))
        do {
            var report = try await check(ConformanceSubject(program, scales: scales), cases: cases)
            report.checks.insert(begins, at: 0)
            return report
        } catch let error as ProgramError {
            var failed = begins
            failed.outcome = .failed(problem: "\(error)", example: "an empty market, no participants")
            let rest = checks.map {
                ConformanceReport.Check(name: $0.name, tried: $0.tried, outcome: .notApplicable(reason: "it did not answer the handshake"))
            }
            return ConformanceReport(core: program.command.joined(separator: " "), version: "", claims: CoreClaims(), checks: [failed] + rest)
        }
    }
}
