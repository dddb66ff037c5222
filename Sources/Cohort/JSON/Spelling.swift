/// "Did you mean": the nearest known word, by edit distance.
public enum Spelling {
    /// `; did you mean "margin"?`, or an empty text when nothing is near.
    public static func suggestion(for word: String, among known: [String]) -> String {
        guard let nearest = nearest(to: word, among: known) else { return "" }
        return "; did you mean \"\(nearest)\"?"
    }

    /// The known word with the fewest edits, if those are at most a third of the word's length (at least two are allowed) and leave
    /// something of the word: `ar` is no slip of the pen for `xx`.
    static func nearest(to word: String, among known: [String]) -> String? {
        let limit = max(2, word.count / 3)
        return known.map { ($0, distance(word, $0)) }.filter { $0.1 <= limit && $0.1 < word.count }.min { $0.1 < $1.1 }?.0
    }

    /// Levenshtein's edit distance, without regard to case.
    static func distance(_ a: String, _ b: String) -> Int {
        let a = Array(a.lowercased()), b = Array(b.lowercased())
        var previous = Array(0...b.count)
        for (i, character) in a.enumerated() {
            var current = [i + 1]
            for (j, other) in b.enumerated() {
                current.append(min(previous[j + 1] + 1, current[j] + 1, previous[j] + (character == other ? 0 : 1)))
            }
            previous = current
        }
        return previous[b.count]
    }
}
