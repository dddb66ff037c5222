/// One comparison as the report shows it: after disclosure control, with its interval, its n and its minimum detectable effect.
public struct ReportFinding: Codable, Sendable, Equatable {
    /// Catalogue id, such as `M2`.
    public var indicator: String
    public var metric: String
    public var chapter: String
    public var attribute: String
    public var group: String
    /// `rest`: everybody else whose group is known and large enough to show.
    public var reference: String
    /// What was held equal in the judged figure, such as `counsellor`; `nil` = crude.
    @ExplicitNull public var stratum: String?
    public var scenario: String
    /// `single_audit`, `year_to_date` or `rolling_12_months`.
    public var window: String

    @ExplicitNull public var n: Int?
    @ExplicitNull public var nReference: Int?
    @ExplicitNull public var groupValue: Double?
    @ExplicitNull public var referenceValue: Double?
    public var effect: Effect
    @ExplicitNull public var direction: Direction?
    /// The group whose difference this one only mirrors; such a finding is printed and not counted.
    @ExplicitNull public var mirrorOf: String?

    /// Always the unadjusted 95 % interval.
    @ExplicitNull public var interval: ReportInterval?
    @ExplicitNull public var interval90: Bounds?
    /// At the level that the decision used.
    @ExplicitNull public var intervalAdjusted: AdjustedInterval?
    @ExplicitNull public var p: Double?
    @ExplicitNull public var pAdjusted: Double?
    /// `holm` or `benjamini_hochberg`.
    public var adjustment: String
    public var family: Family
    public var familySize: Int

    @ExplicitNull public var minimumDetectable: Double?
    /// The margin and the signal size in force, after the baseline rate was taken into account.
    public var margin: Double
    public var signal: Double
    /// How many people would have to be otherwise for the verdict to fall; `nil` when it is no disparity or signal.
    @ExplicitNull public var fragility: Int?

    public var verdict: Verdict
    /// Why there is no number, or why the verdict is capped.
    @ExplicitNull public var reason: String?
    /// The same difference with something else held equal (or nothing, when the judged figure is stratified).
    @ExplicitNull public var beside: Beside?

    /// What it would take to settle this, where it could not be settled; absent in reports from before this was computed.
    public var settling: Settling?

    public enum Family: String, Codable, Sendable { case primary, scan }

    public struct Effect: Codable, Sendable, Equatable {
        /// `difference`, in the metric's unit.
        public var kind: String
        @ExplicitNull public var value: Double?
    }

    public struct Bounds: Codable, Sendable, Equatable {
        /// `nil` = unbounded.
        @ExplicitNull public var low: Double?
        @ExplicitNull public var high: Double?
    }

    public struct ReportInterval: Codable, Sendable, Equatable {
        public var level: Double
        @ExplicitNull public var low: Double?
        @ExplicitNull public var high: Double?
        public var method: String
    }

    public struct AdjustedInterval: Codable, Sendable, Equatable {
        public var level: Double
        @ExplicitNull public var low: Double?
        @ExplicitNull public var high: Double?
    }

    public struct Beside: Codable, Sendable, Equatable {
        /// `nil` = crude.
        @ExplicitNull public var stratum: String?
        @ExplicitNull public var effect: Double?
        @ExplicitNull public var low: Double?
        @ExplicitNull public var high: Double?
        public var method: String
        /// What this figure alone would have been judged.
        public var verdict: Verdict
        /// The judgement depends on what is held equal.
        public var differs: Bool
    }
}
