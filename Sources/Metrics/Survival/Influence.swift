/// Influence of any record on an estimate at one time: the derivative of the estimate with respect to the record's weight.
///
/// A record contributes a gain at its own exit and pays at every time it is at risk: gain(end) - (paid(end) - paid(entry)). Both
/// follow from the table once; a record that is not in the data (one person's outcome recoded) is asked in the same way.
package struct Influence: Sendable {
    private let times: [Double]
    /// Gain of an exit for each cause at each time.
    private let gains: [[Double]]
    /// Sum of what a record pays over the times before this one.
    private let paidBefore: [Double]
    /// Gain of an exit for a cause at a time at which nobody in the data left.
    private let gainElsewhere: @Sendable (Int, Double) -> Double

    /// - Parameters:
    ///   - gains: by cause and time, for the times that count.
    ///   - payments: what one at risk pays at each of these times.
    ///   - elsewhere: gain of an exit at any other time, for records that are not in the data.
    init(
        times: [Double], gains: [[Double]], payments: [Double], elsewhere: @escaping @Sendable (Int, Double) -> Double = { _, _ in 0 }
    ) {
        gainElsewhere = elsewhere
        self.times = times
        self.gains = gains
        var sum = CompensatedSum()
        var paid = [0.0]
        paid.reserveCapacity(payments.count + 1)
        for payment in payments {
            sum.add(payment)
            paid.append(sum.value)
        }
        paidBefore = paid
    }

    package func of(_ record: FollowUp) -> Double {
        let until = TimeOrder.count(times, upTo: record.end)
        let from = record.entry > 0 ? TimeOrder.count(times, upTo: record.entry) : 0
        var gain = 0.0
        if record.cause > 0 {
            let isInData = until > 0 && times[until - 1] == record.end
            gain = isInData ? gains[record.cause - 1][until - 1] : gainElsewhere(record.cause, record.end)
        }
        return gain - (paidBefore[until] - paidBefore[from])
    }

    /// Sum over the records of (weight x influence)^2.
    package func variance(_ records: [FollowUp]) -> Double {
        var sum = CompensatedSum()
        for record in records {
            let part = record.weight * of(record)
            sum.add(part * part)
        }
        return sum.value
    }
}
