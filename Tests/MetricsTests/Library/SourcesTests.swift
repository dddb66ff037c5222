import Testing

/// What the room promises about itself.
@Suite struct SourcesTests {
    @Test func importsNothingButRealModule() throws {
        for file in try Sources.files(Sources.metrics) {
            let imports = try Sources.text(file, in: Sources.metrics).split(separator: "\n").filter {
                $0.hasPrefix("import ") || $0.hasPrefix("public import ") || $0.hasPrefix("@")  && $0.contains(" import ")
            }
            #expect(imports.allSatisfy { $0 == "import RealModule" }, "\(file): \(imports)")
        }
    }

    /// Helpers are tested through what uses them; whatever has a method name of its own has a test file of its own.
    @Test func everyStatisticHasItsTestFileInTheSameFolder() throws {
        let tests = Set(try Sources.files(Sources.tests))
        for file in try Sources.files(Sources.metrics) where try !Self.methods(file).isEmpty {
            #expect(tests.contains(file.replacing(".swift", with: "Tests.swift")), "\(file)")
        }
    }

    @Test func everyFileIsOfAReadableSize() throws {
        for file in try Sources.files(Sources.metrics) {
            let lines = try Sources.text(file, in: Sources.metrics).split(separator: "\n", omittingEmptySubsequences: false).count
            #expect(lines <= 350, "\(file): \(lines) lines")
        }
    }

    /// A method's name is what a report prints: it belongs to one family, and everything that has one says where it comes from.
    @Test func everyMethodBelongsToOneFamilyAndHasASource() throws {
        var families: [String: Set<Substring>] = [:]
        for file in try Sources.files(Sources.metrics) {
            let methods = try Self.methods(file)
            let text = try Sources.text(file, in: Sources.metrics)
            let citations = text.matches(of: /static (let|var) citation/).count
            for method in methods {
                families[method, default: []].insert(file.prefix { $0 != "/" })
                #expect(method.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" }, "\(file): \(method)")
            }
            #expect(citations >= methods.count, "\(file): \(methods) without a citation")
        }
        #expect(families.count > 140)
        for (method, families) in families { #expect(families.count == 1, "\(method): \(families)") }
    }

    private static func methods(_ file: String) throws -> [String] {
        try Sources.text(file, in: Sources.metrics).matches(of: /static let method = "([^"]+)"/).map { String($0.1) }
    }
}
