import Postgres
import Testing

@Suite struct ConnectionURLTests {
    @Test(arguments: [
        ("postgresql://audit@db.example.nl/huizen", true),
        ("postgresql://audit@db.example.nl/huizen?sslmode=disable", true),
        ("postgresql://audit@db.example.nl/huizen?sslmode=allow", true),
        ("postgresql://audit@db.example.nl/huizen?sslmode=prefer", true),
        ("postgresql://audit@127.0.0.1,db.example.nl/huizen", true),
        ("postgresql://audit@localhost/huizen?hostaddr=10.1.2.3", true),
        ("postgresql://audit@127.0.0.1.example.nl/huizen", true),
        ("host=db.example.nl dbname=huizen", true),
        ("postgresql://audit@db.example.nl/huizen?sslmode=require", false),
        ("postgresql://audit@db.example.nl/huizen?sslmode=verify-full", false),
        ("postgresql://audit@localhost/huizen", false),
        ("postgresql://audit@127.8.9.10/huizen", false),
        ("postgresql://audit@[::1]/huizen", false),
        ("postgresql:///huizen?host=/var/run/postgresql", false),
    ])
    func `a server elsewhere without TLS gets a warning`(url: String, warns: Bool) throws {
        #expect(try ConnectionURL(url).warnings.isEmpty == !warns)
    }

    /// In each the password is `s3cret...` with a sign that should have been percent-encoded.
    @Test(arguments: [
        "postgresql://audit:s3cret%zz@db/huizen", "postgresql://audit:s3cret@hide@db/huizen",
        "postgresql://audit:s3cret/hide@db/huizen", "postgresql://audit:hide/s3cret@db/huizen",
        "mysql://audit:s3cret@db/huizen", "postgresql://audit:s3cret@db/huizen?nosuchoption=1", "audit:s3cret@db",
    ])
    func `a URL that cannot be used is told without quoting it`(url: String) {
        let error = #expect(throws: PostgresError.self) { try ConnectionURL(url) }
        let text = String(describing: error)
        #expect(text.contains("database URL cannot be used"))
        #expect(!text.contains("s3cret") && !text.contains("hide"))
    }

    @Test func `printing a URL in any way leaves the password out`() throws {
        let url = try ConnectionURL("postgresql://audit:s3cret@db.example.nl:5433/huizen")
        var dumped = ""
        dump(url, to: &dumped)
        for text in [url.description, String(reflecting: url), "\(url)", dumped] {
            #expect(!text.contains("s3cret"))
            #expect(text.contains("database \"huizen\" on db.example.nl:5433"))
        }
    }
}
