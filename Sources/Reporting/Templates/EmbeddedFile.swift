import CTemplates

/// A template or phrasebook as it was compiled into the binary.
struct EmbeddedFile {
    let name: String
    let bytes: [UInt8]

    static var all: [EmbeddedFile] {
        (0..<ctemplates_count()).compactMap { index in
            guard let name = ctemplates_name(index), let bytes = ctemplates_bytes(index) else { return nil }
            let length = ctemplates_length(index)
            return EmbeddedFile(name: String(cString: name), bytes: Array(UnsafeBufferPointer(start: bytes, count: length)))
        }
    }
}
