import Cohort
import Foundation
import MatchReplay

/// The ranking cores of the demonstration, as bytes in the binary: a demonstration needs no file beside it.
public enum DemonstrationCore {
    /// The same bytes as `core.json` at the root of the repository.
    public static let json = #"""
        {
          "$schema": "schemas/core.schema.json",
          "comment": "The ranking core of the demonstration municipality. T-scores have mean 50 and standard deviation 10 by construction, on both sides.",
          "version": 1,
          "name": "ik-zoek",
          "algorithmVersion": "2.3",
          "distance": "euclidean",
          "weights": {
            "components": { "capacity": 1.5, "competence": 1.0, "personality": 1.0 },
            "scales": {},
            "profile": true
          },
          "scaling": {
            "kind": "z",
            "over": "each_side",
            "constants": {
              "participants": {
                "cap_evaluation": { "mean": 50, "standardDeviation": 10 },
                "cap_numerical": { "mean": 50, "standardDeviation": 10 },
                "cap_reasoning": { "mean": 50, "standardDeviation": 10 },
                "cap_spatial": { "mean": 50, "standardDeviation": 10 },
                "cap_verbal": { "mean": 50, "standardDeviation": 10 },
                "com_collaborating": { "mean": 50, "standardDeviation": 10 },
                "com_communicating": { "mean": 50, "standardDeviation": 10 },
                "com_customer": { "mean": 50, "standardDeviation": 10 },
                "com_learning": { "mean": 50, "standardDeviation": 10 },
                "com_organising": { "mean": 50, "standardDeviation": 10 },
                "com_persevering": { "mean": 50, "standardDeviation": 10 },
                "per_agreeableness": { "mean": 50, "standardDeviation": 10 },
                "per_conscientiousness": { "mean": 50, "standardDeviation": 10 },
                "per_extraversion": { "mean": 50, "standardDeviation": 10 },
                "per_openness": { "mean": 50, "standardDeviation": 10 },
                "per_stability": { "mean": 50, "standardDeviation": 10 }
              },
              "workplaces": {
                "cap_evaluation": { "mean": 50, "standardDeviation": 10 },
                "cap_numerical": { "mean": 50, "standardDeviation": 10 },
                "cap_reasoning": { "mean": 50, "standardDeviation": 10 },
                "cap_spatial": { "mean": 50, "standardDeviation": 10 },
                "cap_verbal": { "mean": 50, "standardDeviation": 10 },
                "com_collaborating": { "mean": 50, "standardDeviation": 10 },
                "com_communicating": { "mean": 50, "standardDeviation": 10 },
                "com_customer": { "mean": 50, "standardDeviation": 10 },
                "com_learning": { "mean": 50, "standardDeviation": 10 },
                "com_organising": { "mean": 50, "standardDeviation": 10 },
                "com_persevering": { "mean": 50, "standardDeviation": 10 },
                "per_agreeableness": { "mean": 50, "standardDeviation": 10 },
                "per_conscientiousness": { "mean": 50, "standardDeviation": 10 },
                "per_extraversion": { "mean": 50, "standardDeviation": 10 },
                "per_openness": { "mean": 50, "standardDeviation": 10 },
                "per_stability": { "mean": 50, "standardDeviation": 10 }
              }
            }
          },
          "missingValues": "skip_and_rescale",
          "places": "active_on_run_day",
          "ties": { "by": "workplace_id", "order": "bytes" }
        }

        """#

    public static func core() throws(JSONError) -> RankingCore { try core(of: .ikZoek) }

    public static func core(of system: DemonstrationSystem) throws(JSONError) -> RankingCore {
        switch system {
        case .ikZoek: try RankingCore.read(Data(json.utf8), source: "core.json of the demonstration")
        case .halloWerk: try RankingCore.read(Data(halloWerkJSON.utf8), source: "core-hallowerk.json of the demonstration")
        }
    }
}
