import Cohort

/// `systems/<name>.json`: what kind of matching system is under audit, and by whom people may be grouped in it.
///
/// Thresholds say how large a difference matters; this says which questions are asked at all. A third system is another file.
public struct SystemConfiguration: Sendable, Equatable {
    /// `ik-zoek`, `hallowerk`.
    public let name: String
    public let title: AuditReport.Words
    /// Ids of the catalogue, or `nil` for all.
    public let indicators: [String]?
    /// Attributes by which people are grouped, each with the reason why that is needed.
    public let attributes: [GroupedAttribute]
    /// Records under which a special category may be used.
    public let specialCategories: [SpecialCategoryRecord]
    /// Pairs of attributes whose intersections are scanned.
    public let intersections: [Grouping]
    /// Scales whose drift is looked at first; empty = every capacity scale.
    public let driftScales: [String]
    /// What later quarters are held against; `nil` = the year before the window.
    public let referencePeriod: Period?
    /// Whether people whose first list lies before the window count from its first day on.
    public let delayedEntry: Bool
    /// Whose workshop or assessment the report answers line by line; empty = nobody's.
    public let inventory: [InventoryLine.Source]
    /// What the system does and for whom; `nil` = nobody wrote it down.
    public var description: Description?
    /// On what ground people's data are used for this audit; `nil` = nobody wrote it down.
    public var lawfulness: Lawfulness?
    /// Words of this system, by key of the phrasebook.
    public let phrases: [String: AuditReport.Words]
    /// SHA-256 of the file's bytes.
    public let sha256: String

    public struct GroupedAttribute: Sendable, Equatable {
        public let attribute: Attribute
        public let purpose: AuditReport.Words
        /// The group that the others are held against; `nil` = everybody else.
        public let reference: String?
        /// Code of the source -> code of the audit, for groups that are too small or too fine by themselves.
        public let merge: [String: String]
        /// Code -> the coarser group into which it is folded where it is too small for a summary that leaves the organisation.
        public var coarser: [String: String] = [:]
    }

    /// Who decided, for what and until when, that a special category of personal data may be used (AI Act 4a, GDPR 9).
    public struct SpecialCategoryRecord: Sendable, Equatable {
        public let attribute: Attribute
        public let purpose: AuditReport.Words
        public let approver: String
        public let approvedOn: Day
        /// The last day on which the record holds.
        public let expires: Day
    }

    /// Attributes that are a special category themselves: off without a record. Languages are proxies of origin; they are named as such
    /// and need a purpose, as every attribute does.
    public static let specialAttributes: Set<Attribute> = [.targetGroupRegister]

    public func attribute(_ attribute: Attribute) -> GroupedAttribute? { attributes.first { $0.attribute == attribute } }

    /// The label of one participant after merging; `nil` where it is not known.
    func label(_ attribute: Attribute, of participant: Participant, test: Assessment?) -> String? {
        let merge = self.attribute(attribute)?.merge ?? [:]
        return attribute.label(of: participant, test: test).map { merge[$0] ?? $0 }
    }

    /// What an audit of a cycle reads: its windows, and what drift is held against when that is asked.
    public func capturePeriod(for cycle: AuditCycle) -> Period {
        let windows = cycle.capturePeriod
        guard asks(Drift.id), let judged = cycle.windows.first?.period else { return windows }
        let reference = referencePeriod ?? Period(from: judged.from + -TestedPeriods.usualReferenceDays, to: judged.from + -1)
        return reference.flatMap { Period(from: min(windows.from, $0.from), to: windows.to) } ?? windows
    }

    func asks(_ indicator: String) -> Bool { indicators?.contains(indicator) ?? true }

    /// Every question over the standard attributes: what an audit without a configuration does.
    public static let standard = SystemConfiguration(
        name: "standard", title: .init(nl: "Matching", en: "Matching"), indicators: nil,
        attributes: Attribute.standard.map { GroupedAttribute(attribute: $0, purpose: .init(nl: "controlecyclus", en: "control cycle"), reference: nil, merge: [:]) },
        specialCategories: [], intersections: [], driftScales: [], referencePeriod: nil, delayedEntry: false, inventory: [], phrases: [:], sha256: "")
}
