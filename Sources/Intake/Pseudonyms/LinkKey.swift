import Foundation

/// A secret that the organisation keeps, so that the snapshots of different quarters can be linked.
public struct LinkKey: Sendable {
    let bytes: [UInt8]

    public static let minimumLength = 32

    /// Reads a key file: at least 32 bytes, and readable by its owner alone.
    public init(contentsOf path: String) throws(IntakeError) {
        let attributes: [FileAttributeKey: Any]
        let data: Data
        do {
            attributes = try FileManager.default.attributesOfItem(atPath: (path as NSString).resolvingSymlinksInPath)
            data = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw .linkKey(path: path, problem: "it cannot be read", advice: "Make one with: (umask 077; head -c 32 /dev/urandom > \(path))")
        }
        guard let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue, mode & 0o077 == 0 else {
            throw .linkKey(path: path, problem: "others than its owner may read or change it", advice: "Close it with: chmod 600 \(path)")
        }
        guard data.count >= Self.minimumLength else {
            throw .linkKey(
                path: path, problem: "it holds \(data.count) bytes, and a key needs at least \(Self.minimumLength)",
                advice: "Make one with: (umask 077; head -c 32 /dev/urandom > \(path))")
        }
        bytes = Array(data)
    }
}
