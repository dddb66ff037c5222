import Cohort

extension Generaliser {
    public mutating func generalise(_ record: WorkplaceRecord) throws(IntakeError) -> Workplace {
        var row = Workplace(
            workplaceId: record.workplaceId, workKind: try requiredCode(record.workKind, Codes.workKind, "workplace.work_kind"),
            activeFrom: record.activeFrom)
        row.employerId = optionalPseudonym(.employer, record.employerId)
        row.creboCode = code(record.creboCode, .label, "workplace.crebo_code")
        row.creboLevel = number(record.creboLevel, in: 1...4, "workplace.crebo_level")
        row.sector = code(record.sector, .label, "workplace.sector")
        row.seats = number(record.seats, in: 0...Int.max, "workplace.seats")
        row.minimumHours = number(record.minimumHours, in: 0...168, "workplace.minimum_hours")
        row.activeTo = record.activeTo
        row.lastConfirmedOn = record.lastConfirmedOn
        return row
    }

    public func generalise(_ record: IdealProfileRecord) throws(IntakeError) -> IdealProfileEntry {
        IdealProfileEntry(
            workplaceId: record.workplaceId,
            profileVariant: try requiredCode(record.profileVariant, .label, "ideal_profile.profile_variant"),
            scaleCode: record.scaleCode, target: try finite(record.target, "ideal_profile.target"),
            weight: try finite(record.weight, "ideal_profile.weight"))
    }

    public func generalise(_ record: WorkplaceDemandRecord) -> WorkplaceDemand {
        var row = WorkplaceDemand(workplaceId: record.workplaceId)
        row.standing = record.standing
        row.sitting = record.sitting
        row.bending = record.bending
        row.lifting = record.lifting
        return row
    }
}
