import Cohort
import MatchReplay

/// Where the bytes of one run of an encoded part stand, from its own first byte on.
struct EncodedRun {
    static let sharesRanks: UInt8 = 1
    static let recordedOther: UInt8 = 2

    private static let flags = 16
    private static let rank = 17
    private static let error = 21
    private static let corrected = 29
    private static let level = 37
    private static let count = 61
    private static let list = 65
    private static let arm = 4 * 8
    /// A place and its distance.
    static let bytesPerPlace = 4 + 8

    /// A run with an empty list.
    static func shortest(arms: Int) -> Int { list + arms * arm }

    private let bytes: UnsafeRawBufferPointer
    private let start: Int
    private let places: Int
    /// How many places the recorded list has; `nil` = it is the one that was made.
    private let recordedPlaces: Int?
    let length: Int

    /// - Parameters:
    ///   - bytes: of the part.
    ///   - range: from the first byte of the run to the end of what may be of runs.
    /// - Returns: `nil` unless the whole run is in the range.
    init?(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, arms: Int) {
        guard range.count >= Self.list else { return nil }
        self.bytes = bytes
        start = range.lowerBound
        places = Int(EncodedPart.number(bytes, at: start + Self.count))
        var length = Self.list + places * Self.bytesPerPlace
        if bytes[start + Self.flags] & Self.recordedOther != 0 {
            guard range.count >= length + 4 else { return nil }
            let count = Int(EncodedPart.number(bytes, at: start + length))
            recordedPlaces = count
            length += 4 + count * 4
        } else {
            recordedPlaces = nil
        }
        self.length = length + arms * Self.arm
        guard range.count >= self.length else { return nil }
    }

    var run: Pseudonym { EncodedPart.pseudonym(bytes, at: start) }

    var fidelity: ListFidelity {
        ListFidelity(rank: Int32(bitPattern: EncodedPart.number(bytes, at: start + Self.rank)), error: EncodedPart.double(bytes, at: start + Self.error))
    }

    var corrected: CorrectedOverlap {
        let overlap = EncodedPart.double(bytes, at: start + Self.corrected)
        return overlap == -1 ? .none : overlap == -2 ? .broken : .overlap(overlap)
    }

    var level: LevelParts? {
        let parts = (0..<3).map { EncodedPart.double(bytes, at: start + Self.level + $0 * 8) }
        return parts[0] < 0 ? nil : LevelParts(level: parts[0], spread: parts[1], shape: parts[2])
    }

    func addList(to lists: inout PackedLists) {
        let distances = start + Self.list + places * 4
        lists.append(
            count: places, sharesRanks: bytes[start + Self.flags] & Self.sharesRanks != 0,
            place: { EncodedPart.number(bytes, at: start + Self.list + $0 * 4) }, distance: { EncodedPart.double(bytes, at: distances + $0 * 8) })
    }

    /// The recorded list, where it is not the one that was made.
    var recorded: [Int]? {
        recordedPlaces.map { count in
            (0..<count).map { Int(EncodedPart.number(bytes, at: start + Self.list + places * Self.bytesPerPlace + 4 + $0 * 4)) }
        }
    }

    func figures(ofArm arm: Int, of arms: Int) -> LanguageArms.Figures {
        let first = start + length - (arms - arm) * Self.arm
        func share(_ index: Int) -> Double { EncodedPart.double(bytes, at: first + index * 8) }
        return LanguageArms.Figures(shares: SIMD4(share(0), share(1), share(2), share(3)))
    }
}
