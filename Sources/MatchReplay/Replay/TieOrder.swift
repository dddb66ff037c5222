import Cohort

/// The order in which places at equal distance stand on a list.
enum TieOrder {
    /// The position of each workplace, parallel to `workplaces`.
    static func positions(of workplaces: [Workplace], by ties: RankingCore.Ties, core: String) throws(ReplayError) -> [Int] {
        let ids = workplaces.map { Array($0.workplaceId.utf8) }
        let order: [Int]
        switch ties {
        // Shared ties stand in order of bytes; random ones are drawn over it, list by list.
        case .bytes, .shared, .random:
            order = ids.indices.sorted { ids[$0].lexicographicallyPrecedes(ids[$1]) }
        case .numeric:
            for (index, id) in ids.enumerated() where !isWholeNumber(id) {
                throw .idNotNumeric(workplaceId: workplaces[index].workplaceId, core: core)
            }
            order = ids.indices.sorted { precedesAsNumber(ids[$0], ids[$1]) }
        }
        var positions = [Int](repeating: 0, count: ids.count)
        for (position, index) in order.enumerated() { positions[index] = position }
        return positions
    }

    private static func isWholeNumber(_ id: [UInt8]) -> Bool {
        !id.isEmpty && id.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// Digits are compared as text, so that ids longer than an integer type are numbers too.
    private static func precedesAsNumber(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        let first = a.drop { $0 == UInt8(ascii: "0") }, second = b.drop { $0 == UInt8(ascii: "0") }
        if first.count != second.count { return first.count < second.count }
        if first != second { return first.lexicographicallyPrecedes(second) }
        return a.lexicographicallyPrecedes(b)
    }
}
