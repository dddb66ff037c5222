/// What the program was built from, for who has to build it again: the packages of `Package.swift` with their exact versions.
enum SoftwareList {
    static let packages: [AuditReport.Package] = [
        .init(name: "GRDB.swift", version: "7.10.0", licence: "MIT"),
        .init(name: "swift-argument-parser", version: "1.8.2", licence: "Apache-2.0"),
        .init(name: "swift-crypto", version: "4.5.2", licence: "Apache-2.0"),
        .init(name: "swift-mustache", version: "2.1.1", licence: "Apache-2.0"),
        .init(name: "swift-numerics", version: "1.1.1", licence: "Apache-2.0"),
        .init(name: "swift-subprocess", version: "1.0.2", licence: "Apache-2.0"),
    ]
}
