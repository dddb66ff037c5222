import Foundation
import MatchReplay
import Testing

struct ListStreamTests {
    /// Participants and places on 3 five-point scales, where ties abound; place ids that CSV has to quote among them.
    struct Town {
        static let participants = 5000, places = 60, scales = 3
        let scores: [Double], targets: [Double]
        let names = (0..<participants).map { $0 == 5 ? "per,son" : "p\($0)" }
        let ids = (0..<places).map { $0 == 7 ? "seven \"7\"" : "w\($0)" }

        init() {
            var generator = TestGenerator(seed: 1)
            scores = (0..<Self.participants * Self.scales).map { _ in Double(Int.random(in: 1...5, using: &generator)) / 3 }
            targets = (0..<Self.places * Self.scales).map { _ in Double(Int.random(in: 1...5, using: &generator)) / 3 }
        }

        var nearest: NearestPlaces {
            NearestPlaces(
                targets: targets, weights: targets.map { _ in 1 }, places: Self.places, scales: Self.scales, order: Array(0..<Self.places))
        }

        func write(_ path: String, by size: Int, threads: Int, top: Int = 4) throws -> Int {
            var next = 0
            return try ListStream(nearest, workplaceIds: ids, top: top).write(to: path, threads: threads) {
                guard next < Self.participants else { return nil }
                let own = next..<min(next + size, Self.participants)
                next = own.upperBound
                return ListStream.Block(
                    participants: Array(names[own]), scores: Array(scores[own.lowerBound * Self.scales..<own.upperBound * Self.scales]))
            }
        }
    }

    @Test func aFileIsTheSameInBlocksAndAtOnce() throws {
        let town = Town()
        try withFolder { folder in
            #expect(try town.write(folder + "/whole", by: Town.participants, threads: 1) == Town.participants)
            let whole = try bytes(folder + "/whole")
            for (size, threads) in [(1000, 1), (777, 3), (Town.participants, 2)] {
                _ = try town.write(folder + "/parts", by: size, threads: threads)
                #expect(try bytes(folder + "/parts") == whole)
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["parts", "whole"])
        }
    }

    @Test func theFileHoldsTheListsToTheLastBit() throws {
        let town = Town()
        try withFolder { folder in
            _ = try town.write(folder + "/lists", by: 999, threads: 2)
            let lines = String(decoding: try bytes(folder + "/lists"), as: UTF8.self).split(separator: "\n")
            let lists = town.nearest.lists(of: town.scores, top: 4, threads: 1)
            #expect(lines.first == "participant,rank,workplace_id,distance")
            try #require(lines.count == 1 + Town.participants * 4)
            #expect(lines[21].hasPrefix("\"per,son\",1,"))
            #expect(lines.contains { $0.contains(",\"seven \"\"7\"\"\",") })
            for participant in 6..<Town.participants {
                for (offset, index) in lists.range(of: participant).enumerated() where lists.places[index] != 7 {
                    let fields = lines[1 + participant * 4 + offset].split(separator: ",")
                    #expect(fields[0] == town.names[participant] && fields[1] == "\(offset + 1)" && fields[2] == town.ids[lists.places[index]])
                    #expect(Double(fields[3])?.bitPattern == lists.distances[index].bitPattern)
                }
            }
        }
    }

    @Test func whateverGoesWrongLeavesNoHalfFile() throws {
        struct SourceBroke: Error {}
        let town = Town()
        try withFolder { folder in
            try Data("earlier".utf8).write(to: URL(fileURLWithPath: folder + "/lists"))
            let stream = ListStream(town.nearest, workplaceIds: town.ids, top: 4)
            func write(_ second: @escaping () throws -> ListStream.Block?) throws {
                var count = 0
                try stream.write(to: folder + "/lists", threads: 2) {
                    count += 1
                    return count == 1 ? ListStream.Block(participants: ["a"], scores: [1, 2, 3]) : try second()
                }
            }
            #expect(throws: SourceBroke.self) { try write { throw SourceBroke() } }
            #expect(throws: StreamError.unevenBlock(participants: 2, scores: 3, scales: 3)) {
                try write { ListStream.Block(participants: ["b", "c"], scores: [1, 2, 3]) }
            }
            #expect(throws: StreamError.notFinite(scale: 1)) {
                try write { ListStream.Block(participants: ["b"], scores: [1, .nan, 3]) }
            }
            #expect(try bytes(folder + "/lists") == Data("earlier".utf8))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["lists"])
            #expect(throws: StreamError.self) { try stream.write(to: folder + "/none/lists", threads: 1) { nil } }
        }
    }

    @Test func aCancelledTaskLeavesNothing() async throws {
        let town = Town()
        let folder = NSTemporaryDirectory() + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try town.write(folder + "/lists", by: 10, threads: 1)
        }
        await #expect(throws: CancellationError.self) { _ = try await task.value }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }

    private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = NSTemporaryDirectory() + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }
}
