import Cohort
import Crypto

/// Turns keys from production into pseudonyms: HMAC-SHA256 over the kind of key, a zero byte and the key, cut to 16 bytes.
///
/// The kind keeps equal keys of different things apart, so that participant 17 and match run 17 do not link. With a key that is
/// drawn for one snapshot and then forgotten nobody can make the pseudonyms again; with a kept key they are linkable over quarters.
public struct Pseudonymiser: Sendable {
    public enum Kind: Int, CaseIterable, Sendable {
        case participant, assessment, matchRun, choice, counsellor, placement, feedback, employer, contact

        /// What goes into the hash; it must never change, or linked snapshots no longer link.
        var name: String {
            switch self {
            case .participant: "participant"
            case .assessment: "assessment"
            case .matchRun: "match_run"
            case .choice: "choice"
            case .counsellor: "counsellor"
            case .placement: "placement"
            case .feedback: "feedback"
            case .employer: "employer"
            case .contact: "employer_contact"
            }
        }
    }

    /// Whether somebody keeps the key.
    public let isLinkable: Bool
    /// HMAC with its key already taken in: copied for every pseudonym, which saves half of the hashing.
    private let keyed: HMAC<SHA256>
    /// The last key of each kind: rows of one list, or of one test, repeat it, and a pseudonym costs 1.5 microseconds.
    private var last: [(key: String, pseudonym: Pseudonym)?]

    private init(key: SymmetricKey, isLinkable: Bool) {
        keyed = HMAC(key: key)
        self.isLinkable = isLinkable
        last = Array(repeating: nil, count: Kind.allCases.count)
    }

    /// Under a key of 256 random bits that lives as long as this value.
    public static func fresh() -> Pseudonymiser {
        Pseudonymiser(key: SymmetricKey(size: .bits256), isLinkable: false)
    }

    /// Under a key that the organisation keeps.
    public init(linkKey: LinkKey) {
        self.init(key: SymmetricKey(data: linkKey.bytes), isLinkable: true)
    }

    /// Under a key made from a seed, for people who do not exist: the demonstration must give the same file twice.
    public init(demonstrationSeed: UInt64) {
        let digest = SHA256.hash(data: Array("fairness-audit demonstration \(demonstrationSeed)".utf8))
        self.init(key: SymmetricKey(data: digest), isLinkable: false)
    }

    public mutating func pseudonym(_ kind: Kind, _ text: String) -> Pseudonym {
        // By bytes: to String two different keys can be equal, when one spells an accent as a sign of its own.
        if let last = last[kind.rawValue], Self.areSameBytes(last.key, text) { return last.pseudonym }
        var message = Array(kind.name.utf8)
        message.append(0)
        message.append(contentsOf: text.utf8)
        var hash = keyed
        hash.update(data: message)
        let words = hash.finalize().withUnsafeBytes { bytes in
            (bytes.loadUnaligned(as: UInt64.self), bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        }
        let pseudonym = Pseudonym(high: UInt64(bigEndian: words.0), low: UInt64(bigEndian: words.1))
        last[kind.rawValue] = (text, pseudonym)
        return pseudonym
    }

    private static func areSameBytes(_ a: String, _ b: String) -> Bool {
        guard a.utf8.count == b.utf8.count else { return false }
        // Both are native strings here, so their bytes lie in one piece and are compared as one.
        let same = a.utf8.withContiguousStorageIfAvailable { a in
            b.utf8.withContiguousStorageIfAvailable { b in a.elementsEqual(b) }
        }
        return (same ?? nil) ?? a.utf8.elementsEqual(b.utf8)
    }
}
