/// What people must write about an adverse difference before a report is final: the three steps of the Algoritmekader (ver-03),
/// the second of which is four questions that are answered apart.
public enum AssessmentStep: String, Codable, Sendable, CaseIterable {
    /// What the difference is, and how certain.
    case bias
    /// Whether what causes it serves a legitimate aim,
    case legitimate
    /// is suitable for that aim,
    case suitable
    /// is necessary for it,
    case necessary
    /// and is in proportion to the disadvantage.
    case proportionate
    /// Whether it is right to want it, even when it can be justified.
    case desirability
}
