/// Follow-up in whole days of people who all count once and are followed from time zero: how many leave on each day, by cause.
///
/// The usual case, in which nothing has to be sorted. All sums are of ones, so whatever is made of them is the same to the last
/// bit as by sorting.
package struct DayCounts: Sendable, Equatable {
    /// People whose follow-up ends on day 0, 1, 2, ...
    package let leaving: [Int]
    /// Of those, people leaving for cause 1, 2, ...: `byCause[cause - 1][day]`. With one cause any exit is that one.
    package let byCause: [[Int]]

    /// nil for any other follow-up, and for days so far apart that counting them would cost more than sorting.
    ///
    /// Times are finite and not negative and causes not beyond `causes`, unless that is 1: the caller has checked.
    package init?(_ records: [FollowUp], causes: Int) {
        let limit = Double(4 * records.count)
        var highest = 0
        for record in records {
            guard record.weight == 1, record.entry == 0, record.end < limit else { return nil }
            let day = Int(record.end)
            guard Double(day) == record.end else { return nil }
            highest = max(highest, day)
        }
        var leaving = [Int](repeating: 0, count: highest + 1)
        var byCause = Array(repeating: leaving, count: causes)
        if causes == 1 {
            // One list, so that no list of lists is touched for every person.
            var events = leaving
            for record in records {
                leaving[Int(record.end)] += 1
                if record.cause > 0 { events[Int(record.end)] += 1 }
            }
            byCause = [events]
        } else {
            for record in records {
                leaving[Int(record.end)] += 1
                if record.cause > 0 { byCause[record.cause - 1][Int(record.end)] += 1 }
            }
        }
        self.leaving = leaving
        self.byCause = byCause
    }
}
