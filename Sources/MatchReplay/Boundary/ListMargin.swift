/// The smallest shift of a participant's scores along one line that changes who is on top.
public enum ListMargin: Sendable, Equatable {
    /// - Parameters:
    ///   - shift: with its sign, in units of the direction. At exactly this shift two places are equally near; beyond it they have changed order.
    ///     0 when they are equally near already.
    ///   - leaves: the place (position in `Snapshot.workplaces`) that is passed.
    ///   - enters: the place that passes it.
    case shift(Double, leaves: Int, enters: Int)
    /// No shift along this line ever changes it, or there is no further place that could come in.
    case never
    /// The participant has no list.
    case noList

    /// The size of the shift: infinite when nothing ever changes, `nil` without a list.
    public var size: Double? {
        switch self {
        case .shift(let shift, _, _): abs(shift)
        case .never: .infinity
        case .noList: nil
        }
    }

    /// The smaller of two; equal sizes keep this one.
    func smaller(_ other: ListMargin) -> ListMargin {
        guard let own = size, let others = other.size else { return self }
        return others < own ? other : self
    }
}

extension ListMargin {
    /// - Parameters:
    ///   - curves: of every place on a list, nearest first.
    ///   - top: the first so many are the set that may change.
    init(_ curves: [ShiftCurve], top: Int) {
        var margin = curves.isEmpty ? ListMargin.noList : .never
        for near in curves.prefix(top) {
            for far in curves.dropFirst(top) {
                let crossing = Crossing(near: near, far: far)
                for shift in [crossing.forward, crossing.backward.map { -$0 }] {
                    guard let shift, abs(shift) < margin.size ?? 0 else { continue }
                    margin = .shift(shift, leaves: near.place, enters: far.place)
                }
            }
        }
        self = margin
    }
}
