import Foundation
import Cohort
import MatchReplay
import Metrics

/// How figures of the laboratory stand in JSON: what is withheld and what has no value say so, and are never 0 or null alone.
enum ResultJSON {
    static func shown<Value>(_ figure: Shown<Value>, _ json: (Value) -> JSONValue) -> JSONValue {
        switch figure {
        case .shown(let value): json(value)
        case .withheld: ["withheld": true]
        }
    }

    static func value(_ result: Result<Double, Unavailable>) -> JSONValue {
        switch result {
        case .success(let value): .init(value)
        case .failure(let reason): ["unavailable": .init(reason.reason)]
        }
    }

    static func interval(_ result: Result<Interval, Unavailable>) -> JSONValue {
        switch result {
        case .success(let interval): Self.interval(interval)
        case .failure(let reason): ["unavailable": .init(reason.reason)]
        }
    }

    /// An end without bound is null.
    static func interval(_ interval: Interval) -> JSONValue {
        ["level": .init(interval.level), "low": .init(interval.low.reportedBound), "high": .init(interval.high.reportedBound)]
    }

    static func gains(_ gains: GainsAndLosses) -> JSONValue {
        ["gain": .init(gains.gain), "lose": .init(gains.lose), "unchanged": .init(gains.unchanged), "unavailable": .init(gains.unavailable)]
    }

    static func changes(_ changes: Changes) -> JSONValue {
        ["changed": .init(changes.changed), "unchanged": .init(changes.unchanged), "unavailable": .init(changes.unavailable)]
    }

    static func core(_ core: RankingCore) -> JSONValue {
        ["name": .init(core.name), "algorithmVersion": .init(core.algorithmVersion), "sha256": .init(core.sha256)]
    }

    /// What a result was made from.
    static func inputs(_ snapshot: Snapshot, _ core: RankingCore) -> JSONValue {
        ["toolVersion": .init(Tool.version), "snapshot": .init(snapshot.digest), "core": Self.core(core)]
    }
}

/// How they stand in a table at the terminal.
enum ResultText {
    static let withheld = "withheld"

    static func shown<Value>(_ figure: Shown<Value>, _ text: (Value) -> String) -> String {
        switch figure {
        case .shown(let value): text(value)
        case .withheld: withheld
        }
    }

    static func number(_ value: Double, digits: Int = 2) -> String {
        let text = String(format: "%.\(digits)f", value)
        // -0.00 is no number that a person should see.
        return Double(text) == 0 ? String(format: "%.\(digits)f", 0.0) : text
    }

    static func value(_ result: Result<Double, Unavailable>, digits: Int = 2) -> String {
        switch result {
        case .success(let value): number(value, digits: digits)
        case .failure: "n/a"
        }
    }

    static func interval(_ interval: Interval, digits: Int = 2) -> String {
        "\(number(interval.low, digits: digits)) to \(number(interval.high, digits: digits))"
    }
}
