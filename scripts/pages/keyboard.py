"""With the Tab key alone: the skip link first, then everything in the order of the document, each place seen."""

EXPECTED = """() => {
  const shown = e => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== 'hidden';
  const list = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
    .filter(e => shown(e) && e.tabIndex >= 0 && !e.disabled);
  list.forEach((e, i) => e.dataset.stop = i);
  return list.map(e => e.tagName.toLowerCase() + ' ' + e.textContent.trim().slice(0, 40));
}"""

# A ring counts when it can be seen: an outline of 2 px or more with a colour of its own, or a shadow.
STOP = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const style = getComputedStyle(e), box = e.getClientRects()[0], middle = box && [box.left + box.width / 2, box.top + box.height / 2];
  const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && !/transparent|, 0\\)$/.test(style.outlineColor) || style.boxShadow !== 'none';
  const at = middle && document.elementFromPoint(...middle);
  return { stop: e.dataset.stop === undefined ? null : Number(e.dataset.stop), name: e.tagName.toLowerCase() + ' ' + e.textContent.trim().slice(0, 40),
    tabIndex: e.tabIndex, href: e.getAttribute('href'), ring,
    inside: !!box && box.width > 1 && box.height > 1 && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
    covered: !!at && !(e === at || e.contains(at) || at.contains(e)) };
}"""


def problems(subject):
    found = []
    page = subject.open(unfolded=False)
    expected = page.evaluate(EXPECTED)
    positive = page.evaluate("[...document.querySelectorAll('[tabindex]')].filter(e => e.tabIndex > 0).length")
    if positive:
        found.append(f"{positive} elements have a tabindex above zero, an order of their own")
    visited = []
    for _ in range(len(expected) + 20):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or (visited and stop["stop"] == visited[0]["stop"]):
            break
        visited.append(stop)
        if not stop["ring"]:
            found.append(f"focus cannot be seen on: {stop['name']}")
        if not stop["inside"]:
            found.append(f"focus is outside the window on: {stop['name']}")
        elif stop["covered"]:
            found.append(f"something covers: {stop['name']}")
    order = [stop["stop"] for stop in visited]
    if order != list(range(len(expected))):
        missed = [expected[i] for i in range(len(expected)) if i not in order]
        found.append(f"Tab visits {len(order)} of {len(expected)} places, or in another order than the document; not visited: {missed[:3]}; order: {order[:8]}")
    found += skip_link(page, visited)
    page.context.close()
    return unrepeated(found)


def skip_link(page, visited):
    """The first stop stands before the main part and leads to it."""
    target = (visited[0]["href"] or "") if visited else ""
    leads = page.evaluate("""id => document.getElementById(id)?.tagName === 'MAIN' && !document.querySelector('[data-stop="0"]').closest('main')""", target[1:])
    if not target.startswith("#") or not leads:
        return [f"no skip link: the first stop is {visited[0]['name'] if visited else 'nowhere'}, and does not lead to main"]
    return []


def unrepeated(found):
    return list(dict.fromkeys(found))[:12]
