import Cohort

/// The parts of one population side by side, read where they lie: their runs in order of pseudonym, and then the people who were drawn again.
///
/// Nothing is added up, and any order of parts gives the same. No part has to fit into memory.
struct MergedParts {
    let header: PartHeader
    let parts: [EncodedPart]
    /// Of each part where the next run begins, and how many are left.
    private var next: [(start: Int, left: Int)]
    /// The next run of every part that has one; the first of them in order stands last.
    private var heads: [(run: Pseudonym, part: Int)] = []
    private var last: Pseudonym?

    /// - Throws: `nothing`, `otherSurvey`, `otherArms`, `damaged`.
    init(_ parts: [EncodedPart]) throws(ReplayPartError) {
        header = try PartHeader.merged(parts.map(\.header))
        self.parts = parts
        next = parts.map { ($0.body.lowerBound, $0.header.runs) }
        for part in parts.indices { try enter(part) }
    }

    /// - Returns: which part the next run is in, and where; `nil` after the last one.
    /// - Throws: `twice`, `damaged`.
    mutating func nextRun() throws(ReplayPartError) -> (part: Int, bytes: Range<Int>)? {
        guard let head = heads.popLast() else { return nil }
        guard last.map({ $0 < head.run }) ?? true else { throw last == head.run ? .twice : .damaged(source: parts[head.part].source) }
        last = head.run
        let start = next[head.part].start
        guard let length = length(of: head.part) else { throw .damaged(source: parts[head.part].source) }
        next[head.part] = (start + length, next[head.part].left - 1)
        try enter(head.part)
        return (head.part, start..<start + length)
    }

    /// Puts the next run of a part among the heads.
    private mutating func enter(_ part: Int) throws(ReplayPartError) {
        guard next[part].left > 0 else { return }
        guard length(of: part) != nil else { throw .damaged(source: parts[part].source) }
        let run = parts[part].withBytes { EncodedPart.pseudonym($0, at: next[part].start) }
        var (low, high) = (0, heads.count)
        while low < high {
            let middle = (low + high) / 2
            if heads[middle].run > run { low = middle + 1 } else { high = middle }
        }
        heads.insert((run, part), at: low)
    }

    private func length(of part: Int) -> Int? {
        let range = next[part].start..<parts[part].body.upperBound
        return parts[part].withBytes { EncodedRun($0, range, arms: parts[part].header.arms.count)?.length }
    }

    /// After the last run: of every window of the header the people who were drawn again, in order of pseudonym, and where each stands.
    /// - Throws: `twice`, `damaged`.
    func redrawn() throws(ReplayPartError) -> [[(person: Pseudonym, part: Int, bytes: Range<Int>)]] {
        var people: [Period: [(person: Pseudonym, part: Int, bytes: Range<Int>)]] = [:]
        for (index, part) in parts.enumerated() {
            var start = next[index].start
            for window in part.header.windows {
                guard window.people <= (part.body.upperBound - start) / Self.redrawnLength else { throw .damaged(source: part.source) }
                for _ in 0..<window.people {
                    let person = part.withBytes { EncodedPart.pseudonym($0, at: start) }
                    people[window.period, default: []].append((person, index, start..<start + Self.redrawnLength))
                    start += Self.redrawnLength
                }
            }
            guard start == part.body.upperBound else { throw .damaged(source: part.source) }
        }
        var ordered: [[(person: Pseudonym, part: Int, bytes: Range<Int>)]] = []
        for window in header.windows {
            let own = (people[window.period] ?? []).sorted { $0.person < $1.person }
            guard !zip(own, own.dropFirst()).contains(where: { $0.person == $1.person }) else { throw .twice }
            ordered.append(own)
        }
        return ordered
    }

    /// A pseudonym, a depth, and four shares.
    private static let redrawnLength = 16 + 4 + 4 * 8
}
