import Cohort
import Foundation
import MatchReplay

/// The stream in which a part goes from one process to another; docs/shards.md describes it byte by byte.
///
/// Numbers are little-endian, and a floating-point number is its 64 bits, so that nothing is rounded on the way. Equal parts are equal bytes.
extension ReplayPart {
    /// The first bytes of every part, with the version of the format.
    static let magic = mark + Array("\(version)\n".utf8)
    /// 2: with the recorded lists.
    private static let version = 2
    private static let mark = Array("FAPART".utf8)

    /// Whether a file is about single persons, however it came by its name.
    public static func isOne(_ data: Data) -> Bool { data.starts(with: mark) }

    private enum Flags {
        static let sharesRanks: UInt8 = 1
        static let recordedOther: UInt8 = 2
    }

    private struct Header: Codable {
        struct Window: Codable {
            var period: Period
            var assumed: Bool
            var people: Int
        }

        var survey: String
        var runs: Int
        var arms: [String]
        var windows: [Window]
    }

    /// - Parameter sink: is given the bytes piece by piece.
    public func write(_ sink: (Data) throws -> Void) throws {
        let arms = figures.arms.byArm.keys.sorted()
        let windows = figures.redrawn.sorted { ($0.key.from, $0.key.to) < ($1.key.from, $1.key.to) }
        let header = Header(
            survey: survey, runs: runs.count, arms: arms,
            windows: windows.map { .init(period: $0.key, assumed: $0.value.isAssumed, people: $0.value.agreements.count) })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = try encoder.encode(header)

        var out = Writer()
        out.add(Self.magic)
        out.add(UInt32(text.count))
        out.add([UInt8](text))
        let columns = arms.map { figures.arms.byArm[$0] ?? [] }
        for row in runs.indices {
            out.add(runs[row].bytes)
            out.add([(lists[row].sharesRanks ? Flags.sharesRanks : 0) | (recorded[row] == nil ? 0 : Flags.recordedOther)])
            out.add(UInt32(bitPattern: fidelity[row].rank))
            out.add(fidelity[row].error)
            switch figures.corrected[row] {
            case .none: out.add(-1.0)
            case .broken: out.add(-2.0)
            case .overlap(let overlap): out.add(overlap)
            }
            let level = figures.level[row]
            for part in [level?.level, level?.spread, level?.shape] { out.add(part ?? -1) }
            out.add(UInt32(lists[row].workplaces.count))
            for place in lists[row].workplaces { out.add(UInt32(place)) }
            for distance in lists[row].distances { out.add(distance) }
            if let recorded = recorded[row] {
                out.add(UInt32(recorded.count))
                for place in recorded { out.add(UInt32(place)) }
            }
            for column in columns { for share in 0..<4 { out.add(column[row].shares[share]) } }
            try out.flush(atLeast: 1 << 20, to: sink)
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

    /// - Parameter source: by which messages name it.
    public static func read(_ data: Data, source: String) throws(ReplayPartError) -> ReplayPart {
        guard isOne(data) else { throw .notAPart(source: source) }
        guard data.starts(with: magic) else {
            let digits = String(decoding: data.dropFirst(mark.count).prefix { $0 != UInt8(ascii: "\n") }.prefix(4), as: UTF8.self)
            throw Int(digits).map { .otherVersion(source: source, found: $0, known: version) } ?? .damaged(source: source)
        }
        guard let part = data.withUnsafeBytes({ read(Reader(bytes: $0)) }) else { throw .damaged(source: source) }
        return part
    }

    private static func read(_ reader: Reader) -> ReplayPart? {
        var reader = reader
        guard reader.isWhole(), reader.bytes(magic.count) != nil, let length: UInt32 = reader.number(), let text = reader.bytes(Int(length)),
            let header = try? JSONDecoder().decode(Header.self, from: Data(text)), header.runs >= 0
        else { return nil }
        var part = ReplayPart(
            survey: header.survey, runs: [], lists: [], fidelity: [],
            figures: RunFigures(level: [], arms: LanguageArms(byArm: [:]), corrected: [], redrawn: [:]), recorded: [:])
        var columns = header.arms.map { _ in [LanguageArms.Figures]() }
        // Room for all of them at once: an array that grows holds up to twice as much.
        part.runs.reserveCapacity(header.runs)
        part.lists.reserveCapacity(header.runs)
        part.fidelity.reserveCapacity(header.runs)
        part.figures.level.reserveCapacity(header.runs)
        part.figures.corrected.reserveCapacity(header.runs)
        for arm in columns.indices { columns[arm].reserveCapacity(header.runs) }
        for row in 0..<header.runs {
            guard let run = reader.bytes(16).flatMap({ Pseudonym($0) }), let flags = reader.bytes(1)?.first, let rank: UInt32 = reader.number(),
                let error = reader.double(), let corrected = reader.double(),
                let level = reader.doubles(3), let count: UInt32 = reader.number(), let places = reader.places(Int(count)),
                let distances = reader.doubles(Int(count))
            else { return nil }
            part.runs.append(run)
            part.lists.append(ReplayedList(workplaces: places, distances: distances, sharesRanks: flags & Flags.sharesRanks != 0))
            part.fidelity.append(ListFidelity(rank: Int32(bitPattern: rank), error: error))
            part.figures.corrected.append(corrected == -1 ? .none : corrected == -2 ? .broken : .overlap(corrected))
            part.figures.level.append(level[0] < 0 ? nil : LevelParts(level: level[0], spread: level[1], shape: level[2]))
            if flags & Flags.recordedOther != 0 {
                guard let count: UInt32 = reader.number(), let places = reader.places(Int(count)) else { return nil }
                part.recorded[row] = places
            }
            for arm in columns.indices {
                guard let four = reader.doubles(4) else { return nil }
                columns[arm].append(LanguageArms.Figures(shares: SIMD4(four[0], four[1], four[2], four[3])))
            }
        }
        for (arm, column) in zip(header.arms, columns) { part.figures.arms.byArm[arm] = column }
        for window in header.windows {
            var people = RedrawnPeople(agreements: [:], isAssumed: window.assumed)
            for _ in 0..<max(0, window.people) {
                guard let participant = reader.bytes(16).flatMap({ Pseudonym($0) }), let depth: UInt32 = reader.number(), let four = reader.doubles(4)
                else { return nil }
                people.agreements[participant] = RedrawnAgreement(
                    depth: Int(depth), firstPlace: four[0], overlap: four[1], retestFirstPlace: four[2], retestOverlap: four[3])
            }
            part.figures.redrawn[window.period] = people
        }
        return reader.isAtEnd && !zip(part.runs, part.runs.dropFirst()).contains(where: { $0 >= $1 }) ? part : nil
    }

    private struct Writer {
        private var pending: [UInt8] = []
        private var digest = Fingerprint.Running()

        mutating func add(_ bytes: [UInt8]) { pending += bytes }
        mutating func add(_ number: UInt32) { withUnsafeBytes(of: number.littleEndian) { pending += $0 } }
        mutating func add(_ number: Double) { withUnsafeBytes(of: number.bitPattern.littleEndian) { pending += $0 } }

        mutating func flush(atLeast size: Int, to sink: (Data) throws -> Void) throws {
            guard pending.count >= size else { return }
            pending.withUnsafeBytes { digest.add($0) }
            try sink(Data(pending))
            pending.removeAll(keepingCapacity: true)
        }

        mutating func finish(_ sink: (Data) throws -> Void) throws {
            try flush(atLeast: 0, to: sink)
            try sink(Data(digest.bytes))
        }
    }

    private struct Reader {
        private static let digestLength = 32
        let bytes: UnsafeRawBufferPointer
        private var next = 0
        private var end: Int

        init(bytes: UnsafeRawBufferPointer) {
            self.bytes = bytes
            end = max(0, bytes.count - Self.digestLength)
        }

        var isAtEnd: Bool { next == end }

        /// Whether the bytes end with their own digest.
        func isWhole() -> Bool {
            var digest = Fingerprint.Running()
            digest.add(UnsafeRawBufferPointer(rebasing: bytes[..<end]))
            return digest.bytes.elementsEqual(bytes[end...])
        }

        mutating func bytes(_ count: Int) -> Slice<UnsafeRawBufferPointer>? {
            guard count >= 0, count <= end - next else { return nil }
            defer { next += count }
            return bytes[next..<next + count]
        }

        mutating func number() -> UInt32? {
            bytes(4).map { UInt32(littleEndian: UnsafeRawBufferPointer(rebasing: $0).loadUnaligned(as: UInt32.self)) }
        }

        mutating func double() -> Double? {
            bytes(8).map { Double(bitPattern: UInt64(littleEndian: UnsafeRawBufferPointer(rebasing: $0).loadUnaligned(as: UInt64.self))) }
        }

        mutating func doubles(_ count: Int) -> [Double]? {
            guard count <= (end - next) / 8 else { return nil }
            var values: [Double] = []
            values.reserveCapacity(count)
            for _ in 0..<count { if let value = double() { values.append(value) } }
            return values
        }

        mutating func places(_ count: Int) -> [Int]? {
            guard count <= (end - next) / 4 else { return nil }
            var values: [Int] = []
            values.reserveCapacity(count)
            for _ in 0..<count { if let value = number() { values.append(Int(value)) } }
            return values
        }
    }
}
