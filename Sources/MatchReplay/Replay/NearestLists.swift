/// The nearest places of many participants, as one table.
public struct NearestLists: Sendable, Equatable {
    /// Participants.
    public let count: Int
    /// Places on every list: as many as asked, or as there are.
    public let length: Int
    /// count x length, row by row, nearest first: places by the index under which the table's maker knows them.
    public let places: [Int]
    /// Parallel to `places`.
    public let distances: [Double]

    public init(count: Int, length: Int, places: [Int], distances: [Double]) {
        precondition(places.count == count * length && distances.count == count * length, "not a table of lists")
        self.count = count
        self.length = length
        self.places = places
        self.distances = distances
    }

    /// The stretch of `places` and `distances` that is one participant's.
    public func range(of participant: Int) -> Range<Int> { participant * length..<(participant + 1) * length }
}
