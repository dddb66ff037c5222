/// Who the report is for: how much it tells, and how strict disclosure control is.
public enum Edition: String, Codable, Sendable, CaseIterable {
    /// Inside the organisation: cells and denominators below the minimum are withheld.
    case full
    /// For everybody: numerators and complements below the public minimum are withheld too.
    case `public`
    /// One page in plain language for the people whom the lists are about.
    case resident
    /// What an alderman and the council have to know and decide.
    case council

    /// It leaves the organisation, so the public rules of disclosure control hold for it.
    public var isPublished: Bool { self != .full }

    /// Whether a report that was disclosed for this edition may be shown as another: published ones hold the same numbers,
    /// and nothing that was disclosed for inside may leave.
    public func mayBeShown(as other: Edition) -> Bool { self == other || (isPublished && other.isPublished) }
}
