/// The scale on which the interval of a survival probability is made.
public enum SurvivalScale: Sendable, Equatable {
    /// S -/+ z SE, cut to [0, 1].
    case plain
    /// Symmetric about log S; the upper limit is cut to 1.
    case log
    /// Symmetric about log(-log S) (Kalbfleisch and Prentice 1980): limits stay in (0, 1) by themselves.
    case logLog
    /// Wilson's score interval at the effective number of people S(1 - S)/Var (Dorey and Korn 1987): the one that is defined
    /// where nobody, or everybody, has had the event.
    case score
}
