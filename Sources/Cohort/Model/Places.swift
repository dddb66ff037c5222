// Where one can work, and what the ideal profile of the place asks.

/// A workplace. Its own id is kept as it was: the tie rule of a ranking core may depend on it, and a place is no person.
public struct Workplace: Sendable, Hashable, SnapshotRow {
    public static let databaseTableName = "workplace"

    public var workplaceId: String
    public var employerId: Pseudonym?
    public var creboCode: String?
    public var creboLevel: Int?
    public var sector: String?
    /// `paid`, `benefit_retained`, `sheltered` or `day_activity`.
    public var workKind: String
    public var seats: Int?
    public var minimumHours: Int?
    public var activeFrom: Day
    /// Until and including this day; `nil` = still.
    public var activeTo: Day?
    public var lastConfirmedOn: Day?

    public init(workplaceId: String, workKind: String, activeFrom: Day) {
        self.workplaceId = workplaceId
        self.workKind = workKind
        self.activeFrom = activeFrom
    }

    public func isActive(on day: Day) -> Bool {
        activeFrom <= day && (activeTo.map { day <= $0 } ?? true)
    }
}

/// One target of one workplace's ideal profile; variant `""` is for everyone.
public struct IdealProfileEntry: Sendable, Hashable, SnapshotRow {
    public static let databaseTableName = "ideal_profile"

    public var workplaceId: String
    public var profileVariant: String
    public var scaleCode: String
    public var target: Double
    public var weight: Double

    public init(workplaceId: String, profileVariant: String, scaleCode: String, target: Double, weight: Double) {
        self.workplaceId = workplaceId
        self.profileVariant = profileVariant
        self.scaleCode = scaleCode
        self.target = target
        self.weight = weight
    }
}

/// What a place asks of the body (two-sided platforms).
public struct WorkplaceDemand: Sendable, Hashable, SnapshotRow {
    public static let databaseTableName = "workplace_demand"

    public var workplaceId: String
    public var standing: Bool?
    public var sitting: Bool?
    public var bending: Bool?
    public var lifting: Bool?

    public init(workplaceId: String) { self.workplaceId = workplaceId }
}
