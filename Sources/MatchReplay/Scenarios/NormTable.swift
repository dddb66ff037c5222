import Cohort

/// A supplier's table of norms: per test language and scale, which norm score belongs to a raw score, straight lines in between.
///
/// Nothing is said beyond the first and the last row. Norm scores are on the scale that the core's constants and the ideal profiles are on.
public struct NormTable: Sendable, Equatable {
    public struct Row: Sendable, Equatable {
        public let raw: Double
        public let norm: Double

        public init(raw: Double, norm: Double) {
            self.raw = raw
            self.norm = norm
        }
    }

    /// Rows of one language and scale, from the lowest raw score up.
    public struct Curve: Sendable, Equatable {
        public let rows: [Row]

        /// - Returns: `nil` when fewer than two rows are left, a raw score stands twice, or a higher raw score has a lower norm.
        public init?(_ rows: [Row]) {
            let sorted = rows.sorted { $0.raw < $1.raw }
            guard sorted.count >= 2, rows.allSatisfy({ $0.raw.isFinite && $0.norm.isFinite }),
                zip(sorted, sorted.dropFirst()).allSatisfy({ $0.raw < $1.raw && $0.norm <= $1.norm })
            else { return nil }
            self.rows = sorted
        }

        /// `nil` outside the table.
        public func norm(_ score: Double) -> Double? {
            guard let upper = rows.firstIndex(where: { score <= $0.raw }) else { return nil }
            if score == rows[upper].raw { return rows[upper].norm }
            guard upper > 0 else { return nil }
            let (a, b) = (rows[upper - 1], rows[upper])
            return a.norm + (score - a.raw) / (b.raw - a.raw) * (b.norm - a.norm)
        }

        /// Norm points per raw point over the whole table: what an error of measurement is multiplied by.
        var stretch: Double {
            (rows[rows.count - 1].norm - rows[0].norm) / (rows[rows.count - 1].raw - rows[0].raw)
        }
    }

    /// By test language and then by scale code.
    public let curves: [String: [String: Curve]]
    /// The file's name, for messages.
    public let source: String

    public init(curves: [String: [String: Curve]], source: String) {
        self.curves = curves
        self.source = source
    }
}
