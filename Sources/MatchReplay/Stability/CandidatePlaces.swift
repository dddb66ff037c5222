/// The places that can stand on one participant's list, side by side as the kernel reads them, for a Euclidean distance.
struct CandidatePlaces {
    /// Position of each candidate in `Snapshot.workplaces`.
    let places: [Int]
    /// scales x candidates, scaled; 0 where a place does not ask the scale.
    let targets: [Double]
    /// scales x candidates; 0 where a place does not ask the scale.
    let weights: [Double]
    /// What the sum of each candidate is multiplied by, for scales that were not measured.
    let factors: [Double]
    /// Position of each candidate in the order that breaks ties.
    let tiePositions: [Int]

    var count: Int { places.count }
}
