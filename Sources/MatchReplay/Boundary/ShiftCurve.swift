/// The squared distance of one place to a participant as a function of the shift t of the scores along a line: a + 2 b t + c t^2.
struct ShiftCurve {
    /// Position in `Snapshot.workplaces`.
    let place: Int
    /// As the core computed it, without a shift.
    let distance: Double
    let a: Double
    let b: Double
    let c: Double
}

extension RedrawnLists {
    /// The curves of all places on a participant's list, nearest first, for a Euclidean distance.
    /// - Parameter line: points per scale that a shift of 1 stands for. A score that is missing does not move.
    func curves(_ person: Person, along line: [Double]) throws(BoundaryError) -> [ShiftCurve] {
        let perPoint: [Double]
        do throws(ReplayError) { perPoint = try scaledPerPoint(person) } catch { throw .replay(error) }
        let places = candidates(person), count = places.count, counts = counts(person)
        var a = [Double](repeating: 0, count: count), b = a, c = a
        for scale in counts.indices {
            let step = person.row.present[scale] == 1 ? line[scale] * perPoint[scale] : 0
            for place in 0..<count {
                let weight = places.weights[scale * count + place], target = places.targets[scale * count + place]
                if counts[scale] == 1 {
                    let difference = person.row.scores[scale] - target
                    a[place] += weight * (difference * difference)
                    b[place] += weight * (difference * step)
                    c[place] += weight * (step * step)
                } else if core.core.missingValues == .worst {
                    let bounds = person.row.bounds[scale]
                    let worst = max(abs(bounds.lowerBound - target), abs(bounds.upperBound - target))
                    a[place] += weight * (worst * worst)
                }
            }
        }
        let position = Dictionary(uniqueKeysWithValues: places.places.enumerated().map { ($1, $0) })
        return zip(person.observed.workplaces, person.observed.distances).compactMap { place, distance in
            position[place].map { at in
                let factor = places.factors[at]
                return ShiftCurve(place: place, distance: distance, a: factor * a[at], b: factor * b[at], c: factor * c[at])
            }
        }
    }
}
