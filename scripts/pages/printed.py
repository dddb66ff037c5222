"""On paper: every row of every table with all its words, inside the margins and large enough to read; page numbers and a running head."""

import re
import subprocess
import tempfile
from pathlib import Path
from xml.etree import ElementTree

# Each cell as a reader of the paper should find it: what is hidden on paper is not asked for.
ROWS = """() => [...document.querySelectorAll('table')].filter(t => t.getClientRects().length).map(t => ({
  caption: t.caption ? t.caption.innerText : '', rows: [...t.querySelectorAll('tr')].map(r => [...r.cells].map(c => c.innerText)) }))"""

SMALLEST = 5.0  # points, of the box around a word
EDGE = 20.0  # points: printers do not reach the edge of the paper


def problems(subject):
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder) / "page.pdf"
        page = subject.open()
        page.emulate_media(media="print")
        tables = page.evaluate(ROWS)
        page.pdf(path=str(pdf), prefer_css_page_size=True)
        page.context.close()
        in_order = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
        boxes = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    pages = list(sheets(boxes))
    return missing(tables, in_order) + margins(pages) + feet(pages)


def bare(text):
    """Letters and digits as they are, without what a line end may add or take away."""
    return re.sub(r"[\s\u00ad\u2010\ufffd\u200b-\u200f\u202a-\u202e\u2066-\u2069-]+", "", text)


def missing(tables, text):
    found, paper, start = [], bare(text), 0
    for table in tables:
        for row in table["rows"]:
            cells = [bare(cell) for cell in row if bare(cell)]
            whole = "".join(cells)
            at = paper.find(whole, start)
            # Most rows stand on paper in one piece. One that a page ends in does not, but each of its cells or lines must be there.
            if at >= 0 and at - start < 20_000:
                start = at + len(whole)
                continue
            lines = [bare(line) for cell in row for line in cell.split("\n") if bare(line)]
            lost = [line for line in lines if paper.find(line, start, start + 40_000) < 0]
            if lost:
                found.append(f"not whole on paper: a row of \"{table['caption'][:50]}\" lacks \"{lost[0][:50]}\"")
    return found[:6]


def sheets(xml):
    root = ElementTree.fromstring(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", xml))
    space = "{http://www.w3.org/1999/xhtml}"
    for sheet in root.iter(space + "page"):
        words = [(*(float(word.get(side)) for side in ("xMin", "yMin", "xMax", "yMax")), word.text or "") for word in sheet.iter(space + "word")]
        yield float(sheet.get("width")), float(sheet.get("height")), words


def margins(pages):
    found = []
    for number, (width, height, words) in enumerate(pages, 1):
        for left, top, right, bottom, text in words:
            if left < EDGE or right > width - EDGE or top < EDGE or bottom > height - EDGE:
                found.append(f"page {number} of the print: \"{text[:40]}\" stands in the margin or outside the paper")
            if text.strip() and bottom - top < SMALLEST:
                found.append(f"page {number} of the print: \"{text[:40]}\" is {bottom - top:.1f} points high")
    return found[:4]


def feet(pages):
    """The foot of every page: its number of all numbers, and the same running head."""
    found, heads = [], set()
    for number, (_, height, words) in enumerate(pages, 1):
        foot = " ".join(word[4] for word in sorted(words, key=lambda word: word[0]) if word[1] > height - 56)
        count = f"{number} / {len(pages)}"
        if count not in foot:
            found.append(f"page {number} of the print does not say \"{count}\" at its foot")
        heads.add(foot.replace(count, "").strip())
    if len(heads) != 1 or not all(len(head.split()) >= 2 for head in heads):
        found.append(f"the running head is not the same on every page of the print: {sorted(heads)[:3]}")
    return found[:4]
