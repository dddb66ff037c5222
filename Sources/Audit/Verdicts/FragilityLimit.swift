/// How far it is counted how many people a verdict hangs on.
///
/// Nobody doubts a verdict for what a thousand people might have been; and of a comparison of lines or of restricted means every step looks at
/// everybody again, so that the count would not end in a population of a million.
public enum FragilityLimit {
    public static let people = 1_000
}
