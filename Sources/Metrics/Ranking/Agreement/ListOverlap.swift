/// How many places two lists have in common among their first k, whatever their order.
///
/// overlap@k = |A and B| / k; Jaccard@k = |A and B| / |A or B|. With k shared places of k both are 1, and Jaccard = o / (2 - o).
public struct ListOverlap: DescriptiveStatistic {
    public static let method = "overlap_at_k"
    public static let citation = "Fagin, Kumar and Sivakumar (2003), SIAM Journal on Discrete Mathematics 17:134-160; Jaccard (1912), New Phytologist 11:37-50"

    public let depth: Int
    /// Places on both lists.
    public let shared: Int

    /// - Throws: `outsideRange` for a depth below 1 or a place that is twice in a list; `tooFewObservations` when a list is shorter than
    ///   the depth: what is not there is neither shared nor different.
    public init<Item: Hashable>(_ first: [Item], _ second: [Item], depth: Int) throws(Undefined) {
        guard depth >= 1 else { throw .outsideRange }
        guard first.count >= depth, second.count >= depth else { throw .tooFewObservations(needed: depth) }
        let a = Set(first.prefix(depth))
        let b = Set(second.prefix(depth))
        guard a.count == depth, b.count == depth else { throw .outsideRange }
        self.depth = depth
        shared = a.intersection(b).count
    }

    /// Places compared on either list.
    public var count: Int { depth }

    /// overlap@k, in 0...1.
    public var estimate: Double { Double(shared) / Double(depth) }

    /// Jaccard@k, in 0...1.
    public var jaccard: Double { Double(shared) / Double(2 * depth - shared) }
}
