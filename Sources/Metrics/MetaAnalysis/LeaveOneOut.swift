/// The common effect without each study in turn: a conclusion that one study carries is seen here.
public struct LeaveOneOut: Sendable {
    public static let method = "leave_one_out"
    public static let citation = "Viechtbauer and Cheung (2010), Research Synthesis Methods 1:112-125"

    /// At each position the effect of all the other studies.
    public let effects: [InverseVarianceEffect]

    /// - Throws: `tooFewStudies(needed: 2)`.
    public init(_ effects: StudyEffects) throws(Undefined) {
        try effects.require(2)
        self.effects = (0..<effects.count).map { InverseVarianceEffect(checked: effects.without($0)) }
    }
}
