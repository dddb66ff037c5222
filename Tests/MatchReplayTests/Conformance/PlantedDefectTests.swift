import Cohort
import MatchReplay
import Synchronization
import Testing

/// Each conformance check is shown to fail on a core with the defect it is there for, and all of them to pass on the same core without it.
struct PlantedDefectTests {
    /// Euclidean distance over all that a place asks, ties by the bytes of the id, places active on the day; every step can be replaced.
    struct Toy: Sendable {
        var distance: @Sendable (_ request: ListRequest, _ place: Workplace, _ targets: [String: Double]) -> Double = { request, _, targets in
            // In one order, always: a sum in the order of a dictionary differs in its last bit from run to run, which the checks notice.
            targets.sorted { $0.key < $1.key }.reduce(0) { sum, target in
                let difference = (request.scores[target.key] ?? target.value) - target.value
                return sum + difference * difference
            }.squareRoot()
        }
        var offers: @Sendable (Workplace, ListRequest) -> Bool = { $0.isActive(on: $1.day) }
        var precedes: @Sendable (String, String) -> Bool = { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var requests: @Sendable ([ListRequest]) -> [ListRequest] = { $0 }
        var list: @Sendable (ReplayedList, Int?) throws -> ReplayedList = { list, top in
            let kept = min(list.workplaces.count, top ?? list.workplaces.count)
            return ReplayedList(workplaces: Array(list.workplaces.prefix(kept)), distances: Array(list.distances.prefix(kept)))
        }

        func lists(_ requests: [ListRequest], _ market: Market, _ top: Int?) throws -> [ReplayedList] {
            var targets: [String: [String: Double]] = [:]
            for entry in market.profiles { targets[entry.workplaceId.debugDescription + "\(entry.workplaceId.utf8.count)", default: [:]][entry.scaleCode] = entry.target }
            return try self.requests(requests).map { request in
                var ranked: [(place: Int, distance: Double)] = []
                for (index, place) in market.workplaces.enumerated() where offers(place, request) && !request.scores.isEmpty {
                    let key = place.workplaceId.debugDescription + "\(place.workplaceId.utf8.count)"
                    ranked.append((index, distance(request, place, targets[key] ?? [:])))
                }
                ranked.sort { a, b in
                    a.distance != b.distance ? a.distance < b.distance : precedes(market.workplaces[a.place].workplaceId, market.workplaces[b.place].workplaceId)
                }
                return try list(ReplayedList(workplaces: ranked.map(\.place), distances: ranked.map(\.distance)), top)
            }
        }

        func subject(_ claims: CoreClaims) -> ConformanceSubject {
            ConformanceSubject(name: "toy", version: "1", claims: claims) { try lists($0, $1, $2) }
        }
    }

    struct Defect: CustomTestStringConvertible {
        let check: String
        let name: String
        var claims = CoreClaims(monotone: true, ties: .bytes, ranks: .active)
        let subject: @Sendable (CoreClaims) -> ConformanceSubject
        var testDescription: String { "\(check): \(name)" }
    }

    struct Refusal: Error {}

    private static func toy(_ check: String, _ name: String, _ change: @escaping @Sendable (inout Toy) -> Void) -> Defect {
        Defect(check: check, name: name) { claims in
            var toy = Toy()
            change(&toy)
            return toy.subject(claims)
        }
    }

