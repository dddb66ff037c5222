/// How many people are drawn again, and how often.
struct RedrawnSettings: Sendable, Equatable, Codable {
    let people: Int
    let draws: Int
    let seed: UInt64

    init(_ limits: Thresholds) {
        people = Int(limits.parameter("people", of: AdviceStability.id))
        draws = Int(limits.parameter("draws", of: AdviceStability.id))
        seed = UInt64(limits.analysis.seed.value)
    }
}
