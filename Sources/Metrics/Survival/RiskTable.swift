/// Who was at risk and who left at every time with an exit: what every estimate of this folder needs of real-valued follow-up.
///
/// At equal times exits come before censorings. Columns run over distinct times with at least one exit.
package struct RiskTable: Sendable {
    package let records: [FollowUp]
    package let meaning: WeightMeaning
    package let causes: Int
    package private(set) var times: [Double] = []
    /// Weight at risk, and leaving for any cause.
    package private(set) var atRisk: [Double] = []
    package private(set) var exits: [Double] = []
    /// People at risk and leaving: the weights themselves when those count people, else records.
    package private(set) var heads: [Double] = []
    package private(set) var exitHeads: [Double] = []
    /// Weight leaving by cause: `byCause[cause - 1][time]`; empty when there is one cause only.
    package private(set) var byCause: [[Double]]
    /// Records in order of their end.
    package var order: [Int] { TimeOrder.ascending(records.map(\.end)) }
    /// Earliest entry: 0, or the time from which on the curve is known; it is conditional on no exit before.
    package let origin: Double
    /// With delayed entry the people at risk may all have left before others enter. From that time on nothing can be said.
    package private(set) var breaksAt = Double.infinity

    /// Ends of follow-up, ascending: of everybody, or each day once when days were counted; and people whose end is the i-th or later.
    private let ends: [Double]
    private let headsEndingFrom: [Double]
    private let lateEntries: [Double]
    private let headsEnteringFrom: [Double]

    /// - Parameter allowsGaps: keep the times after everybody at risk has left, for those who know what to make of them.
    /// - Throws: `noObservations`; `notFinite`; `outsideRange` for a negative time, a delayed entry not before the end, a weight
    ///   that is not positive, or a cause not in 0...causes.
    package init(_ records: [FollowUp], causes: Int = 1, meaning: WeightMeaning = .people, allowsGaps: Bool = false) throws(Undefined) {
        guard !records.isEmpty else { throw .noObservations }
        guard causes > 0 else { throw .outsideRange }
        for record in records {
            guard record.end.isFinite, record.entry.isFinite, record.weight.isFinite else { throw .notFinite }
            guard record.entry >= 0, record.end >= 0, record.entry == 0 || record.entry < record.end, record.weight > 0,
                record.cause >= 0, record.cause <= causes
            else { throw .outsideRange }
        }
        self.records = records
        self.meaning = meaning
        self.causes = causes
        byCause = causes > 1 ? Array(repeating: [], count: causes) : []
        if meaning == .people, let days = DayCounts(records, causes: causes) {
            let last = days.leaving.indices.filter { days.leaving[$0] > 0 }
            ends = last.map(Double.init)
            lateEntries = []
            headsEndingFrom = Self.sumsFromEnd(last.count) { Double(days.leaving[last[$0]]) }
            headsEnteringFrom = [0]
            origin = 0
            fill(days)
            return
        }
        let order = TimeOrder.ascending(records.map(\.end))
        let late = records.filter { $0.entry > 0 }.sorted { $0.entry < $1.entry }
        // Gathered once: from here on everything reads straight through.
        let sorted = order.map { records[$0] }
        ends = sorted.map(\.end)
        lateEntries = late.map(\.entry)
        headsEndingFrom = Self.sumsFromEnd(sorted.count) { Self.head(sorted[$0], meaning) }
        headsEnteringFrom = Self.sumsFromEnd(late.count) { Self.head(late[$0], meaning) }
        origin = late.count < records.count ? 0 : lateEntries[0]
        fill(sorted, late)
        if !late.isEmpty, !allowsGaps { cutAtGap() }
    }

    /// The same table from counts per day.
    private mutating func fill(_ days: DayCounts) {
        var risk = records.count
        for day in days.leaving.indices {
            let out = days.byCause.reduce(0) { $0 + $1[day] }
            if out > 0 {
                times.append(Double(day))
                atRisk.append(Double(risk))
                exits.append(Double(out))
                for cause in byCause.indices { byCause[cause].append(Double(days.byCause[cause][day])) }
            }
            risk -= days.leaving[day]
        }
        heads = atRisk
        exitHeads = exits
    }

    /// From the last time backwards, so that the weight at risk is a sum and hardly ever a difference.
    private mutating func fill(_ sorted: [FollowUp], _ late: [FollowUp]) {
        var last = sorted.count - 1
        var waiting = late.count - 1
        var behind = 0.0
        var waitingWeight = 0.0
        var leaving = [Double](repeating: 0, count: causes)
        // Local, for speed: an appended property is looked at for other owners every time.
        var (times, atRisk, exits, heads, exitHeads) = ([Double](), [Double](), [Double](), [Double](), [Double]())
        times.reserveCapacity(sorted.count)
        atRisk.reserveCapacity(sorted.count)
        exits.reserveCapacity(sorted.count)
        heads.reserveCapacity(sorted.count)
        exitHeads.reserveCapacity(sorted.count)
        while last >= 0 {
            let time = sorted[last].end
            var out = 0.0
            var outHeads = 0.0
            while last >= 0, sorted[last].end == time {
                let record = sorted[last]
                behind += record.weight
                if record.cause > 0 {
                    out += record.weight
                    outHeads += Self.head(record, meaning)
                    if causes > 1 { leaving[record.cause - 1] += record.weight }
                }
                last -= 1
            }
            while waiting >= 0, late[waiting].entry >= time {
                waitingWeight += late[waiting].weight
                waiting -= 1
            }
            guard out > 0 else { continue }
            let risk = behind - waitingWeight
            times.append(time)
            // When everybody leaves, rounding of the sums must not leave a crumb of a person behind.
            atRisk.append(abs(risk - out) <= 1e-12 * risk ? out : risk)
            exits.append(out)
            heads.append(meaning == .people ? risk : headsEndingFrom[last + 1] - headsEnteringFrom[waiting + 1])
            exitHeads.append(outHeads)
            if causes > 1 {
                for cause in 0..<causes {
                    byCause[cause].append(leaving[cause])
                    leaving[cause] = 0
                }
            }
        }
        times.reverse()
        self.times = times
        atRisk.reverse()
        self.atRisk = atRisk
        exits.reverse()
        self.exits = exits
        heads.reverse()
        self.heads = heads
        exitHeads.reverse()
        self.exitHeads = exitHeads
        for cause in byCause.indices { byCause[cause].reverse() }
    }

    private mutating func cutAtGap() {
        let lastEntry = lateEntries[lateEntries.count - 1]
        for index in times.indices where atRisk[index] == exits[index] && lastEntry >= times[index] {
            breaksAt = times[index]
            break
        }
        let fromStart = records.count - lateEntries.count
        for (index, end) in ends.enumerated() where end < breaksAt && end < lastEntry {
            let isLastOfItsTime = index + 1 == ends.count || ends[index + 1] > end
            if isLastOfItsTime, fromStart + TimeOrder.count(lateEntries, upTo: end) == index + 1 {
                breaksAt = end
                break
            }
        }
        let kept = TimeOrder.count(times, before: breaksAt)
        let excess = times.count - kept
        times.removeLast(excess)
        atRisk.removeLast(excess)
        exits.removeLast(excess)
        heads.removeLast(excess)
        exitHeads.removeLast(excess)
        for cause in byCause.indices { byCause[cause].removeLast(excess) }
    }

    package var isTruncated: Bool { !lateEntries.isEmpty }

    /// People: the sum of weights when those count people, else the number of records.
    package var totalHeads: Double { headsEndingFrom[0] }
    package var count: Int { Int(totalHeads.rounded()) }
    /// Weight of a head.
    package var meanWeight: Double {
        meaning == .people ? 1 : records.reduce(0) { $0 + $1.weight } / totalHeads
    }

    /// People at risk at `time`: entered before it (or at time zero) and not gone before it.
    package func headsAtRisk(at time: Double) -> Double {
        let left = headsEndingFrom[TimeOrder.count(ends, before: time)]
        return max(0, left - headsEnteringFrom[TimeOrder.count(lateEntries, before: time)])
    }

    /// Index of the last time with an exit at or before `time`; -1 when there is none.
    package func index(at time: Double) -> Int {
        TimeOrder.count(times, upTo: time) - 1
    }

    /// People whose state at `time` is known: left for a reason before it, or at risk then.
    package func knownHeads(at time: Double) -> Double {
        var sum = headsAtRisk(at: time)
        for index in times.indices where times[index] < time { sum += exitHeads[index] }
        return sum
    }

    package func head(_ record: FollowUp) -> Double { Self.head(record, meaning) }

    private static func head(_ record: FollowUp, _ meaning: WeightMeaning) -> Double {
        meaning == .people ? record.weight : 1
    }

    private static func sumsFromEnd(_ count: Int, _ value: (Int) -> Double) -> [Double] {
        var sums = [Double](repeating: 0, count: count + 1)
        for index in stride(from: count - 1, through: 0, by: -1) { sums[index] = sums[index + 1] + value(index) }
        return sums
    }
}
