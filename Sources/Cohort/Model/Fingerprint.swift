import Crypto
import Foundation

/// The digest by which a report names its inputs.
public enum Fingerprint {
    /// SHA-256 in lower-case hexadecimal digits.
    public static func sha256(of bytes: Data) -> String {
        SHA256.hash(data: bytes).map { String(format: "%02x", $0) }.joined()
    }

    /// SHA-256 of what is written or read piece by piece.
    public struct Running {
        private var hash = SHA256()

        public init() {}

        public mutating func add(_ bytes: UnsafeRawBufferPointer) { hash.update(bufferPointer: bytes) }

        public var bytes: [UInt8] { Array(hash.finalize()) }
    }
}
