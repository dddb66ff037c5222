import Cohort

/// A row of `workplace`.
public struct WorkplaceRecord: Sendable, Equatable {
    public var workplaceId: String
    public var employerId: String?
    public var creboCode: String?
    public var creboLevel: Int?
    public var sector: String?
    public var workKind: String
    public var seats: Int?
    public var minimumHours: Int?
    public var activeFrom: Day
    public var activeTo: Day?
    public var lastConfirmedOn: Day?

    public init(workplaceId: String, workKind: String, activeFrom: Day) {
        self.workplaceId = workplaceId
        self.workKind = workKind
        self.activeFrom = activeFrom
    }
}

/// A row of `ideal_profile`.
public struct IdealProfileRecord: Sendable, Equatable {
    public var workplaceId: String
    public var profileVariant: String
    public var scaleCode: String
    public var target: Double
    public var weight: Double

    public init(workplaceId: String, profileVariant: String = "", scaleCode: String, target: Double, weight: Double = 1) {
        self.workplaceId = workplaceId
        self.profileVariant = profileVariant
        self.scaleCode = scaleCode
        self.target = target
        self.weight = weight
    }
}

/// A row of `workplace_demand`.
public struct WorkplaceDemandRecord: Sendable, Equatable {
    public var workplaceId: String
    public var standing: Bool?
    public var sitting: Bool?
    public var bending: Bool?
    public var lifting: Bool?

    public init(workplaceId: String) { self.workplaceId = workplaceId }
}
