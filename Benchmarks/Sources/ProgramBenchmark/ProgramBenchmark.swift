import Cohort
import Foundation
import MatchReplay

/// Times the replay protocol itself: lists of many participants from a core program that does not compute.
///
///     ProgramBenchmark PROGRAM PARTICIPANTS ROUNDS
///
/// Five scales, 879 places, top 10, batches of the default size. Prints one line per round, `program seconds participants`:
/// from before the program is started until after it has ended.
@main
enum ProgramBenchmark {
    struct Misuse: Error {}

    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let participants = Int(arguments[2]), let rounds = Int(arguments[3]) else { throw Misuse() }
        let market = try Self.market()
        let core = ProgramCore(command: [arguments[1]], folder: FileManager.default.currentDirectoryPath)
        for _ in 0..<rounds {
            let begin = ContinuousClock.now
            // Requests are made as they are sent, as from a snapshot; lists are kept.
            let (_, lists) = try await core.lists(for: try requests(participants), market: market, top: 10)
            let time = ContinuousClock.now - begin
            guard lists.count == participants, lists.allSatisfy({ $0.workplaces.count == 10 }) else { throw Misuse() }
            print("program", time / .seconds(1), participants)
        }
    }

    private static let codes = ["A", "C", "E", "ES", "O"]

    private static func market() throws -> Market {
        guard let first = Day(iso: "2026-01-01") else { throw Misuse() }
        var market = Market(
            scales: codes.map { Scale(scaleCode: $0, component: "personality", labelNl: $0, labelEn: $0, minimum: 1, maximum: 6, languageFree: false) },
            workplaces: [], profiles: [])
        for place in 1...879 {
            market.workplaces.append(Workplace(workplaceId: "\(place)", workKind: "paid", activeFrom: first))
            for code in codes {
                market.profiles.append(IdealProfileEntry(workplaceId: "\(place)", profileVariant: "", scaleCode: code, target: Double(place % 97) / 16, weight: 1))
            }
        }
        return market
    }

    private static func requests(_ count: Int) throws -> some Sequence<ListRequest> & Sendable {
        guard let day = Day(iso: "2026-06-01") else { throw Misuse() }
        // Means of five items, as people.csv of the real scenario has them, and some with all their digits.
        return (0..<count).lazy.map { @Sendable (number: Int) -> ListRequest in
            var scores: [String: Double] = [:]
            for (code, step) in [("A", 26), ("C", 25), ("E", 23), ("ES", 19)] { scores[code] = 1 + Double(number % step) / 5 }
            scores["O"] = 1 + Double(number % 1_009) / 211
            return ListRequest(scores: scores, testLanguage: "nl", day: day, key: UInt64(number))
        }
    }
}
