/// Reads a template before it is used and refuses what swift-mustache would pass over in silence.
///
/// Allowed are `{{name}}`, `{{#name}}`, `{{^name}}`, `{{/name}}`, `{{! remark }}`, `{{> partial}}`, and `{{{name}}}` or `{{&name}}`
/// for names that hold finished markup. Everything else is an error that names the file and the tag.
struct TemplateScan {
    /// Every name that the template asks for.
    private(set) var names: Set<String> = []

    /// - Parameters:
    ///   - declared: the names that a page can have.
    ///   - markup: those of them that are markup already and may stand unescaped.
    ///   - partials: the templates that can be included.
    init(file: String, text: String, declared: Set<String>, markup: Set<String>, partials: Set<String>) throws(RenderingError) {
        var rest = text[...]
        var open: [String] = []
        while let start = rest.firstRange(of: "{{") {
            let body = rest[start.upperBound...]
            let tag = try Tag(file: file, body: body)
            rest = tag.rest
            func refuse(_ problem: String) -> RenderingError { .template(file: file, tag: tag.written, problem: problem) }

            switch tag.sigil {
            case "!": continue
            case ">":
                guard partials.contains(tag.name) else { throw refuse("there is no template of that name") }
                continue
            case "=": throw refuse("delimiters cannot be changed")
            case "%": throw refuse("pragmas cannot be set; the program sets its own")
            case "<", "$", "*": throw refuse("templates include others only by {{> name}}")
            default: break
            }
            guard !tag.name.contains(".") else { throw refuse("dotted names are not used here") }
            guard !tag.name.contains("("), !tag.name.contains(")") else { throw refuse("transforms are not used here") }
            guard declared.contains(tag.name) else { throw refuse("no page has a value of that name") }
            if tag.sigil == "{" || tag.sigil == "&" {
                guard markup.contains(tag.name) else { throw refuse("only finished drawings may stand unescaped") }
            }
            switch tag.sigil {
            case "#", "^": open.append(tag.name)
            case "/":
                guard open.popLast() == tag.name else { throw refuse("this section is not open here") }
                continue
            default: break
            }
            names.insert(tag.name)
        }
        if let name = open.last { throw .template(file: file, tag: "{{#\(name)}}", problem: "the section is never closed") }
    }

    private struct Tag {
        let sigil: Character?
        let name: String
        let written: String
        let rest: Substring

        init(file: String, body: Substring) throws(RenderingError) {
            let first = body.first
            let sigils: Set<Character> = ["#", "^", "/", "!", ">", "<", "$", "&", "=", "%", "{", "*"]
            sigil = first.flatMap { sigils.contains($0) ? $0 : nil }
            let end = sigil == "{" ? "}}}" : "}}"
            guard let close = body.firstRange(of: end) else {
                throw .template(file: file, tag: "{{" + body.prefix(30), problem: "the tag is never closed")
            }
            let inside = body[body.startIndex..<close.lowerBound]
            name = String(inside.dropFirst(sigil == nil ? 0 : 1).trimmed)
            written = "{{" + inside + end
            rest = body[close.upperBound...]
        }
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var text = self
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