    static let defects: [Defect] = [
        Defect(check: "determinism", name: "every second answer turns ties round") { claims in
            let calls = Calls()
            var turned = Toy()
            turned.precedes = { $1.utf8.lexicographicallyPrecedes($0.utf8) }
            return ConformanceSubject(name: "toy", version: "1", claims: claims) { [turned] requests, market, top in
                try (calls.next() % 2 == 0 ? Toy() : turned).lists(requests, market, top)
            }
        },
        Defect(check: "permuted participants", name: "later participants are farther from everything") { claims in
            ConformanceSubject(name: "toy", version: "1", claims: claims) { requests, market, top in
                try Toy().lists(requests, market, top).enumerated().map { index, list in
                    ReplayedList(workplaces: list.workplaces, distances: list.distances.map { $0 + Double(index) })
                }
            }
        },
        toy("independence", "scores are taken from the mean of those who happen to be asked about") { toy in
            toy.requests = { requests in
                var centred = requests
                for code in requests.first?.scores.keys.sorted() ?? [] {
                    let mean = requests.reduce(0) { $0 + ($1.scores[code] ?? 0) } / Double(requests.count)
                    for index in centred.indices { centred[index].scores[code]? -= mean }
                }
                return centred
            }
        },
        Defect(check: "permuted places", name: "ties stand as the places were offered") { claims in
            ConformanceSubject(name: "toy", version: "1", claims: claims) { requests, market, top in
                let order = Dictionary(uniqueKeysWithValues: market.workplaces.enumerated().map { (Array($1.workplaceId.utf8), $0) })
                var toy = Toy()
                toy.precedes = { order[Array($0.utf8), default: 0] < order[Array($1.utf8), default: 0] }
                return try toy.lists(requests, market, top)
            }
        },
        toy("relabelled places", "older numbers are a little nearer") { toy in
            let distance = toy.distance
            toy.distance = { distance($0, $1, $2) + (Double($1.workplaceId) ?? 0) / 1_000 }
        },
        toy("unseen ids", "places outside its own table of numbers are left out") { $0.offers = { $0.isActive(on: $1.day) && Int($0.workplaceId) != nil } },
        toy("unseen ids", "long ids are left out") { $0.offers = { $0.isActive(on: $1.day) && $0.workplaceId.utf8.count < 100 } },
        toy("total order", "the nearest place stands twice") { toy in
            let list = toy.list
            toy.list = { found, top in
                guard found.workplaces.count > 1 else { return try list(found, top) }
                return try list(ReplayedList(workplaces: [found.workplaces[0]] + found.workplaces, distances: [found.distances[0]] + found.distances), top)
            }
        },
        toy("total order", "farthest first") { toy in
            toy.list = { list, _ in ReplayedList(workplaces: list.workplaces.reversed(), distances: list.distances.reversed()) }
        },
        toy("total order", "a place that does not exist") { toy in
            toy.list = { list, _ in ReplayedList(workplaces: list.workplaces + [99], distances: list.distances + [1e9]) }
        },
        toy("total order", "no distance but infinity") { toy in
            toy.list = { list, _ in ReplayedList(workplaces: list.workplaces, distances: list.distances.map { _ in .infinity }) }
        },
        toy("total order", "fewer distances than places") { toy in
            toy.list = { list, _ in ReplayedList(workplaces: list.workplaces, distances: Array(list.distances.dropLast())) }
        },
        toy("completeness", "the farthest place is left out") { toy in
            toy.list = { list, top in
                let kept = min(top ?? .max, list.workplaces.count, max(1, list.workplaces.count - 1))
                return ReplayedList(workplaces: Array(list.workplaces.prefix(kept)), distances: Array(list.distances.prefix(kept)))
            }
        },
        toy("completeness", "places that are no longer active are offered") { $0.offers = { _, _ in true } },
        toy("shorter lists", "a short list is taken before it is sorted") { toy in
            let list = toy.list
            toy.list = { found, top in
                guard let top, found.workplaces.count > top else { return try list(found, top) }
                let kept = found.workplaces.indices.sorted { found.workplaces[$0] < found.workplaces[$1] }.prefix(top).sorted()
                return ReplayedList(workplaces: kept.map { found.workplaces[$0] }, distances: kept.map { found.distances[$0] })
            }
        },
        toy("shorter lists", "one more than was asked for") { toy in
            let list = toy.list
            toy.list = { try list($0, $1.map { $0 + 1 }) }
        },
        toy("ties", "by alphabet and not by bytes") { $0.precedes = { $0.lowercased() < $1.lowercased() } },
        toy("ties", "by number and not by bytes") { $0.precedes = { (Int($0) ?? 0, $0) < (Int($1) ?? 0, $1) } },
        Defect(check: "ties", name: "by bytes and not by number", claims: CoreClaims(ties: .numeric)) { Toy().subject($0) },
        toy("ties", "the same profile at another distance") { toy in
            let distance = toy.distance
            toy.distance = { distance($0, $1, $2) + ($1.workplaceId == "B" ? 0.25 : 0) }
        },
        toy("monotonicity", "a perfect fit on a scale counts as none") { toy in
            toy.distance = { request, _, targets in
                targets.sorted { $0.key < $1.key }.reduce(0) { $0 + (abs((request.scores[$1.key] ?? 0) - $1.value) < 1e-9 ? 100 : abs((request.scores[$1.key] ?? 0) - $1.value)) }
            }
        },
        toy("monotonicity", "the angle between profiles, with a claim that is not true of it") { toy in
            toy.distance = { request, _, targets in
                let targets = targets.sorted { $0.key < $1.key }
                let dot = targets.reduce(0) { $0 + $1.value * (request.scores[$1.key] ?? 0) }
                let norms = targets.reduce(0) { $0 + $1.value * $1.value } * request.scores.values.sorted().reduce(0) { $0 + $1 * $1 }
                return norms > 0 ? 1 - dot / norms.squareRoot() : 1
            }
        },
        toy("empty market", "without places it fails") { $0.list = { list, top in if list.workplaces.isEmpty { throw Refusal() } else { return list } } },
        toy("one place", "one place is too few for a list") { toy in
            let list = toy.list
            toy.list = { found, top in found.workplaces.count == 1 ? ReplayedList(workplaces: [], distances: []) : try list(found, top) }
        },
        toy("without scores", "who comes after somebody without scores has none either") { toy in
            toy.requests = { requests in
                var filled = requests
                for index in filled.indices.dropFirst() where filled[index - 1].scores.isEmpty { filled[index].scores = [:] }
                return filled
            }
        },
    ]

