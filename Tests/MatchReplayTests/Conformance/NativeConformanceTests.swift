import Cohort
import Foundation
import MatchReplay
import Testing

/// The native core passes its own checks, whatever it is told to do.
struct NativeConformanceTests {
    private static let line = LinearScale(centre: 50, spread: 10)
    private static let constants = RankingCore.Constants(
        participants: ["u": line, "v": LinearScale(centre: 3, spread: 0.5), "w": line],
        workplaces: ["u": LinearScale(centre: 2, spread: 1), "v": LinearScale(centre: 4, spread: 0.25), "w": line])
    private static let norms = RankingCore.Constants(
        participants: [:], workplaces: [:], perLanguage: ["nl": ["u": line, "v": line], "ar": ["u": LinearScale(centre: 45, spread: 9), "v": line]])

    private static func core(_ name: String, _ change: (inout RankingCore) -> Void) -> RankingCore {
        var core = RankingCore.test()
        change(&core)
        core.name = name
        return core
    }

    static let cores: [RankingCore] = [
        core("plain") { _ in },
        core("numeric ties") { $0.ties = .numeric },
        core("shared ties") { $0.ties = .shared },
        core("random ties") { $0.ties = .random(seed: 7) },
        core("manhattan") { $0.distance = .manhattan },
        core("one-sided") { $0.distance = .oneSided },
        core("cosine") { $0.distance = .cosine },
        core("correlation") { $0.distance = .correlation },
        core("z, frozen") { $0.scaling = .init(kind: .z) },
        core("range, frozen") { $0.scaling = .init(kind: .range) },
        core("z, given, with another scale on each side") { $0.scaling = .init(kind: .z, given: constants) },
        core("norms per language") { $0.scaling = .init(kind: .norms, given: norms) },
        core("weights") { $0.weights = .init(components: ["personality": 0, "competence": 2], scales: ["u": 0, "v": 3], profile: true) },
        core("variants") { $0.profiles = .testLanguage(fallback: .excludePlace) },
        core("all places") { $0.places = .all },
        core("a length of its own") { $0.top = 3 },
        core("filters") { $0.filters = .init(hours: true, travel: true, abilities: true) },
        core("mean for missing") {
            $0.missingValues = .mean
            $0.scaling = .init(kind: .z)
        },
        core("worst for missing") { $0.missingValues = .worst },
    ]

    @Test(arguments: cores.map(\.name))
    func theNativeCorePasses(name: String) async throws {
        let core = try #require(Self.cores.first { $0.name == name })
        let report = try await Conformance.check(ConformanceSubject(core))
        #expect(report.failures == [])
        #expect(report.core == name)
        let monotone = try #require(report.checks.first { $0.name == "monotonicity" })
        #expect((monotone.outcome == .passed(cases: 5)) == core.distance.isMonotone)
    }

    @Test func aMonotoneClaimOfACoreThatIsNotIsFound() async throws {
        for distance in [RankingCore.Distance.cosine, .correlation] {
            var subject = ConformanceSubject(Self.core("\(distance)") { $0.distance = distance })
            subject.claims.monotone = true
            #expect(try await Conformance.check(subject).failures.map(\.name) == ["monotonicity"])
        }
    }

    @Test func theCoreOfTheDemonstrationPassesAsAFile() async throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let report = try await Conformance.check(coreFile: root.appendingPathComponent("core.json").path)
        #expect(report.core == "ik-zoek" && report.claims == CoreClaims(monotone: true, ties: .bytes, ranks: .active))
        #expect(report.failures == [] && report.checks.allSatisfy { $0.outcome == .passed(cases: 5) })
    }

    @Test func aReportCanBeWrittenAsJSON() async throws {
        let check = ConformanceReport.Check(name: "n", tried: "t", outcome: .failed(problem: "p", example: "e"))
        let skipped = ConformanceReport.Check(name: "m", tried: "u", outcome: .notApplicable(reason: "r"))
        let passed = ConformanceReport.Check(name: "o", tried: "v", outcome: .passed(cases: 5))
        let report = ConformanceReport(core: "c", version: "1", claims: CoreClaims(ties: .numeric), checks: [check, skipped, passed])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        #expect(
            String(decoding: try encoder.encode(report), as: UTF8.self)
                == #"{"checks":[{"example":"e","name":"n","outcome":"failed","problem":"p","tried":"t"},"#
                + #"{"name":"m","outcome":"not_applicable","reason":"r","tried":"u"},{"cases":5,"name":"o","outcome":"passed","tried":"v"}],"#
                + #""claims":{"monotone":false,"ranks":null,"ties":"numeric"},"core":"c","version":"1"}"#)
        #expect(!report.isConformant)
    }
}

extension RankingCore.Distance {
    fileprivate var isMonotone: Bool { self == .euclidean || self == .manhattan || self == .oneSided }
}
