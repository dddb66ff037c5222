import Foundation
import MatchReplay
import Metrics

/// Streams the top 25 of 10,000 places on 24 scales to disk for as many participants as asked, who exist only while their block does.
enum StreamPart {
    static let places = 10_000, scales = 24, top = 25, block = 2_000

    static func once(participants: Int, file: String) throws {
        let targets = uniform(places * scales, seed: 1, key: 0)
        let nearest = NearestPlaces(
            targets: targets, weights: targets.map { _ in 1 }, places: places, scales: scales, order: Array(0..<places))
        let stream = ListStream(nearest, workplaceIds: (0..<places).map { "W\($0)" }, top: top)
        var next = 0, written = 0
        let time = try ReplayBenchmark.seconds {
            written = try stream.write(to: file, threads: 2) {
                guard next < participants else { return nil }
                let own = next..<min(next + block, participants)
                next = own.upperBound
                return ListStream.Block(
                    participants: own.map { "P\($0)" }, scores: uniform(own.count * scales, seed: 2, key: UInt64(own.lowerBound)))
            }
        }
        print(written, time, try peakBytes())
    }

    private static func uniform(_ count: Int, seed: UInt64, key: UInt64) -> [Double] {
        (0..<count).map { CounterRandom.uniform(seed: seed, participant: key, replicate: UInt64($0)) }
    }

    /// The most memory this process ever held, as Linux counts it.
    private static func peakBytes() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        guard let kilobytes = line?.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Int($0) }) else { throw NoPeak() }
        return kilobytes * 1024
    }

    struct NoPeak: Error, CustomStringConvertible {
        let description = "/proc/self/status does not say VmHWM; the peak of memory is measured on Linux"
    }
}
