/// Shares waiting and in place over time, forward from time zero and backward from the time asked about.
struct PlacementProcess {
    private(set) var waits: RiskTable
    private(set) var stays: RiskTable?
    /// Share waiting just before each time of `waits`, and in place just before each time of `stays`.
    private var waitingBefore: [Double] = []
    private var inPlaceBefore: [Double] = []
    /// Chance to be in place at the end for somebody waiting, or in place, just after each time.
    private var chanceWaiting: [Double] = []
    private var chancePlaced: [Double] = []
    private var chanceInPlace: [Double] = []
    private(set) var inPlace = 0.0

    init(_ histories: [PlacementHistory], until time: Double) throws(Undefined) {
        waits = try RiskTable(histories.map(\.wait), causes: 2)
        let presences = histories.compactMap(\.presence)
        stays = presences.isEmpty ? nil : try RiskTable(presences, allowsGaps: true)
        let waitTimes = Array(waits.times.prefix(waits.index(at: time) + 1))
        let stayTimes = stays.map { Array($0.times.prefix($0.index(at: time) + 1)) } ?? []
        var waiting = 1.0
        var (wait, stay) = (0, 0)
        // Whoever is placed at a time is not yet at risk of leaving the place then: ends come first.
        while wait < waitTimes.count || stay < stayTimes.count {
            if stay < stayTimes.count, let stays, wait == waitTimes.count || stayTimes[stay] <= waitTimes[wait] {
                inPlaceBefore.append(inPlace)
                inPlace *= (stays.atRisk[stay] - stays.exits[stay]) / stays.atRisk[stay]
                stay += 1
            } else {
                waitingBefore.append(waiting)
                inPlace += waiting * (waits.exits(cause: 1, index: wait) / waits.atRisk[wait])
                waiting *= (waits.atRisk[wait] - waits.exits[wait]) / waits.atRisk[wait]
                wait += 1
            }
        }
        inPlace = min(1, inPlace)
        guard waiting == 0 || waits.headsAtRisk(at: time) > 0 else { throw .nobodyAtRisk }
        // Somebody placed at this very time is there as well.
        let placedNow = waits.times.firstIndex(of: time).map { waits.exits(cause: 1, index: $0) } ?? 0
        guard inPlace == 0 || placedNow > 0 || (stays?.headsAtRisk(at: time) ?? 0) > 0 else { throw .nobodyAtRisk }
        lookBack(waitTimes, stayTimes)
    }

    private mutating func lookBack(_ waitTimes: [Double], _ stayTimes: [Double]) {
        chanceWaiting = Array(repeating: 0, count: waitTimes.count)
        chancePlaced = chanceWaiting
        chanceInPlace = Array(repeating: 0, count: stayTimes.count)
        var (fromWaiting, fromPlace) = (0.0, 1.0)
        var (wait, stay) = (waitTimes.count - 1, stayTimes.count - 1)
        while wait >= 0 || stay >= 0 {
            if wait >= 0, stay < 0 || waitTimes[wait] >= stayTimes[stay] {
                chanceWaiting[wait] = fromWaiting
                chancePlaced[wait] = fromPlace
                let placed = waits.exits(cause: 1, index: wait) / waits.atRisk[wait]
                fromWaiting = fromWaiting * ((waits.atRisk[wait] - waits.exits[wait]) / waits.atRisk[wait]) + placed * fromPlace
                wait -= 1
            } else if let stays {
                chanceInPlace[stay] = fromPlace
                fromPlace *= (stays.atRisk[stay] - stays.exits[stay]) / stays.atRisk[stay]
                stay -= 1
            }
        }
    }

    /// Of a person as long as waiting: gains by being placed, loses by leaving.
    func waitingInfluence() -> Influence {
        var gains = [[Double]](repeating: [], count: 2)
        var payments: [Double] = []
        for index in waitingBefore.indices {
            let scale = waitingBefore[index] / waits.atRisk[index]
            let placed = scale * (chancePlaced[index] - chanceWaiting[index])
            let left = -scale * chanceWaiting[index]
            gains[0].append(placed)
            gains[1].append(left)
            payments.append(
                (placed * waits.exits(cause: 1, index: index) + left * waits.exits(cause: 2, index: index)) / waits.atRisk[index])
        }
        return Influence(times: Array(waits.times.prefix(waitingBefore.count)), gains: gains, payments: payments)
    }

    /// Of a person while in place: loses by its end.
    func presentInfluence() -> Influence {
        guard let stays else { return Influence(times: [], gains: [[]], payments: []) }
        var gains: [Double] = []
        var payments: [Double] = []
        for index in inPlaceBefore.indices {
            let ended = -inPlaceBefore[index] * chanceInPlace[index] / stays.atRisk[index]
            gains.append(ended)
            payments.append(ended * stays.exits[index] / stays.atRisk[index])
        }
        return Influence(times: Array(stays.times.prefix(inPlaceBefore.count)), gains: [gains], payments: payments)
    }
}
