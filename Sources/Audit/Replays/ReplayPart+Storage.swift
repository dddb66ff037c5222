import Cohort
import Foundation
import MatchReplay

/// How a part goes from one process to another.
extension ReplayPart {
    /// Whether a file is about single persons, however it came by its name.
    public static func isOne(_ data: Data) -> Bool { EncodedPart.isOne(data) }

    /// - Parameter sink: is given the bytes piece by piece.
    public func write(_ sink: (Data) throws -> Void) throws {
        let arms = figures.arms.byArm.keys.sorted()
        let windows = figures.redrawn.sorted { ($0.key.from, $0.key.to) < ($1.key.from, $1.key.to) }
        var out = try PartWriter(
            PartHeader(
                survey: survey, runs: runs.count, arms: arms,
                windows: windows.map { .init(period: $0.key, assumed: $0.value.isAssumed, people: $0.value.agreements.count) }))
        let columns = arms.map { figures.arms.byArm[$0] ?? [] }
        for row in runs.indices {
            let list = lists[row]
            out.add(runs[row].bytes)
            out.add([(list.sharesRanks ? EncodedRun.sharesRanks : 0) | (recorded[row] == nil ? 0 : EncodedRun.recordedOther)])
            out.add(UInt32(bitPattern: fidelity[row].rank))
            out.add(fidelity[row].error)
            switch figures.corrected[row] {
            case .none: out.add(-1.0)
            case .broken: out.add(-2.0)
            case .overlap(let overlap): out.add(overlap)
            }
            let level = figures.level[row]
            for part in [level?.level, level?.spread, level?.shape] { out.add(part ?? -1) }
            out.add(UInt32(list.workplaces.count))
            for place in list.workplaces { out.add(UInt32(place)) }
            for distance in list.distances { out.add(distance) }
            if let recorded = recorded[row] {
                out.add(UInt32(recorded.count))
                for place in recorded { out.add(UInt32(place)) }
            }
            for column in columns { for share in 0..<4 { out.add(column[row].shares[share]) } }
            try out.flush(sink)
        }
        for (_, people) in windows {
            for (participant, agreement) in people.agreements.sorted(by: { $0.key < $1.key }) {
                out.add(participant.bytes)
                out.add(UInt32(agreement.depth))
                for share in [agreement.firstPlace, agreement.overlap, agreement.retestFirstPlace, agreement.retestOverlap] { out.add(share) }
            }
        }
        try out.finish(sink)
    }

    /// The same bytes in one piece.
    public func encoded() throws -> Data {
        var bytes = Data()
        try write { bytes += $0 }
        return bytes
    }

    /// Parts of one population as one, without taking any of them into memory.
    /// - Parameters:
    ///   - parts: the bytes of each, and by which messages name it.
    ///   - sink: is given the bytes piece by piece, once all parts were looked through.
    public static func merge(_ parts: [(data: Data, source: String)], _ sink: (Data) throws -> Void) throws {
        var merged = try MergedParts(encoded(parts))
        var examined = merged
        while try examined.nextRun() != nil {}
        let redrawn = try examined.redrawn()
        var out = try PartWriter(merged.header)
        func copy(_ part: Int, _ range: Range<Int>) { merged.parts[part].withBytes { out.add(UnsafeRawBufferPointer(rebasing: $0[range])) } }
        while let run = try merged.nextRun() {
            copy(run.part, run.bytes)
            try out.flush(sink)
        }
        for person in redrawn.joined() { copy(person.part, person.bytes) }
        try out.finish(sink)
    }

    public static func read(_ data: Data, source: String) throws(ReplayPartError) -> ReplayPart { try read([(data, source)]) }

    /// Parts of one population as one.
    /// - Parameter parts: the bytes of each, and by which messages name it.
    public static func read(_ parts: [(data: Data, source: String)]) throws(ReplayPartError) -> ReplayPart {
        var merged = try MergedParts(encoded(parts))
        let header = merged.header
        var part = ReplayPart(
            survey: header.survey, runs: [], lists: [], fidelity: [],
            figures: RunFigures(level: [], arms: LanguageArms(byArm: [:]), corrected: [], redrawn: [:]), recorded: [:])
        var columns = header.arms.map { _ in [LanguageArms.Figures]() }
        // Room for all of them at once: an array that grows holds up to twice as much.
        part.runs.reserveCapacity(header.runs)
        let bytes = merged.parts.reduce(0) { $0 + $1.body.count } - header.runs * EncodedRun.shortest(arms: columns.count)
        part.lists.reserveCapacity(lists: header.runs, length: max(0, bytes) / EncodedRun.bytesPerPlace)
        part.fidelity.reserveCapacity(header.runs)
        part.figures.level.reserveCapacity(header.runs)
        part.figures.corrected.reserveCapacity(header.runs)
        for arm in columns.indices { columns[arm].reserveCapacity(header.runs) }
        while let place = try merged.nextRun() {
            merged.parts[place.part].withBytes { bytes in
                guard let run = EncodedRun(bytes, place.bytes, arms: columns.count) else { return }
                part.runs.append(run.run)
                run.addList(to: &part.lists)
                part.fidelity.append(run.fidelity)
                part.figures.corrected.append(run.corrected)
                part.figures.level.append(run.level)
                if let recorded = run.recorded { part.recorded[part.runs.count - 1] = recorded }
                for arm in columns.indices { columns[arm].append(run.figures(ofArm: arm, of: columns.count)) }
            }
        }
        for (arm, column) in zip(header.arms, columns) { part.figures.arms.byArm[arm] = column }
        for (window, people) in zip(header.windows, try merged.redrawn()) {
            var redrawn = RedrawnPeople(agreements: [:], isAssumed: window.assumed)
            for (person, index, range) in people {
                redrawn.agreements[person] = merged.parts[index].withBytes { bytes in
                    func share(_ index: Int) -> Double { EncodedPart.double(bytes, at: range.lowerBound + 20 + index * 8) }
                    return RedrawnAgreement(
                        depth: Int(EncodedPart.number(bytes, at: range.lowerBound + 16)), firstPlace: share(0), overlap: share(1),
                        retestFirstPlace: share(2), retestOverlap: share(3))
                }
            }
            part.figures.redrawn[window.period] = redrawn
        }
        return part
    }

    private static func encoded(_ parts: [(data: Data, source: String)]) throws(ReplayPartError) -> [EncodedPart] {
        var encoded: [EncodedPart] = []
        for part in parts { encoded.append(try EncodedPart(part.data, source: part.source)) }
        return encoded
    }
}
