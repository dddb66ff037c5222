/// What has to stand beside every difference of level between test languages.
public enum LevelCaution {
    /// For a phrase in the report's own language.
    public static let key = "level_difference_cause_unknown"

    public static let text = """
        Profiles cannot tell an error of measurement from a true difference: a test that measures a group too low and a group that truly scores \
        lower give the same scores, the same lists and the same figures. Data that would decide: \
        people tested in both languages (a bilingual retest sample), a scale that needs no language as an anchor, or outcomes: whether people of both groups \
        at the same distance do equally well afterwards (M19).
        """
}
