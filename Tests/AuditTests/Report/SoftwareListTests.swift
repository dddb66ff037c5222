import Foundation
import Testing

@testable import Audit

@Suite struct SoftwareListTests {
    /// The list that a report prints is the list that the program is built from.
    @Test func namesThePackagesOfTheBuild() throws {
        let text = String(decoding: try ProjectFiles.data("Package.swift"), as: UTF8.self)
        let wanted = text.matches(of: /\.package\(url: "[^"]*\/([^"\/]+)", exact: "([^"]+)"\)/).map { "\($0.1) \($0.2)" }
        #expect(wanted.count > 4)
        #expect(SoftwareList.packages.map { "\($0.name) \($0.version)" }.sorted() == wanted.sorted())
        #expect(SoftwareList.packages.map(\.name) == SoftwareList.packages.map(\.name).sorted { $0.lowercased() < $1.lowercased() })
    }
}
