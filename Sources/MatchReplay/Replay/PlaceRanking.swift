import CDistance
import Cohort

/// Ranks places for one set of scores: what `Replay` does for every run, and what makes the lists of people who do not exist yet.
public struct PlaceRanking: Sendable {
    public let core: FrozenCore
    private let places: PlaceTable

    init(_ core: FrozenCore, workplaces: [Workplace], profiles: [IdealProfileEntry]) throws(ReplayError) {
        self.core = core
        places = try PlaceTable(core, workplaces: workplaces, profiles: profiles)
    }

    /// Without a snapshot: the core must give its scaling constants, or not scale.
    public init(core: RankingCore, scales: [Scale], workplaces: [Workplace], profiles: [IdealProfileEntry]) throws(ReplayError) {
        try self.init(FrozenCore(core, scales: scales, profiles: profiles, frozen: nil), workplaces: workplaces, profiles: profiles)
    }

    /// - Parameters:
    ///   - scores: as stored, by scale code; a scale that is not there was not measured.
    ///   - top: at most so many places; `nil` = every place that can be ranked.
    /// - Returns: places by their index in `workplaces`.
    public func list(scores: [String: Double], on day: Day, top: Int?) throws(ReplayError) -> ReplayedList {
        var scaled = [Double](repeating: 0, count: core.scales.count), present = scaled
        for (index, scale) in core.scales.enumerated() {
            guard let score = scores[scale.code] else { continue }
            scaled[index] = scale.participants(score)
            guard scaled[index].isFinite else { throw .notFinite(relation: "assessment_score", code: scale.code) }
            present[index] = 1
        }
        return list(scaled: scaled, present: present, on: day, top: top)
    }

    /// - Parameters: parallel to `core.scales`; `present` is 1 where there is a score, else 0.
    func list(scaled: [Double], present: [Double], on day: Day, top: Int?) -> ReplayedList {
        let ranked = rank(squaredDistances(scores: scaled, present: present), present: present, on: day)
        let kept = ranked.prefix(max(0, top ?? ranked.count))
        return ReplayedList(workplaces: kept.map(\.place), distances: kept.map(\.distance))
    }

    private func squaredDistances(scores: [Double], present: [Double]) -> [Double] {
        [Double](unsafeUninitializedCapacity: places.count) { out, count in
            count = places.count
            guard let out = out.baseAddress, count > 0 else { return }
            distance_squares(1, places.count, scores.count, scores, present, places.targets, places.weights, out)
        }
    }

    private func rank(_ squares: [Double], present: [Double], on day: Day) -> [(distance: Double, place: Int)] {
        let complete = present.allSatisfy { $0 == 1 }
        var ranked: [(distance: Double, place: Int)] = []
        ranked.reserveCapacity(places.count)
        for place in squares.indices {
            guard core.core.places == .all || places.isActive(place, on: day) else { continue }
            let weight = askedWeight(of: place, present: present)
            guard weight.counted > 0 else { continue }
            var square = squares[place]
            if !complete {
                switch core.core.missingValues {
                case .skip: break
                case .skipAndRescale: if weight.missing > 0 { square *= (weight.counted + weight.missing) / weight.counted }
                case .excludePlace: if weight.missing > 0 { continue }
                }
            }
            ranked.append((square.squareRoot(), place))
        }
        ranked.sort { a, b in
            a.distance != b.distance ? a.distance < b.distance : places.tiePosition[a.place] < places.tiePosition[b.place]
        }
        return ranked
    }

    /// The weights of the scales that a place asks: of those the participant has, and of those the participant lacks.
    private func askedWeight(of place: Int, present: [Double]) -> (counted: Double, missing: Double) {
        var counted = 0.0, missing = 0.0
        for scale in present.indices {
            let weight = places.weights[scale * places.count + place]
            if present[scale] == 1 { counted += weight } else { missing += weight }
        }
        return (counted, missing)
    }
}
