import Metrics

/// Why a figure about lists has no value.
public enum Unavailable: Error, Sendable, Equatable {
    /// One of the two lists is empty.
    case noList
    /// One of the two lists is shorter than the depth that was asked.
    case shorterThan(depth: Int)
    /// The two cores measure distance in different units.
    case otherUnit
    /// The core has no squared distance to split.
    case noSquaredDistance
    case undefined(Undefined)

    public var reason: String {
        switch self {
        case .noList: "One of the lists is empty."
        case .shorterThan(let depth): "One of the lists has fewer than \(depth) places."
        case .otherUnit: "The two cores measure distance in different units (another distance, weights, scaling or rule for missing scores)."
        case .noSquaredDistance: "Only a Euclidean distance can be split into level, spread and shape."
        case .undefined(let undefined): undefined.reason
        }
    }

    static func result<Value>(_ make: () throws(Undefined) -> Value) -> Result<Value, Unavailable> {
        do throws(Undefined) { return .success(try make()) } catch { return .failure(.undefined(error)) }
    }
}
