import Cohort
import Postgres

// Places are no people: all of them are read, because a ranking core may scale over all places.
extension CaptureWalk {
    mutating func readWorkplaces(_ connection: borrowing Connection) throws {
        let columns = [
            "workplace_id", "work_kind", "active_from", "employer_id", "crebo_code", "crebo_level", "sector", "seats",
            "minimum_hours", "active_to", "last_confirmed_on",
        ]
        try stream(connection, Contract.workplace, columns, from: source.rows(Contract.workplace)) { row in
            var record = WorkplaceRecord(
                workplaceId: try row.text(), workKind: try row.text(), activeFrom: try row.day("workplace.active_from"))
            record.employerId = try row.textIfPresent()
            record.creboCode = try row.textIfPresent()
            record.creboLevel = try row.smallint()
            record.sector = try row.textIfPresent()
            record.seats = try row.integer()
            record.minimumHours = try row.smallint()
            record.activeTo = try row.dayIfPresent("workplace.active_to")
            record.lastConfirmedOn = try row.dayIfPresent("workplace.last_confirmed_on")
            try intake.add(record)
        }
    }

    mutating func readProfiles(_ connection: borrowing Connection) throws {
        let columns = ["workplace_id", "profile_variant", "scale_code", "target", "weight"]
        try stream(connection, Contract.idealProfile, columns, from: source.rows(Contract.idealProfile)) { row in
            try intake.add(
                IdealProfileRecord(
                    workplaceId: row.text(), profileVariant: row.text(), scaleCode: row.text(), target: row.decode(Double.self),
                    weight: row.decode(Double.self)))
        }
    }

    mutating func readDemands(_ connection: borrowing Connection) throws {
        let columns = ["workplace_id", "standing", "sitting", "bending", "lifting"]
        try stream(connection, Contract.workplaceDemand, columns, from: source.rows(Contract.workplaceDemand)) { row in
            var record = WorkplaceDemandRecord(workplaceId: try row.text())
            record.standing = try row.flag()
            record.sitting = try row.flag()
            record.bending = try row.flag()
            record.lifting = try row.flag()
            try intake.add(record)
        }
    }
}
