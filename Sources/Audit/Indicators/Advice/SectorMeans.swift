import Cohort
import Metrics

/// What a group's lists hold of every sector: the means over its people of what `ListComposition.shares` and `exposures` give for one sector, for all
/// of them in one walk over the lists.
struct SectorMeans {
    /// In order of `sectors`; `nil` without a list.
    let bySector: [(share: Double, exposure: Double)?]

    init(_ frame: AuditFrame, members: [Int], depth: Int, sectors: Labelling) {
        let count = sectors.names.count
        let nothing = [(share: Double, exposure: Double)](repeating: (0, 0), count: count)
        let weights = (0..<depth).map { Discount.logarithmic(rank: $0 + 1) }
        var ofGroup = nothing, people = 0
        var ofPerson = nothing, ofList = nothing
        for person in members {
            var lists = 0
            for sector in 0..<count { ofPerson[sector] = (0, 0) }
            for run in frame.people[person].runs {
                let places = frame.places(ofRun: run, first: depth)
                guard !places.isEmpty else { continue }
                var total = 0.0
                for sector in 0..<count { ofList[sector] = (0, 0) }
                for (place, weight) in zip(places, weights) {
                    total += weight
                    guard let sector = sectors.group(place) else { continue }
                    ofList[sector].share += 1
                    ofList[sector].exposure += weight
                }
                lists += 1
                for sector in 0..<count {
                    ofPerson[sector].share += ofList[sector].share / Double(places.count)
                    ofPerson[sector].exposure += ofList[sector].exposure / total
                }
            }
            guard lists > 0 else { continue }
            people += 1
            for sector in 0..<count {
                ofGroup[sector].share += ofPerson[sector].share / Double(lists)
                ofGroup[sector].exposure += ofPerson[sector].exposure / Double(lists)
            }
        }
        bySector = ofGroup.map { people > 0 ? ($0.share / Double(people), $0.exposure / Double(people)) : nil }
    }
}
