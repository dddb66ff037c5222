/// The counts behind a comparison of two independent rates.
public protocol TwoRates: Sendable {
    /// People with the outcome; need not be whole where the type says so.
    var groupEvents: Double { get }
    /// People.
    var groupTotal: Double { get }
    var referenceEvents: Double { get }
    var referenceTotal: Double { get }
}

extension TwoRates {
    public var groupCount: Int { Int(groupTotal.rounded()) }
    public var referenceCount: Int { Int(referenceTotal.rounded()) }
    public var groupValue: Double { groupEvents / groupTotal }
    public var referenceValue: Double { referenceEvents / referenceTotal }

    /// Events after one person of the smaller side (the group on a tie) has been recoded towards no difference. A sum of shares
    /// below 1 cannot lose a whole person's outcome.
    func recodedEvents(difference: Double) -> (group: Double, reference: Double) {
        if groupCount <= referenceCount {
            let change = difference > 0 ? -min(1, groupEvents) : min(1, groupTotal - groupEvents)
            return (groupEvents + change, referenceEvents)
        }
        let change = difference > 0 ? min(1, referenceTotal - referenceEvents) : -min(1, referenceEvents)
        return (groupEvents, referenceEvents + change)
    }
}
