/// A line along which scores are shifted.
public enum ShiftDirection: Sendable, Equatable {
    /// One scale, in the points of its scores: what a constant added to that scale for everybody who took the test in a language would do.
    case scale(String)
    /// Every scale by itself, in standard deviations of that scale (frozen with the snapshot): the margin is that of the scale that changes the list first.
    case anyScale
    /// Every scale at once, by the difference of its means between two languages (language less reference): -1 takes the difference away.
    case language(String, reference: String)
}
