/// The languages in which a report can be read. The raw value is the BCP 47 tag and the name of the phrasebook.
public enum Language: String, Sendable, CaseIterable {
    case nl
    case en
}
