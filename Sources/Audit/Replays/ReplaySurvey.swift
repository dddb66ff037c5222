import Cohort
import Foundation
import MatchReplay

/// The first pass of an audit over shards: all that the replay of one person has to know of everybody else, and what is asked of it.
///
/// Scaling constants are not in it: they are frozen with the snapshot, and every shard carries them. What stands in it about people are means and
/// spreads per test language and one pseudonym per window, so it stays where the snapshot stays.
public struct ReplaySurvey: Sendable, Equatable, Codable {
    public static let currentVersion = 1

    public var version: Int
    /// Of the whole population.
    public var snapshot: Whole
    /// The ranking core, as it stands in its file.
    public var core: String
    /// The test language that scores of others are linked to.
    public var reference: String
    /// How many first places are looked at.
    public var depth: Int
    /// M6, M7 and M10: whether this audit asks for them.
    public var makesLevelParts: Bool
    public var makesArms: Bool
    public var makesCorrected: Bool
    /// How test languages are linked; `nil` where no arm is asked, or none can be made.
    public var norms: PopulationNorms?
    /// M8: `nil` where it is not asked.
    var redrawn: RedrawnSettings?
    var samples: [RedrawnSample]

    public struct Whole: Sendable, Equatable, Codable {
        public var sha256: String
        public var participants: Int
        public var matchRuns: Int
    }

    /// - Parameters:
    ///   - inputs: of the audit, with the whole snapshot; participants, lists and what came of them are not looked at.
    ///   - coreFile: the bytes of the core's file.
    public init(_ inputs: AuditInputs, coreFile: Data) {
        let (snapshot, limits) = (inputs.snapshot, inputs.thresholds)
        func isAsked(_ indicator: any Indicator.Type) -> Bool {
            Availability.reason(against: indicator, of: inputs.system, in: snapshot, limits: limits) == nil
        }
        version = Self.currentVersion
        self.snapshot = Whole(snapshot)
        core = String(decoding: coreFile, as: UTF8.self)
        reference = inputs.system.linkingReference
        depth = limits.analysis.listDepth.value
        makesLevelParts = isAsked(LevelShare.self)
        makesArms = isAsked(LanguageReplay.self)
        makesCorrected = isAsked(ProfileQuality.self)
        norms = makesArms ? try? PopulationNorms(ReplayInput(snapshot: snapshot, core: inputs.core), reference: inputs.system.linkingReference) : nil
        guard isAsked(AdviceStability.self) else {
            (redrawn, samples) = (nil, [])
            return
        }
        let settings = RedrawnSettings(limits)
        redrawn = settings
        samples = inputs.cycle.windows.map(\.period).filter(snapshot.manifest.period.contains).map {
            RedrawnSample(snapshot, window: $0, people: settings.people, seed: settings.seed)
        }
    }

    public static func read(_ data: Data, source: String) throws(ReplayPartError) -> ReplaySurvey {
        guard let survey = try? JSONDecoder().decode(ReplaySurvey.self, from: data) else { throw .notASurvey(source: source) }
        guard survey.version == currentVersion else { throw .otherVersion(source: source, found: survey.version, known: currentVersion) }
        return survey
    }

    /// Equal surveys are equal bytes.
    public func json() throws -> Data { try canonicalJSON() }

    /// By which parts know that they belong together.
    public func digest() throws -> String { Fingerprint.sha256(of: try json()) }

    /// What the replay makes of the people of one shard.
    /// - Parameter shard: some of the people of the snapshot that was surveyed, with all of its places and its scaling constants.
    public func part(of shard: Snapshot, threads: Int) throws(ReplayPartError) -> ReplayPart {
        do {
            let core = try RankingCore.read(Data(core.utf8), source: "the core of the first pass")
            let input = ReplayInput(snapshot: shard, core: core, population: norms)
            let lists = try Replay(snapshot: shard, core: core).recordedLengthLists(threads: threads)
            let arms = makesArms && norms != nil
                ? LanguageArms.make(input, lists: lists, reference: reference, depth: depth, threads: threads) : LanguageArms(byArm: [:])
            var people: [Period: RedrawnPeople] = [:]
            if let redrawn {
                for sample in samples {
                    people[sample.window] = RedrawnPeople.make(
                        input, runs: sample.runs(of: shard, seed: redrawn.seed), depth: depth, draws: redrawn.draws, seed: redrawn.seed, threads: threads)
                }
            }
            return ReplayPart(
                survey: try digest(), runs: shard.runs.map(\.matchRunId), lists: PackedLists(lists), fidelity: ListFidelity.all(of: shard, replayed: lists),
                figures: RunFigures(
                    level: makesLevelParts ? LevelParts.make(input, lists: lists, threads: threads) : lists.map { _ in nil }, arms: arms,
                    corrected: makesCorrected
                        ? CorrectedOverlap.make(input, lists: lists, depth: depth, threads: threads) : lists.map { _ in .none },
                    redrawn: people),
                recorded: Dictionary(
                    uniqueKeysWithValues: lists.indices.filter { shard.lists[$0].workplaces != lists[$0].workplaces }.map { ($0, shard.lists[$0].workplaces) }))
        } catch let error as ReplayPartError {
            throw error
        } catch {
            throw .cannotReplay(String(describing: error))
        }
    }
}

extension ReplaySurvey.Whole {
    init(_ snapshot: Snapshot) {
        self.init(
            sha256: snapshot.digest, participants: snapshot.manifest.relations["participant"]?.rowCount ?? snapshot.participants.count,
            matchRuns: snapshot.runs.count)
    }
}
