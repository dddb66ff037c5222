import Metrics

/// Compares a group with its reference on one metric, by the method that `verdicts.md` names for that kind of value.
struct Comparator {
    let metric: MeasuredMetric
    /// Stratum of each person; `nil` = crude.
    let strata: [Int]?
    let limits: Thresholds

    /// Welch for means, the score method for shares with little spread and for rates, within strata by Mantel-Haenszel weights,
    /// effective counts of the cumulative incidence for waiting times.
    func difference(_ sides: Sides) throws(Undefined) -> any GroupDifference {
        let (group, reference) = (sides.group, sides.reference)
        return switch (metric.observations, strata) {
        case (.values(let values), nil):
            try Means.difference(group: group.compactMap { values[$0] }, reference: reference.compactMap { values[$0] }, bounded: false)
        case (.shares(let values), nil):
            try Means.difference(group: group.compactMap { values[$0] }, reference: reference.compactMap { values[$0] }, bounded: true)
        case (.values(let values), let strata?), (.shares(let values), let strata?):
            try StratifiedMeanDifference(
                group: group.compactMap { person in values[person].map { ($0, strata[person]) } },
                reference: reference.compactMap { person in values[person].map { ($0, strata[person]) } })
        case (.outcomes(let outcomes), nil):
            try MiettinenNurminen(
                groupEvents: Double(events(outcomes, group)), groupTotal: Double(group.count),
                referenceEvents: Double(events(outcomes, reference)), referenceTotal: Double(reference.count))
        case (.outcomes(let outcomes), let strata?):
            try MantelHaenszelRiskDifference(strata: rateStrata(outcomes, strata, group: group, reference: reference))
        case (.exits(let exits), nil):
            try CumulativeIncidenceDifference(
                group: group.compactMap { exits[$0] }, reference: reference.compactMap { exits[$0] },
                horizon: try horizon(exits, group: group, reference: reference))
        case (.exits(let exits), let strata?):
            try StratifiedCumulativeIncidenceDifference(
                group: group.compactMap { person in exits[person].map { ($0, strata[person]) } },
                reference: reference.compactMap { person in exits[person].map { ($0, strata[person]) } },
                horizon: try horizon(exits, group: group, reference: reference))
        case (.contrast(let contrast), _):
            try contrast.difference(sides)
        }
    }

    private func events(_ outcomes: [Bool?], _ members: [Int]) -> Int { members.count { outcomes[$0] == true } }

    private func rateStrata(_ outcomes: [Bool?], _ strata: [Int], group: [Int], reference: [Int]) -> [RateStratum] {
        // The numbers of strata count from 0.
        var cells: [RateStratum] = []
        func cell(_ person: Int) -> Int {
            while cells.count <= strata[person] { cells.append(RateStratum(groupEvents: 0, groupTotal: 0, referenceEvents: 0, referenceTotal: 0)) }
            return strata[person]
        }
        for person in group {
            let cell = cell(person)
            cells[cell].groupTotal += 1
            if outcomes[person] == true { cells[cell].groupEvents += 1 }
        }
        for person in reference {
            let cell = cell(person)
            cells[cell].referenceTotal += 1
            if outcomes[person] == true { cells[cell].referenceEvents += 1 }
        }
        return cells.filter { $0.groupTotal + $0.referenceTotal > 0 }
    }

    /// The agreed horizon, or the last day on which enough people on both sides are still waiting.
    private func horizon(_ exits: [Exit?], group: [Int], reference: [Int]) throws(Undefined) -> Int {
        let curves = [
            try CumulativeIncidence(group.compactMap { exits[$0] }), try CumulativeIncidence(reference.compactMap { exits[$0] }),
        ]
        guard let day = PlacementRate.horizon(of: curves, limits: limits) else { throw .nobodyAtRisk }
        return day
    }
}
