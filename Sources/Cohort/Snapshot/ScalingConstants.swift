import GRDB

/// Location and spread of each scale, over all participants' scores and over all workplaces' targets: each side by itself.
///
/// They are computed once, when a snapshot is finished, before any filter, and then frozen with it:
/// a list must never depend on who else is in a subset. `standardDeviation` is the population one (divided by n).
public struct ScalingConstants: Sendable, Equatable {
    public struct Constant: Sendable, Equatable {
        public var count: Int
        public var mean: Double
        public var standardDeviation: Double
        public var minimum: Double
        public var maximum: Double

        public init(count: Int, mean: Double, standardDeviation: Double, minimum: Double, maximum: Double) {
            self.count = count
            self.mean = mean
            self.standardDeviation = standardDeviation
            self.minimum = minimum
            self.maximum = maximum
        }
    }

    /// By scale code.
    public var participants: [String: Constant]
    public var workplaces: [String: Constant]

    public init(participants: [String: Constant], workplaces: [String: Constant]) {
        self.participants = participants
        self.workplaces = workplaces
    }

    static func compute(in db: Database) throws -> ScalingConstants {
        ScalingConstants(
            participants: try side("assessment_score", value: "score", key: "assessment_id", in: db),
            workplaces: try side("ideal_profile", value: "target", key: "workplace_id, profile_variant", in: db))
    }

    private static func side(_ table: String, value: String, key: String, in db: Database) throws -> [String: Constant] {
        // Ordered, so that the sums do not depend on the order of insertion; two passes, because SQLite has no standard deviation.
        let rows = try Row.fetchCursor(
            db, sql: "SELECT scale_code, \(value) AS v FROM \(table) WHERE \(value) IS NOT NULL ORDER BY scale_code, \(key)")
        var values: [String: [Double]] = [:]
        while let row = try rows.next() { values[row["scale_code"], default: []].append(row["v"]) }
        return values.mapValues { values in
            let count = Double(values.count)
            let mean = values.reduce(0, +) / count
            let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            return Constant(
                count: values.count, mean: mean, standardDeviation: (squares / count).squareRoot(),
                minimum: values.min() ?? mean, maximum: values.max() ?? mean)
        }
    }

    func save(in db: Database) throws {
        for (side, constants) in [("participants", participants), ("workplaces", workplaces)] {
            for (code, constant) in constants {
                try db.execute(
                    sql: "INSERT INTO scaling_constant VALUES (?, ?, ?, ?, ?, ?, ?)",
                    arguments: [
                        side, code, constant.count, constant.mean, constant.standardDeviation, constant.minimum, constant.maximum,
                    ])
            }
        }
    }

    init(from db: Database) throws {
        self.init(participants: [:], workplaces: [:])
        for row in try Row.fetchAll(db, sql: "SELECT * FROM scaling_constant") {
            let constant = Constant(
                count: row["value_count"], mean: row["mean"], standardDeviation: row["standard_deviation"],
                minimum: row["minimum"], maximum: row["maximum"])
            let side: String = row["side"]
            if side == "participants" { participants[row["scale_code"]] = constant } else { workplaces[row["scale_code"]] = constant }
        }
    }
}
