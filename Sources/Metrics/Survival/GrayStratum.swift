import RealModule

/// Score and variance of Gray's test within one stratum.
struct GrayStratum {
    private(set) var scores: [Double]
    private(set) var covariance: [[Double]]

    /// One exit time: everything about it that score and variance need, by group.
    private struct Moment {
        var atRisk: [Double]
        var exits: [Double]
        var others: [Double]
        /// Share with no exit just before and at the time, and with the exit before it.
        var survivalBefore: [Double]
        var survival: [Double]
        var incidenceBefore: [Double]
        /// Weight (1 - F)^rho and common incidence just before; the incidence at the time; people the groups count as together, n/S.
        var weight = 0.0
        var commonBefore = 0.0
        var common = 0.0
        var total = 0.0

        /// Share of the groups' people that belongs to `group`, n/S.
        func size(_ group: Int) -> Double {
            survivalBefore[group] > 0 ? atRisk[group] / survivalBefore[group] : 0
        }

        /// What an exit in `other` changes of the score of `group`.
        func slope(_ group: Int, _ other: Int) -> Double {
            weight * size(group) * ((group == other ? 1 : 0) - size(other) / total)
        }
    }

    init(_ groups: [[FollowUp]], _ cause: Int, _ rho: Double) {
        let number = groups.count
        let zeros = [Double](repeating: 0, count: number)
        scores = zeros
        covariance = Array(repeating: zeros, count: number)
        let moments = Self.moments(groups, cause, rho)
        // Sum of slopes over the common hazard, up to each moment; the last is that over all of time.
        var sums = [[[Double]]]()
        var running = Array(repeating: zeros, count: number)
        for moment in moments {
            let d = moment.exits.reduce(0, +)
            let expected = groups.indices.map { moment.size($0) * (1 - moment.incidenceBefore[$0]) }
            let all = expected.reduce(0, +)
            if d > 0 {
                let hazard = d / (moment.total * (1 - moment.commonBefore))
                for group in groups.indices where moment.atRisk[group] > 0 {
                    scores[group] += moment.weight * (moment.exits[group] - d * expected[group] / all)
                    for other in groups.indices where moment.atRisk[other] > 0 {
                        running[group][other] += moment.slope(group, other) * hazard
                    }
                }
            }
            sums.append(running)
        }
        for (moment, sum) in zip(moments, sums) {
            for source in groups.indices where moment.atRisk[source] > 0 {
                add(moment, source, groups.indices.map { running[$0][source] - sum[$0][source] })
            }
        }
    }

    /// Variance that the exits of `source` at one moment bring; `ahead` is what the score of each group still gathers from it later.
    private mutating func add(_ moment: Moment, _ source: Int, _ ahead: [Double]) {
        let before = moment.survivalBefore[source]
        let after = moment.survival[source]
        let atRisk = moment.atRisk[source]
        let d = moment.exits.reduce(0, +)
        if d > 0, before > 0 {
            let carry = after > 0 ? 1 - (1 - moment.common) / after : 1
            let ties = d > 1 ? 1 - (d - 1) / (moment.total * before - 1) : 1
            add(scores.indices.map { moment.slope($0, source) + carry * ahead[$0] }, ties * before * d / (moment.total * atRisk))
        }
        let others = moment.others[source]
        if others > 0, after > 0 {
            let carry = (1 - moment.common) / after
            let ties = others > 1 ? 1 - (others - 1) / (atRisk - 1) : 1
            add(ahead.map { carry * $0 }, ties * before * before * others / (atRisk * atRisk))
        }
    }

    private mutating func add(_ vector: [Double], _ variance: Double) {
        for row in vector.indices {
            for column in vector.indices { covariance[row][column] += vector[row] * vector[column] * variance }
        }
    }

    private static func moments(_ groups: [[FollowUp]], _ cause: Int, _ rho: Double) -> [Moment] {
        let records = groups.flatMap { $0 }
        let group = groups.indices.flatMap { Array(repeating: $0, count: groups[$0].count) }
        let order = TimeOrder.ascending(records.map(\.end))
        let zeros = [Double](repeating: 0, count: groups.count)
        let ones = [Double](repeating: 1, count: groups.count)
        var moment = Moment(
            atRisk: groups.map { Double($0.count) }, exits: zeros, others: zeros, survivalBefore: ones, survival: ones,
            incidenceBefore: zeros)
        var moments: [Moment] = []
        var position = 0
        while position < order.count {
            let time = records[order[position]].end
            var gone = zeros
            (moment.exits, moment.others) = (zeros, zeros)
            while position < order.count, records[order[position]].end == time {
                let index = order[position]
                if records[index].cause == cause {
                    moment.exits[group[index]] += 1
                } else if records[index].cause > 0 {
                    moment.others[group[index]] += 1
                }
                gone[group[index]] += 1
                position += 1
            }
            var incidence = moment.incidenceBefore
            let left = zip(moment.exits, moment.others).reduce(0) { $0 + $1.0 + $1.1 }
            if left > 0 {
                moment.total = 0
                for index in groups.indices where moment.atRisk[index] > 0 {
                    let leaving = moment.exits[index] + moment.others[index]
                    moment.survival[index] = moment.survivalBefore[index] * ((moment.atRisk[index] - leaving) / moment.atRisk[index])
                    incidence[index] += moment.survivalBefore[index] * moment.exits[index] / moment.atRisk[index]
                    moment.total += moment.size(index)
                }
                moment.weight = rho == 0 ? 1 : Double.pow(1 - moment.commonBefore, rho)
                moment.common = moment.commonBefore + moment.exits.reduce(0, +) / moment.total
                moments.append(moment)
            }
            for index in groups.indices { moment.atRisk[index] -= gone[index] }
            (moment.commonBefore, moment.survivalBefore, moment.incidenceBefore) = (moment.common, moment.survival, incidence)
        }
        return moments
    }
}
