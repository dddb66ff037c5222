import Cohort

/// What is planted in a demonstration: each effect at most once.
///
///     [.testLanguageShift]                                   its standard size, from its standard quarter
///     Planting([Plant(.earlyEndings, size: 0.2)])            another size
public struct Planting: Sendable, Equatable, ExpressibleByArrayLiteral {
    private let plants: [PlantedEffect: Plant]

    /// Of two plants of one effect the later one counts.
    public init(_ plants: [Plant]) {
        self.plants = Dictionary(plants.map { ($0.effect, $0) }, uniquingKeysWith: { _, later in later })
    }

    /// At their standard sizes and quarters.
    public init(_ effects: some Sequence<PlantedEffect>) { self.init(effects.map { Plant($0) }) }

    public init(arrayLiteral effects: PlantedEffect...) { self.init(effects) }

    /// In the order of the list of effects.
    public var all: [Plant] { PlantedEffect.allCases.compactMap { plants[$0] } }

    public var effects: [PlantedEffect] { all.map(\.effect) }

    /// As ``parse(_:system:)`` reads it.
    public var text: String {
        plants.isEmpty ? "none" : all.map { "\($0.effect.rawValue)=\($0.size)@\($0.from)" }.joined(separator: ",")
    }

    public subscript(effect: PlantedEffect) -> Plant? { plants[effect] }

    /// The size of an effect on a day; `nil` when it is not planted, or starts later.
    func size(of effect: PlantedEffect, on day: Day) -> Double? {
        plants[effect].flatMap { $0.from.first <= day ? $0.size : nil }
    }
}
