import Cohort
import Metrics

/// What every group's lists hold of every sector: the means over its people of what `ListComposition.shares` and `exposures` give for one sector, for
/// all sectors and all groupings in one walk over the lists.
struct SectorMeans: Sendable {
    typealias Mean = (share: Double, exposure: Double)

    private struct Sums: Sendable {
        let labelling: Labelling
        /// Group by group, and in it sector by sector.
        var sums: [Mean]
        var people: [Int]
    }

    private let sectors: Int
    private var byGrouping: [String: Sums] = [:]

    init(_ frame: AuditFrame, groupings: [Grouping], depth: Int) {
        let sectorOfPlace = Labelling(frame.snapshot.workplaces.map(\.sector))
        let count = sectorOfPlace.names.count
        let weights = (0..<depth).map { Discount.logarithmic(rank: $0 + 1) }
        var all = groupings.map { grouping in
            let labelling = frame.labelling(of: grouping)
            return Sums(
                labelling: labelling, sums: [Mean](repeating: (0, 0), count: labelling.names.count * count),
                people: [Int](repeating: 0, count: labelling.names.count))
        }
        let lists = frame.replayed
        var ofPerson = [Mean](repeating: (0, 0), count: count), ofList = ofPerson
        for (index, person) in frame.people.enumerated() {
            var own = 0
            for sector in 0..<count { ofPerson[sector] = (0, 0) }
            for run in person.runs {
                let length = lists.count(ofRun: run, first: depth)
                guard length > 0 else { continue }
                var total = 0.0
                for sector in 0..<count { ofList[sector] = (0, 0) }
                for rank in 0..<length {
                    total += weights[rank]
                    guard let sector = sectorOfPlace.group(lists.place(ofRun: run, at: rank)) else { continue }
                    ofList[sector].share += 1
                    ofList[sector].exposure += weights[rank]
                }
                own += 1
                for sector in 0..<count {
                    ofPerson[sector].share += ofList[sector].share / Double(length)
                    ofPerson[sector].exposure += ofList[sector].exposure / total
                }
            }
            guard own > 0 else { continue }
            for sector in 0..<count { ofPerson[sector] = (ofPerson[sector].share / Double(own), ofPerson[sector].exposure / Double(own)) }
            for grouping in all.indices {
                guard let group = all[grouping].labelling.group(index) else { continue }
                all[grouping].people[group] += 1
                for sector in 0..<count {
                    all[grouping].sums[group * count + sector].share += ofPerson[sector].share
                    all[grouping].sums[group * count + sector].exposure += ofPerson[sector].exposure
                }
            }
        }
        sectors = count
        byGrouping = Dictionary(uniqueKeysWithValues: zip(groupings.map(\.name), all))
    }

    /// - Parameter sector: in byte order.
    /// - Returns: `nil` where nobody in the group has a list.
    func mean(_ grouping: Grouping, group: String, sector: Int) -> Mean? {
        guard let own = byGrouping[grouping.name], let number = own.labelling.names.firstIndex(of: group), own.people[number] > 0 else { return nil }
        let sum = own.sums[number * sectors + sector], people = Double(own.people[number])
        return (sum.share / people, sum.exposure / people)
    }
}
