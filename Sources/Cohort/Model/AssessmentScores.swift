/// The scores of many sittings, packed: of a large population they are most of what is held of it.
///
/// It is used as an array of `AssessmentScore` is. Who was tested and on which scale is written down once, not with each score.
public struct AssessmentScores: Sendable {
    /// Sittings as they follow each other; one that comes back later stands here again.
    public private(set) var sittings: [Pseudonym] = []
    /// Of each sitting the index of its first score.
    private var starts: [Int] = []
    private var scales: [String] = []
    private var number: [String: UInt16] = [:]
    /// For every score its index in `scales`.
    private var scale: [UInt16] = []
    private var score: [PackedNumber] = []
    private var standardError: [PackedNumber] = []

    public init() {}

    private mutating func number(of code: String, after last: UInt16?) -> UInt16 {
        // Scores of one sitting come in order of scale, so that the next one is nearly always the next.
        if let last, Int(last) + 1 < scales.count, scales[Int(last) + 1] == code { return last + 1 }
        if let known = number[code] { return known }
        let new = UInt16(scales.count)
        scales.append(code)
        number[code] = new
        return new
    }
}

extension AssessmentScores: RandomAccessCollection, MutableCollection, RangeReplaceableCollection, ExpressibleByArrayLiteral {
    public init(arrayLiteral rows: AssessmentScore...) { self.init(rows) }

    public var startIndex: Int { 0 }
    public var endIndex: Int { score.count }

    public subscript(index: Int) -> AssessmentScore {
        get {
            AssessmentScore(
                assessmentId: sitting(of: index), scaleCode: scales[Int(scale[index])], score: score[index].value,
                standardError: standardError[index].value)
        }
        set {
            guard sitting(of: index) == newValue.assessmentId else { return replaceSubrange(index..<index + 1, with: [newValue]) }
            if scales[Int(scale[index])] != newValue.scaleCode { scale[index] = number(of: newValue.scaleCode, after: nil) }
            (score[index], standardError[index]) = (PackedNumber(newValue.score), PackedNumber(newValue.standardError))
        }
    }

    public mutating func append(_ row: AssessmentScore) {
        let isSame = sittings.last == row.assessmentId
        if !isSame {
            sittings.append(row.assessmentId)
            starts.append(score.count)
        }
        scale.append(number(of: row.scaleCode, after: isSame ? scale.last : nil))
        score.append(PackedNumber(row.score))
        standardError.append(PackedNumber(row.standardError))
    }

    /// Everything is packed anew, so that nothing of what was taken out stays.
    public mutating func replaceSubrange(_ range: Range<Int>, with rows: some Collection<AssessmentScore>) {
        var packed = AssessmentScores()
        packed.reserveCapacity(count - range.count + rows.count)
        for index in 0..<range.lowerBound { packed.append(self[index]) }
        for row in rows { packed.append(row) }
        for index in range.upperBound..<endIndex { packed.append(self[index]) }
        self = packed
    }

    public mutating func reserveCapacity(_ count: Int) {
        scale.reserveCapacity(count)
        score.reserveCapacity(count)
        standardError.reserveCapacity(count)
    }

    /// The last sitting that begins at or before this score.
    private func sitting(of index: Int) -> Pseudonym {
        var low = 0, high = starts.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if starts[middle] <= index { low = middle } else { high = middle - 1 }
        }
        return sittings[low]
    }
}

extension AssessmentScores {
    /// Goes through the rows with the sitting that each belongs to, which for a row by itself has to be looked up.
    public struct Iterator: IteratorProtocol {
        private let rows: AssessmentScores
        private var row = 0
        private var sitting = 0

        fileprivate init(_ rows: AssessmentScores) { self.rows = rows }

        public mutating func next() -> AssessmentScore? {
            nextPlace(on: nil).map { sitting, row in
                AssessmentScore(
                    assessmentId: rows.sittings[sitting], scaleCode: rows.scales[Int(rows.scale[row])], score: rows.score[row].value,
                    standardError: rows.standardError[row].value)
            }
        }

        /// - Parameter scale: only of this one; `nil` = of every scale.
        fileprivate mutating func nextPlace(on scale: UInt16?) -> (sitting: Int, row: Int)? {
            while let scale, row < rows.scale.count, rows.scale[row] != scale { row += 1 }
            guard row < rows.scale.count else { return nil }
            while sitting + 1 < rows.starts.count, rows.starts[sitting + 1] <= row { sitting += 1 }
            defer { row += 1 }
            return (sitting, row)
        }
    }

    public func makeIterator() -> Iterator { Iterator(self) }

    /// The rows on one scale, in order; of each the index in `sittings`, so that whoever looks up sittings does so once for all scales.
    public func onScale(_ code: String) -> some Sequence<(sitting: Int, score: Double?, standardError: Double?)> {
        let number = number[code]
        return sequence(state: Iterator(number == nil ? AssessmentScores() : self)) { places in
            places.nextPlace(on: number).map { (sitting, row) in (sitting, score[row].value, standardError[row].value) }
        }
    }
}

extension AssessmentScores: Equatable {
    /// The same scores in the same order, however they are packed.
    public static func == (a: AssessmentScores, b: AssessmentScores) -> Bool { a.elementsEqual(b) }
}
