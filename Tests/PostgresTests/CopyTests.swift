import Foundation
import Postgres
import TestSupport
import Testing

@Suite struct CopyTests {
    @Test func `every type is decoded, and NULL is nil`() async throws {
        try await TestDatabase.with { database in
            let connection = try Connection(url: database.url)
            var rows = 0
            try connection.readOnlySession { connection in
                try connection.copy(
                    """
                    SELECT true, (-2)::int2, 2147483647, (-9223372036854775808)::int8, 1.5::float4, 'NaN'::float8, 'é'::text,
                           '1999-12-31'::date, '2026-10-01 12:00:00.000001+00'::timestamptz, NULL::text, NULL::int4
                    """, of: "t", columns: (1...11).map { "c\($0)" }
                ) { row in
                    rows += 1
                    #expect(try row.decode(Bool.self) == true)
                    #expect(try row.decode(Int16.self) == -2)
                    #expect(try row.decode(Int32.self) == .max)
                    #expect(try row.decode(Int64.self) == .min)
                    #expect(try row.decode(Float.self) == 1.5)
                    let notANumber = try row.decode(Double.self)
                    #expect(notANumber.isNaN)
                    #expect(try row.decode(String.self) == "é")
                    let date = try row.decode(PostgresDate.self)
                    #expect(date.daysSince2000 == -1 && date.daysSince1970 == 10_956)
                    // 2026-10-01 12:00 UTC is 9770.5 days after 2000-01-01 (python: datetime arithmetic).
                    #expect(try row.decode(PostgresTimestamp.self).microsecondsSince2000 == 844_171_200_000_001)
                    #expect(try row.decodeIfPresent(String.self) == nil)
                    #expect(try row.decodeIfPresent(Int32.self) == nil)
                }
            }
            #expect(rows == 1)
        }
    }

    @Test func `values reach a COPY bound, not pasted`() async throws {
        try await TestDatabase.with { database in
            let connection = try Connection(url: database.url)
            let hostile = "') TO STDOUT; DROP TABLE t; --"
            var seen: [String] = []
            try connection.readOnlySession { connection in
                try connection.copy("SELECT \(hostile)::text || \(5)::int", of: "t", columns: ["c"]) { row in
                    seen.append(try row.decode(String.self))
                }
            }
            #expect(seen == [hostile + "5"])
        }
    }

    @Test func `many rows arrive once each, in order, in bounded memory`() async throws {
        try await TestDatabase.with { database in
            let connection = try Connection(url: database.url)
            var next: Int32 = 1
            var key: [UInt8] = []
            var lists = 0
            try connection.readOnlySession { connection in
                try connection.copy(
                    "SELECT ((n - 1) / 25)::text, n FROM generate_series(1, 200000) AS n", of: "t", columns: ["list", "n"]
                ) { row in
                    if try !row.isSameText(as: &key) { lists += 1 }
                    #expect(try row.decode(Int32.self) == next)
                    next += 1
                }
            }
            #expect(next == 200_001)
            #expect(lists == 8000)
        }
    }

    @Test func `an empty relation gives no rows and no error`() async throws {
        try await TestDatabase.with { database in
            let connection = try Connection(url: database.url)
            try connection.readOnlySession { connection in
                try connection.copy("SELECT 1 WHERE false", of: "t", columns: ["c"]) { _ in Issue.record("a row") }
            }
        }
    }

    @Test func `a field of another type, or NULL, is named and not shown`() async throws {
        try await TestDatabase.with { database in
            let connection = try Connection(url: database.url)
            #expect(throws: PostgresError.unreadableField(relation: "t", column: "b", problem: "8 bytes are not a value of type integer")) {
                try connection.readOnlySession { connection in
                    try connection.copy("SELECT 1, 2::int8 FROM generate_series(1, 100000)", of: "t", columns: ["a", "b"]) { row in
                        _ = try row.decode(Int32.self)
                        _ = try row.decode(Int32.self)
                    }
                }
            }
            #expect(throws: PostgresError.unreadableField(relation: "t", column: "a", problem: "it is NULL where the contract requires a value")) {
                try connection.readOnlySession { connection in
                    try connection.copy("SELECT NULL::text", of: "t", columns: ["a"]) { row in _ = try row.decode(String.self) }
                }
            }
            #expect(throws: PostgresError.malformedStream(during: "reading t", problem: "2 columns are offered where 1 are read")) {
                try connection.readOnlySession { connection in
                    try connection.copy("SELECT 1, 2", of: "t", columns: ["a"]) { _ in }
                }
            }
            #expect(try connection.query("SELECT 1", purpose: "testing").rows == [["1"]])
        }
    }

    @Test func `stopping halfway leaves the connection usable`() async throws {
        struct Stop: Error {}
        try await TestDatabase.with { database in
            let connection = try Connection(url: database.url)
            let start = ContinuousClock.now
            #expect(throws: Stop.self) {
                try connection.readOnlySession { connection in
                    try connection.copy("SELECT generate_series(1, 2000000000)", of: "t", columns: ["n"]) { _ in throw Stop() }
                }
            }
            #expect(ContinuousClock.now - start < .seconds(20))
            #expect(try connection.query("SELECT 1", purpose: "testing").rows == [["1"]])
        }
    }

    @Test func `a value that does not cast is one error without the value`() async throws {
        try await TestDatabase.with { database in
            try await database.run("CREATE TABLE t AS SELECT n::text AS born FROM generate_series(1, 5000) AS n; INSERT INTO t VALUES ('jan de vries')")
            let connection = try Connection(url: database.url)
            let error = #expect(throws: PostgresError.self) {
                try connection.readOnlySession { connection in
                    try connection.copy("SELECT born::int4 FROM t", of: "t", columns: ["born"]) { _ in }
                }
            }
            #expect(error == .valueDoesNotFit(during: "reading t", condition: "text that is not of the type it is read as (SQLSTATE 22P02)"))
        }
    }

    @Test func `a server that goes away mid-stream is one clear error`() async throws {
        try await TestDatabase.with { database in
            let connection = try Connection(url: database.url)
            let killer = try Connection(url: database.url)
            var rows = 0
            let error = #expect(throws: PostgresError.self) {
                try connection.readOnlySession { connection in
                    let backend = try connection.query("SELECT pg_backend_pid()", purpose: "testing")[0, 0] ?? ""
                    try connection.copy("SELECT generate_series(1, 2000000000), repeat('x', 1000)", of: "t", columns: ["n", "x"]) { _ in
                        rows += 1
                        if rows == 1000 { try killer.query("SELECT pg_terminate_backend(\(backend)::int)", purpose: "testing") }
                    }
                }
            }
            #expect(error == .connectionLost(during: "reading t"))
            #expect(rows >= 1000)
        }
    }

    @Test func `draining counts the bytes of the same stream`() async throws {
        try await TestDatabase.with { database in
            let connection = try Connection(url: database.url)
            try connection.readOnlySession { connection in
                // 19 bytes of header, 2 + 4 + 4 bytes a row, 2 of trailer.
                let bytes = try connection.drain("SELECT n FROM generate_series(1, 1000) AS n", columnCount: 1)
                #expect(bytes == 19 + 1000 * 10 + 2)
            }
        }
    }
}
