import Audit
import Cohort
import Foundation
import TestSupport

@testable import Gate

/// The project's limits, with parts exchanged.
enum Limits {
    /// - Parameter changes: from a path such as `gate.notSettled.value` to the JSON that it becomes.
    static func read(_ changes: [String: String] = [:]) throws -> Thresholds {
        let data = try Data(contentsOf: Repository.root.appendingPathComponent("thresholds.json"))
        guard var root = try JSONSerialization.jsonObject(with: data) as? [String: Any] else { throw TestSetupError("thresholds.json is no object") }
        for (path, value) in changes {
            let new = try JSONSerialization.jsonObject(with: Data(value.utf8), options: .fragmentsAllowed)
            root = try replaced(root, path.split(separator: ".").map(String.init)[...], by: new)
        }
        return try Thresholds.read(JSONSerialization.data(withJSONObject: root, options: .sortedKeys), source: "thresholds.json")
    }

    private static func replaced(_ object: [String: Any], _ path: ArraySlice<String>, by value: Any) throws -> [String: Any] {
        guard let key = path.first else { return object }
        var object = object
        if path.count == 1 {
            object[key] = value
        } else {
            guard let inner = object[key] as? [String: Any] else { throw TestSetupError("thresholds.json has no \(key)") }
            object[key] = try replaced(inner, path.dropFirst(), by: value)
        }
        return object
    }
}

extension GateReport {
    func finding(_ id: String) throws -> GateFinding {
        guard let finding = findings.first(where: { $0.id == id }) else { throw TestSetupError("the gate has no finding \(id)") }
        return finding
    }

    func invariant(_ id: String) throws -> Invariant {
        guard let invariant = invariants.first(where: { $0.id == id }) else { throw TestSetupError("the gate has no \(id)") }
        return invariant
    }
}
