"""The page is alone: no script, nothing fetched from elsewhere, and a policy that would forbid both."""

ACTIVE = """() => {
  const found = [], attributes = [...document.querySelectorAll('*')].flatMap(e => [...e.attributes].map(a => [e.tagName.toLowerCase(), a.name, a.value]));
  if (document.scripts.length) found.push(document.scripts.length + ' scripts');
  for (const [tag, name, value] of attributes) {
    if (name.startsWith('on')) found.push('a handler ' + name + ' on ' + tag);
    if (/^\\s*(javascript|vbscript|data):/i.test(value) && /^(href|src|action|formaction|xlink:href)$/.test(name)) found.push(tag + ' ' + name + '=' + value.slice(0, 40));
    if (name === 'http-equiv' && /refresh/i.test(value)) found.push('the page sends its reader elsewhere');
  }
  for (const tag of ['iframe', 'frame', 'object', 'embed', 'applet', 'form', 'base', 'link', 'img', 'audio', 'video', 'portal', 'foreignObject'])
    if (document.querySelector(tag)) found.push('an element ' + tag);
  return [...new Set(found)];
}"""


def problems(subject):
    page = subject.open()
    found = page.evaluate(ACTIVE) + policy(page)
    page.context.close()
    folder, free = subject.without_policy()
    with folder:
        for path, how in ((subject.path, "as it is"), (free, "without its policy")):
            asked = []
            page = subject.open(listen=asked.append, path=path)
            page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
            page.emulate_media(media="print")
            page.wait_for_timeout(200)
            elsewhere = [url for url in asked if url.split("#")[0] != path.as_uri()]
            if elsewhere:
                found.append(f"{how} it asks for {elsewhere[0]}" + (f" and {len(elsewhere) - 1} more" if len(elsewhere) > 1 else ""))
            page.context.close()
    return found


def policy(page):
    """Everything is forbidden except the style sheet inside the page; and the policy stands before what it is about."""
    text = page.evaluate("document.head.querySelector('meta[http-equiv=\"Content-Security-Policy\" i]')?.content ?? ''")
    rules = {words[0]: words[1:] for words in (part.split() for part in text.split(";")) if words}
    if rules.get("default-src") != ["'none'"]:
        return ["the page has no Content-Security-Policy with default-src 'none'"]
    found = [f"its policy allows {name} {' '.join(values)}" for name, values in rules.items()
             if values != ["'none'"] and (name, values) != ("style-src", ["'unsafe-inline'"])]
    late = page.evaluate("[...document.head.children].findIndex(e => /^(STYLE|SCRIPT|LINK)$/.test(e.tagName)) < "
                         "[...document.head.children].findIndex(e => e.httpEquiv?.toLowerCase() === 'content-security-policy')"
                         " && !!document.head.querySelector('style, script, link')")
    return found + (["its policy stands after what it should hold for"] if late else [])
