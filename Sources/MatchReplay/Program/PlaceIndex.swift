import Cohort

/// Finds a place by the bytes of its id, without making a text of them: answers hold millions of ids.
struct PlaceIndex: Sendable {
    private let ids: [[UInt8]]
    /// Open addressing; -1 = free.
    private let slots: [Int32]

    /// Of two places with one id the first is found; a snapshot has no such places.
    init(_ workplaces: [Workplace]) {
        ids = workplaces.map { Array($0.workplaceId.utf8) }
        var size = 16
        while size < 2 * ids.count { size *= 2 }
        var slots = [Int32](repeating: -1, count: size)
        for (index, id) in ids.enumerated() {
            var slot = Self.hash(id.span, 0..<id.count) & (size - 1)
            while slots[slot] >= 0 && ids[Int(slots[slot])] != id { slot = (slot + 1) & (size - 1) }
            if slots[slot] < 0 { slots[slot] = Int32(index) }
        }
        self.slots = slots
    }

    var count: Int { ids.count }

    /// The index of the place whose id stands at `range` of `bytes`.
    func index(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        var slot = Self.hash(bytes, range) & (slots.count - 1)
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if matches(ids[index], bytes, range) { return index }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private func matches(_ id: [UInt8], _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard id.count == range.count else { return false }
        for offset in 0..<id.count where id[offset] != bytes[range.lowerBound + offset] { return false }
        return true
    }

    /// FNV-1a (Fowler, Noll and Vo), 64 bits.
    private static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for position in range { hash = (hash ^ UInt64(bytes[position])) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ (hash >> 32))
    }
}
