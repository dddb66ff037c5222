"""axe-core: the rules of WCAG 2.2, levels A and AA, that a machine can judge; wide and narrow."""

from axe_playwright_python.sync_playwright import Axe

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

# Contrast takes axe-core minutes on a page of 15,000 cells that look alike. It judges three of each look: the same colour, size and weight
# of words on the same grounds, as the browser computed them.
EXAMPLES = """() => {
  const seen = new Map();
  let marked = 0;
  const grounds = new Map();
  const ground = e => {
    if (!e) return '';
    if (!grounds.has(e)) {
      const style = getComputedStyle(e);
      grounds.set(e, ground(e.parentElement) + '/' + [style.backgroundColor, style.backgroundImage, style.opacity, style.filter, style.position].join());
    }
    return grounds.get(e);
  };
  for (const e of document.body.querySelectorAll('*')) {
    if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || !e.getClientRects().length) continue;
    const style = getComputedStyle(e), look = [style.color, style.fill, style.fontSize, style.fontWeight, style.textShadow, ground(e)].join('|');
    const times = (seen.get(look) || 0) + 1;
    seen.set(look, times);
    if (times <= 3) { e.dataset.example = ''; marked++; }
  }
  return marked;
}"""


def problems(subject):
    found = []
    for width in (1280, 320):
        page = subject.open(width=width)
        found += judged(page, width, None, {"rules": {"color-contrast": {"enabled": False}}}, 5)
        if page.evaluate(EXAMPLES):
            found += judged(page, width, {"include": [["[data-example]"]]}, {"runOnly": ["color-contrast"]}, 1)
        page.context.close()
    return found


def judged(page, width, context, options, least):
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"], **options}
    response = Axe().run(page, context=context, options=options).response
    found = []
    for rule in response["violations"]:
        places = [", ".join(map(str, node["target"])) for node in rule["nodes"]]
        found.append(f"{rule['id']} at {width} px: {rule['help']}; {len(places)} times, first at {places[0]}")
    if len(response["passes"]) + len(response["violations"]) < least:
        found.append(f"axe-core judged only {len(response['passes'])} rules at {width} px: is there a page?")
    return found
