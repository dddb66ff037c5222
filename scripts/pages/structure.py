"""What a screen reader goes by: headings, the headers of tables, the names of drawings, and tables that stay tables when narrow."""

PROBLEMS = """() => {
  const found = [], say = (text) => found.push(text), words = e => e.textContent.trim().replace(/\\s+/g, ' ').slice(0, 50);
  const lang = document.documentElement.lang;
  if (!['nl', 'en'].includes(lang)) say('the page has no language: "' + lang + '"');
  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(e => [Number(e.tagName[1]), words(e)]);
  if (headings.filter(h => h[0] === 1).length !== 1 || !headings.length || headings[0][0] !== 1) say('there is not exactly one h1, before all other headings');
  headings.forEach(([level, text], i) => {
    if (!text) say('a heading h' + level + ' is empty');
    if (i && level > headings[i - 1][0] + 1) say('h' + headings[i - 1][0] + ' is followed by h' + level + ': ' + text);
  });
  for (const table of document.querySelectorAll('table')) {
    const name = table.caption ? words(table.caption) : '(no caption)';
    if (!table.caption || !words(table.caption)) say('a table has no caption: ' + words(table));
    const columns = [], titles = [], aside = table.tHead && getComputedStyle(table.tHead).clipPath !== 'none';
    for (const row of table.tHead ? table.tHead.rows : []) {
      let at = 0;
      for (const cell of row.cells) {
        const named = cell.tagName === 'TH' && /^(col|colgroup)$/.test(cell.scope) && words(cell);
        for (let i = 0; i < cell.colSpan; i++, at++) { columns[at] = columns[at] || !!named; titles[at] = (titles[at] || '') + cell.textContent.trim(); }
      }
    }
    for (const body of table.tBodies) {
      for (const row of body.rows) {
        const own = [...row.cells].some(c => c.tagName === 'TH' && /^(row|rowgroup)$/.test(c.scope) && words(c));
        if (!own) say('a row without a header of its own in: ' + name);
        let at = 0;
        for (const cell of row.cells) {
          if (cell.tagName === 'TD' && !columns[at]) say('column ' + (at + 1) + ' has no header with scope in: ' + name);
          // Where the row of titles is out of sight, each value carries its own.
          const before = aside && cell.tagName === 'TD' ? getComputedStyle(cell, '::before').content : null;
          if (before !== null && before !== JSON.stringify(titles[at] || '')) say('when narrow "' + titles[at] + '" does not stand before its values, but ' + before + ', in: ' + name);
          at += cell.colSpan;
        }
        if (columns.length && at !== columns.length) say('a row of ' + at + ' cells under ' + columns.length + ' columns in: ' + name);
      }
    }
  }
  for (const svg of document.querySelectorAll('svg')) {
    if (svg.getAttribute('aria-hidden') === 'true') continue;
    const ids = (svg.getAttribute('aria-labelledby') || '').split(/\\s+/).filter(Boolean);
    const label = ids.length ? ids.map(id => document.getElementById(id)?.textContent.trim() || '') : [svg.getAttribute('aria-label') || ''];
    if (svg.getAttribute('role') !== 'img' || label.some(text => !text)) say('a drawing is neither named nor hidden: ' + svg.outerHTML.slice(0, 80));
  }
  const ids = [...document.querySelectorAll('[id]')].map(e => e.id), twice = ids.filter((id, i) => ids.indexOf(id) !== i);
  if (twice.length) say('an id is used twice: ' + twice[0]);
  for (const link of document.querySelectorAll('a[href^="#"]'))
    if (!document.getElementById(decodeURIComponent(link.hash.slice(1)))) say('a link goes nowhere: ' + link.getAttribute('href'));
  return [...new Set(found)].slice(0, 12);
}"""

# Rows and cells are drawn as blocks when the window is narrow; to a screen reader they must stay rows and cells.
PARTS = {"table": "table", "row": "tr", "columnheader": "thead th", "rowheader": "tbody th", "cell": "td"}


def problems(subject):
    page = subject.open(width=320)
    found = page.evaluate(PROBLEMS)
    session = page.context.new_cdp_session(page)
    root = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    for role, selector in PARTS.items():
        drawn = page.evaluate("s => [...document.querySelectorAll(s)].filter(e => e.closest('table').getClientRects().length).length", selector)
        nodes = session.send("Accessibility.queryAXTree", {"nodeId": root, "role": role})["nodes"]
        heard = sum(not node["ignored"] for node in nodes)
        if heard != drawn:
            found.append(f"at 320 px a screen reader hears {heard} times {role}, and the page has {drawn}")
    page.context.close()
    return found
