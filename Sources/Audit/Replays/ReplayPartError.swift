/// Why parts of a replay cannot be made, read or put together. No message names a person.
public enum ReplayPartError: Error, Equatable, CustomStringConvertible {
    case nothing
    case otherSurvey
    case otherSnapshot
    case otherArms
    case twice
    case incomplete(made: Int, needed: Int)
    case notASurvey(source: String)
    case notAPart(source: String)
    case notAShard(source: String)
    case otherVersion(source: String, found: Int, known: Int)
    case damaged(source: String)
    case cannotReplay(String)
    /// Somebody wants to send it away.
    case aboutPersons(source: String)

    public var description: String {
        switch self {
        case .nothing: "There is no part to merge. Name the files that shard replay wrote."
        case .otherSurvey:
            "The parts were made after another first pass: another snapshot, core, system or limits. Make all of them after the same shard divide."
        case .otherSnapshot: "The first pass is of another snapshot than this audit. Divide this snapshot, and replay its shards."
        case .otherArms: "The parts do not hold the same scenarios, so they cannot be of one population. Make all of them again with the same tool."
        case .twice: "A match run is in two parts. Merge every part once, and only parts of one division."
        case .incomplete(let made, let needed):
            "The parts are about \(made) match runs, and the snapshot has \(needed): some are missing, or are of another snapshot. Replay and merge every shard."
        case .notASurvey(let source): "\(source) is no first pass of shard divide. Name survey.json in the folder of the shards."
        case .notAPart(let source): "\(source) is no part that shard replay or shard merge wrote. Name such a file."
        case .notAShard(let source): "\(source) is no whole shard. Pipe a file through that shard divide wrote."
        case .otherVersion(let source, let found, let known):
            "\(source) has version \(found) of its format, and this tool knows version \(known). Use one version of the tool for divide, replay, merge and run."
        case .damaged(let source): "\(source) is cut off or was changed after it was written. Make it again with shard replay or shard merge."
        case .cannotReplay(let reason): "The shard could not be replayed. \(reason)"
        case .aboutPersons(let source):
            "\(source) is about single persons and must not leave the organisation, so it is not pooled. Share what summarise writes instead."
        }
    }
}
