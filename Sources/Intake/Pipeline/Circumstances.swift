import Cohort

/// Hours in steps, and of every journey only whether it is longer than the person's longest.
enum Circumstances {
    static let hours = 4
    static let minutes = 15

    /// Journeys to many places in steps still point at a home: where the rings around the places meet. A gate only asks whether a place is
    /// within reach, so that is all that is kept; of people without a known limit nothing is out of reach, and nothing is kept.
    static func coarsen(_ copy: inout Snapshot) {
        let limits = Dictionary(uniqueKeysWithValues: copy.participants.map { ($0.participantId, $0.travelMaxMinutes) })
        for index in copy.participants.indices {
            // Down, so that nobody is taken to have hours that were not offered.
            copy.participants[index].hoursAvailable = copy.participants[index].hoursAvailable.map { $0 / hours * hours }
            copy.participants[index].travelMaxMinutes = copy.participants[index].travelMaxMinutes.map(step)
        }
        copy.travelTimes = copy.travelTimes.compactMap { journey in
            guard let limit = limits[journey.participantId] ?? nil else { return nil }
            var journey = journey
            journey.minutes = step(limit) + (journey.minutes > limit ? minutes : 0)
            return journey
        }
    }

    /// The nearest step, and never none.
    private static func step(_ limit: Int) -> Int { max(minutes, (limit + minutes / 2) / minutes * minutes) }
}
