import Cohort

/// What to capture, and how coarse.
public struct CaptureRequest: Sendable {
    /// The runs executed from the first of these days to the last, and what was known on the last.
    public var period: Period
    public var ageBands: AgeBands
    /// nil: a fresh key that is forgotten with the capture.
    public var linkKey: LinkKey?
    /// In which a moment becomes a day.
    public var timeZone: String
    public var schema: String
    public var toolVersion: String

    /// - Throws: ``IntakeError/periodReversed(from:to:)``.
    public init(
        from: Day, to: Day, ageBands: AgeBands = .standard, linkKey: LinkKey? = nil, timeZone: String = "Europe/Amsterdam",
        schema: String = Contract.defaultSchema, toolVersion: String
    ) throws(IntakeError) {
        guard let period = Period(from: from, to: to) else { throw .periodReversed(from: from.iso, to: to.iso) }
        self.period = period
        self.ageBands = ageBands
        self.linkKey = linkKey
        self.timeZone = timeZone
        self.schema = schema
        self.toolVersion = toolVersion
    }
}