    private final class Calls: Sendable {
        private let count = Mutex(0)
        func next() -> Int {
            count.withLock { count in
                count += 1
                return count
            }
        }
    }

    @Test(arguments: defects)
    func isFoundByItsCheck(defect: Defect) async throws {
        let report = try await Conformance.check(defect.subject(defect.claims))
        #expect(report.failures.contains { $0.name == defect.check }, "only \(report.failures.map(\.name)) failed")
        #expect(!report.isConformant)
    }

    @Test func withoutADefectEveryCheckPasses() async throws {
        let report = try await Conformance.check(Toy().subject(CoreClaims(monotone: true, ties: .bytes, ranks: .active)))
        #expect(report.failures == [])
        #expect(report.checks.allSatisfy { $0.outcome == .passed(cases: Conformance.defaultCases) })
        // Every check but the one for the protocol has a defect above.
        #expect(Set(Self.defects.map(\.check)) == Set(report.checks.map(\.name)))
    }

    @Test func anExampleIsAsSmallAsItCanBe() async throws {
        var toy = Toy()
        let distance = toy.distance
        toy.distance = { distance($0, $1, $2) + (Double($1.workplaceId) ?? 0) / 1_000 }
        let report = try await Conformance.check(toy.subject(CoreClaims()))
        let failed = try #require(report.failures.first { $0.name == "relabelled places" })
        guard case .failed(let problem, let example) = failed.outcome else { throw TestProblem("it did not fail") }
        // Two places, one participant.
        #expect(example.split(separator: ";").count == 2 && example.contains("Participants on 2026-06-01: (scale_a "), "\(example)")
        #expect(problem.hasPrefix("under other ids, the places made another list: "))
    }

    @Test func whatIsNotClaimedIsNotHeldAgainstACore() async throws {
        var toy = Toy()
        toy.offers = { _, _ in true }
        toy.distance = { request, _, targets in
            1_000 - targets.sorted { $0.key < $1.key }.reduce(0) { $0 + abs($1.value - (request.scores[$1.key] ?? 0)) }
        }
        toy.precedes = { $1.utf8.lexicographicallyPrecedes($0.utf8) }
        let report = try await Conformance.check(toy.subject(CoreClaims()))
        #expect(report.failures == [])
        let skipped = report.checks.filter { if case .notApplicable = $0.outcome { true } else { false } }
        #expect(skipped.map(\.name) == ["completeness", "monotonicity"])
    }
}
