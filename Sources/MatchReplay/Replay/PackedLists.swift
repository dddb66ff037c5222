/// The lists of many runs, packed: of a large population they are most of what a replay makes.
///
/// It is used as an array of `ReplayedList` is. Whoever looks at every list asks for single places and distances, so that none has to be taken out.
public struct PackedLists: Sendable {
    private var places: [Int32] = []
    private var distances: [Double] = []
    /// Of each run the index of its first place; one more at the end.
    private var starts: [Int] = [0]
    /// The same of distances: a core that is a program may give none.
    private var distanceStarts: [Int] = [0]
    private var sharesRanks: [Bool] = []

    public init(_ lists: some Sequence<ReplayedList>) {
        for list in lists { append(list) }
    }

    /// How many places a run's list has, of the first `depth`.
    public func count(ofRun run: Int, first depth: Int = .max) -> Int { Swift.min(depth, starts[run + 1] - starts[run]) }

    /// - Parameter rank: from 0.
    public func place(ofRun run: Int, at rank: Int) -> Int { Int(places[starts[run] + rank]) }

    /// How many distances a run's list has, of the first `depth`: as many as it has places, or none.
    public func distanceCount(ofRun run: Int, first depth: Int = .max) -> Int { Swift.min(depth, distanceStarts[run + 1] - distanceStarts[run]) }

    /// - Parameter rank: from 0.
    public func distance(ofRun run: Int, at rank: Int) -> Double { distances[distanceStarts[run] + rank] }

    /// The distance to the first place; `nil` without one.
    public func bestDistance(ofRun run: Int) -> Double? { distanceCount(ofRun: run) > 0 ? distance(ofRun: run, at: 0) : nil }

    public mutating func append(_ list: ReplayedList) {
        for place in list.workplaces { places.append(Int32(place)) }
        distances += list.distances
        end(sharesRanks: list.sharesRanks)
    }

    /// A list of so many places, from the first rank on.
    package mutating func append(count: Int, sharesRanks: Bool, place: (_ rank: Int) -> UInt32, distance: (_ rank: Int) -> Double) {
        for rank in 0..<count {
            places.append(Int32(bitPattern: place(rank)))
            distances.append(distance(rank))
        }
        end(sharesRanks: sharesRanks)
    }

    private mutating func end(sharesRanks: Bool) {
        starts.append(places.count)
        distanceStarts.append(distances.count)
        self.sharesRanks.append(sharesRanks)
    }

    /// - Parameters:
    ///   - lists: how many more there will be.
    ///   - length: how many places they will have together.
    package mutating func reserveCapacity(lists: Int, length: Int) {
        places.reserveCapacity(places.count + length)
        distances.reserveCapacity(distances.count + length)
        starts.reserveCapacity(starts.count + lists)
        distanceStarts.reserveCapacity(distanceStarts.count + lists)
        sharesRanks.reserveCapacity(sharesRanks.count + lists)
    }
}

extension PackedLists: RandomAccessCollection, Equatable, ExpressibleByArrayLiteral {
    public init(arrayLiteral lists: ReplayedList...) { self.init(lists) }

    public var startIndex: Int { 0 }
    public var endIndex: Int { sharesRanks.count }

    public subscript(run: Int) -> ReplayedList {
        ReplayedList(
            workplaces: places[starts[run]..<starts[run + 1]].map { Int($0) }, distances: Array(distances[distanceStarts[run]..<distanceStarts[run + 1]]),
            sharesRanks: sharesRanks[run])
    }
}
