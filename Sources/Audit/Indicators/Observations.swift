import Cohort
import Metrics

/// One metric with what is known of every person.
struct MeasuredMetric: Sendable {
    let description: AuditReport.IndicatorDescription
    let observations: Observations
    /// Why this metric can be a signal at most, in this snapshot.
    var cap: String?
    /// Attributes by which it is not compared, because they are part of what it is about.
    var notBy: Set<Attribute> = []
}

/// One value per person, parallel to `AuditFrame.people`; `nil` = not in this metric's population.
enum Observations: Sendable {
    /// A mean per person, on any scale.
    case values(PackedValues)
    /// A mean per person of something that lies in 0...1.
    case shares(PackedValues)
    /// Yes or no.
    case outcomes([Bool?])
    /// When and how this person's waiting ended.
    case exits([Exit?])
    /// A figure of sets of people as a whole.
    case contrast(Contrast)

    static func values(_ values: some Sequence<Double?>) -> Observations { .values(PackedValues(values)) }

    static func shares(_ values: some Sequence<Double?>) -> Observations { .shares(PackedValues(values)) }

    var population: [Int] {
        switch self {
        case .values(let values), .shares(let values): values.indices.filter { values[$0] != nil }
        case .outcomes(let outcomes): outcomes.indices.filter { outcomes[$0] != nil }
        case .exits(let exits): exits.indices.filter { exits[$0] != nil }
        case .contrast(let contrast): contrast.population.indices.filter { contrast.population[$0] }
        }
    }

    /// How many of these people had the event that the figure is about; `nil` = it is about none.
    func events(among people: [Int]) -> Int? {
        switch self {
        case .outcomes(let outcomes): people.count { outcomes[$0] == true }
        case .exits(let exits): people.count { exits[$0]?.kind == .event }
        case .contrast(let contrast): contrast.events.map { events in people.count { events[$0] } }
        case .values, .shares: nil
        }
    }

    /// Why one comparison can be a signal at most; `nil` = nothing stands in its way.
    func cap(_ sides: Sides) -> String? {
        if case .contrast(let contrast) = self { contrast.cap?(sides) } else { nil }
    }

    /// Whether margins are capped at half of the baseline rate.
    var isRate: Bool {
        switch self {
        case .values: false
        case .shares, .outcomes, .exits: true
        case .contrast(let contrast): contrast.isRate
        }
    }
}

/// A slope, a restricted mean, a spread, a difference in differences: nobody has a value of his own, so the figure is computed from
/// the people on both sides at once.
struct Contrast: Sendable {
    /// Parallel to `AuditFrame.people`.
    let population: [Bool]
    let isRate: Bool
    /// Whether the people of the window could change labels with each other without anything else changing.
    var isExchangeable = true
    /// Who had the event that the figure is made of, where there is one: the public edition shows nothing about hardly any of them.
    var events: [Bool]?
    let difference: @Sendable (Sides) throws(Undefined) -> any GroupDifference
    /// Why this comparison can be a signal at most, as a code, where that depends on who is compared.
    var cap: (@Sendable (Sides) -> String?)?
}

