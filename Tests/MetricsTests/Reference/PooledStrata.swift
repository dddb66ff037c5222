// Written by scripts/reference/meta-analysis.py. Source: written in the script; the last case is dat.bcg of metafor 3.8.1.

extension Reference {
    /// Columns: case, group events, total, reference events, total.
    static let pooledStrata = table(
        """
        0 30 100 45 100
        0 12 40 33 160
        1 9 30 40 170
        1 14 61 52 240
        1 3 18 21 120
        1 22 70 61 260
        1 11 45 31 150
        2 90 120 30 140
        2 20 110 60 90
        2 55 100 40 80
        2 10 60 70 200
        3 0 12 6 60
        3 3 15 0 40
        3 0 9 0 33
        3 14 14 30 44
        3 8 8 20 20
        3 5 25 18 110
        4 0 10 3 30
        4 2 11 1 25
        4 1 9 5 41
        5 1 2 0 3
        5 0 1 1 2
        5 2 3 1 4
        5 1 1 2 2
        5 0 2 0 5
        6 4 123 11 139
        6 6 306 29 303
        6 3 231 11 220
        6 62 13598 248 12867
        6 33 5069 47 5808
        6 180 1541 372 1451
        6 8 2545 10 629
        6 505 88391 499 88391
        6 29 7499 45 7277
        6 17 1716 65 1665
        6 186 50634 141 27338
        6 5 2498 3 2341
        6 27 16913 29 17854
        """)
}
