import Cohort
import MatchReplay

/// What measures need of scores beyond the lists themselves: made run by run from a person's own scores and the places, and from nobody else's.
///
/// An audit in one piece makes each the first time it is asked for. An audit over shards is given all of them, made elsewhere.
struct RunFigures: Sendable, Equatable {
    /// M6; parallel to `Snapshot.runs`.
    var level: [LevelParts?]
    /// M7.
    var arms: LanguageArms
    /// M10; parallel to `Snapshot.runs`.
    var corrected: [CorrectedOverlap]
    /// M8, by window.
    var redrawn: [Period: RedrawnPeople]
}
