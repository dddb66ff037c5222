extension RankingCore {
    /// What happens where a participant has no score on a scale that a place asks.
    ///
    /// Under each policy a place that shares no weighing scale with the participant is not on the list: nothing can be said about it.
    public enum MissingValues: String, Sendable, CaseIterable {
        /// The scale does not count for this participant.
        case skip
        /// As `skip`, and the sum (before a root is taken) is multiplied by (weights of all the scales the place asks) / (weights of
        /// those that counted), so that who answered less is not nearer to everything. For distances that are sums.
        case skipAndRescale = "skip_and_rescale"
        /// The mean of all participants stands in for the score: that of the constants, else the one frozen with the snapshot.
        case mean
        /// The score that lies farthest from the target within the bounds of the scale stands in. For distances that are sums.
        case worst
        /// The place is left out of this participant's list.
        case excludePlace = "exclude_place"
    }
}
