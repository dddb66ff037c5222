import Crypto
import Foundation

/// The digest by which a report names its inputs.
public enum Fingerprint {
    /// SHA-256 in lower-case hexadecimal digits.
    public static func sha256(of bytes: Data) -> String {
        SHA256.hash(data: bytes).map { String(format: "%02x", $0) }.joined()
    }
}
