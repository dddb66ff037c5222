import Cohort
import Foundation

/// The file name of one gate: `<release>.<attempt>.json`, for any release name, and never one name for two releases.
enum RecordName {
    /// File names end at 255 bytes; this leaves room for the attempt and for a part that is being written.
    private static let longest = 180

    static func file(release: String, attempt: Int) -> String { "\(safe(release)).\(attempt).json" }

    /// Bytes other than letters, digits, `-`, `_` and inner dots are written as %XX, which is one-to-one because % itself is.
    /// A name that becomes too long keeps its first part, and its digest after a sign that no short name has.
    static func safe(_ release: String) -> String {
        var name = ""
        for byte in release.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "_"):
                name.unicodeScalars.append(Unicode.Scalar(byte))
            // At the front it would hide the file.
            case UInt8(ascii: ".") where !name.isEmpty: name += "."
            default: name += String(format: "%%%02X", Int(byte))
            }
        }
        guard name.utf8.count > longest else { return name }
        return name.prefix(100) + "~" + Fingerprint.sha256(of: Data(release.utf8))
    }
}
