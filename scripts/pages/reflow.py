"""No scrolling sideways at 320, 768, 900 and 1280 px, and at 1280 px zoomed to 200 %; nothing cut off, also with the wider spacing of WCAG 1.4.12."""

# The words of a chart are left as they are: the same numbers stand in a table beside it, which does widen.
SPACING = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }
svg, svg * { letter-spacing: normal !important; word-spacing: normal !important }
"""

PROBLEMS = """(width) => {
  const found = [], shown = e => e.getClientRects().length > 0, words = e => e.tagName.toLowerCase() + ' ' + e.textContent.trim().replace(/\\s+/g, ' ').slice(0, 50);
  const aside = e => e.closest('.skip') || getComputedStyle(e).clipPath !== 'none' || e.closest('thead') && getComputedStyle(e.closest('thead')).clipPath !== 'none';
  const root = document.documentElement;
  if (root.scrollWidth > width) found.push('the page is ' + root.scrollWidth + ' px wide');
  for (const e of document.body.querySelectorAll('*')) {
    if (!shown(e) || aside(e)) continue;
    const box = e.getBoundingClientRect(), style = getComputedStyle(e);
    if (box.right > width + 1 || box.left < -1) found.push('outside the window: ' + words(e));
    if (e instanceof SVGElement) continue;
    if (style.overflowX !== 'visible' && style.display !== 'inline' && e.scrollWidth > e.clientWidth + 1)
      found.push((style.overflowX === 'hidden' || style.overflowX === 'clip' ? 'cut off: ' : 'scrolls sideways: ') + words(e));
    if (/hidden|clip/.test(style.overflowY) && style.display !== 'inline' && e.scrollHeight > e.clientHeight + 2) found.push('cut off below: ' + words(e));
  }
  for (const text of document.querySelectorAll('svg text')) {
    if (!shown(text)) continue;
    const box = text.getBoundingClientRect(), svg = text.closest('svg'), frame = svg.getBoundingClientRect();
    if (box.left < frame.left - 1.5 || box.right > frame.right + 1.5) found.push('a word runs out of its drawing: ' + text.textContent.slice(0, 50));
  }
  return [...new Set(found)];
}"""


def problems(subject):
    found = []
    # Zoom of 200 % in a window of 1280 px leaves 640 px of CSS, drawn at twice the size.
    for width, scale, spacing in ((320, 1, False), (640, 2, False), (768, 1, False), (900, 1, False), (1280, 1, False), (320, 1, True)):
        page = subject.open(width=width, scale=scale)
        if spacing:
            page.add_style_tag(content=SPACING)
        where = f"{width} px" + (", zoomed" if scale == 2 else "") + (", wider spacing" if spacing else "")
        told = page.evaluate(PROBLEMS, width)
        found += [f"at {where}: {problem}" for problem in told[:4]]
        if len(told) > 4:
            found.append(f"at {where}: and {len(told) - 4} more")
        page.context.close()
    return found
