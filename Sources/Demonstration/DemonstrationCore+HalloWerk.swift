extension DemonstrationCore {
    /// The same bytes as `core-hallowerk.json` at the root of the repository. A journey longer than somebody's own limit keeps no place off
    /// the list: that is what M29 looks at.
    public static let halloWerkJSON = #"""
        {
          "$schema": "schemas/core.schema.json",
          "comment": "The ranking core of the demonstration municipality with HalloWerk. Hours and abilities limit the list; journeys do not.",
          "version": 2,
          "name": "hallowerk",
          "algorithmVersion": "1.4",
          "distance": "euclidean",
          "weights": {
            "components": { "capacity": 1.2, "competence": 1.0, "personality": 1.0 },
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
          "filters": { "hours": true, "travel": false, "abilities": true },
          "ties": { "by": "workplace_id", "order": "bytes" }
        }

        """#
}
