import Cohort

/// Lists of any number of participants, written to a file block by block: what is in memory does not grow with their number.
///
/// A list depends on its own participant's scores only, so the file is the same however the participants are cut into blocks, and
/// for any number of threads. For participants with every score; the others need the core's rule for missing scores.
public struct ListStream: Sendable {
    /// Some participants, as they come from wherever they are.
    public struct Block: Sendable {
        public var participants: [String]
        /// participants x scales, row by row, scaled as the targets are.
        public var scores: [Double]

        public init(participants: [String], scores: [Double]) {
            self.participants = participants
            self.scores = scores
        }
    }

    private let nearest: NearestPlaces
    private let top: Int
    /// `,workplace_id,` by the index that `nearest` gives.
    private let ids: [[UInt8]]

    /// - Parameters:
    ///   - workplaceIds: by the index that `nearest` gives.
    ///   - top: places on a list, at most.
    public init(_ nearest: NearestPlaces, workplaceIds: [String], top: Int) {
        precondition(nearest.order.allSatisfy(workplaceIds.indices.contains), "every place needs an id")
        self.nearest = nearest
        self.top = top
        let comma = UInt8(ascii: ",")
        ids = workplaceIds.map { [comma] + ListFile.field($0) + [comma] }
    }

    /// Writes the lists in the order of the blocks; a file that stood there is replaced at the very end.
    /// - Returns: how many participants there were.
    /// - Throws: `StreamError`, whatever `blocks` throws, `CancellationError` when the task is cancelled; then there is no new file.
    @discardableResult
    public func write(
        to path: String, threads: Int, blocks: () throws -> Block?
    ) throws -> Int {
        let file = try ListFile.create(at: path)
        var participants = 0
        while let block = try blocks() {
            try Task.checkCancellation()
            try check(block)
            // A large block goes through in pieces, so that the text of its lists never stands in memory all at once.
            for start in stride(from: 0, to: block.participants.count, by: Self.piece) {
                let piece = start..<min(start + Self.piece, block.participants.count)
                for rows in rows(of: piece, in: block, threads: threads) { try file.write(rows) }
            }
            participants += block.participants.count
        }
        try file.finish()
        return participants
    }

    private static let piece = 4096

    private func check(_ block: Block) throws(StreamError) {
        guard block.scores.count == block.participants.count * nearest.scales else {
            throw .unevenBlock(participants: block.participants.count, scores: block.scores.count, scales: nearest.scales)
        }
        if let index = block.scores.firstIndex(where: { !$0.isFinite }) { throw .notFinite(scale: index % nearest.scales) }
    }

    /// The rows of some participants of a block, in order, in as many parts as there are threads.
    private func rows(of piece: Range<Int>, in block: Block, threads: Int) -> [[UInt8]] {
        let workers = max(1, min(threads, piece.count))
        return parallelMap(count: workers, threads: workers) { worker in
            let own = piece.lowerBound + piece.count * worker / workers..<piece.lowerBound + piece.count * (worker + 1) / workers
            let scores = Array(block.scores[own.lowerBound * nearest.scales..<own.upperBound * nearest.scales])
            let lists = nearest.lists(of: scores, top: top, threads: 1)
            var text: [UInt8] = []
            text.reserveCapacity(own.count * lists.length * 48)
            for (row, participant) in own.enumerated() {
                let name = ListFile.field(block.participants[participant]) + [UInt8(ascii: ",")]
                for (offset, index) in lists.range(of: row).enumerated() {
                    text += name
                    text += "\(offset + 1)".utf8
                    text += ids[lists.places[index]]
                    text += "\(lists.distances[index])\n".utf8
                }
            }
            return text
        }
    }
}
