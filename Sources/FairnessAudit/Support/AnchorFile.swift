import Audit
import Cohort
import Foundation
import Gate

/// The core that was approved at the last annual audit, found where thresholds.json says and held to the digest that was approved.
enum AnchorFile {
    /// - Parameter thresholds: path of the limits; the anchor's file is relative to its folder.
    static func core(_ limits: Thresholds, thresholds: String) throws -> GateCore? {
        guard let anchor = limits.gate?.anchor.value else { return nil }
        let folder = URL(fileURLWithPath: thresholds).deletingLastPathComponent()
        let path = URL(fileURLWithPath: anchor.file, relativeTo: folder).path
        let data = try InputFile.read(path, what: "The anchor, the core approved at the last annual audit,")
        guard Fingerprint.sha256(of: data) == anchor.sha256 else { throw AnchorError.changed(path: path, approvedOn: anchor.approvedOn.iso) }
        return try CoreFile.any(path, demo: false).gateCore
    }
}

enum AnchorError: Error, CustomStringConvertible {
    case changed(path: String, approvedOn: String)

    var description: String {
        switch self {
        case .changed(let path, let approvedOn):
            "The anchor \(path) is not the core that was approved on \(approvedOn): its SHA-256 differs from gate.anchor in the limits. Restore the approved file, or have the new one approved and write its digest down."
        }
    }
}
