/// How far it is counted how many people a verdict hangs on.
///
/// Every step looks at everybody again, so that in a population of a million the count would never end; and nobody doubts a verdict for what
/// a thousand people might have been.
public enum FragilityLimit {
    public static let people = 1_000
}
