"""Prints a page as a PDF with a structure for screen readers and an outline of its headings, and refuses to leave one without."""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright
from pypdf import PdfReader

source, target = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
program = shutil.which("chromium") or sys.exit("pdf.sh: chromium is missing; run scripts/install.sh pages")
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
    page = browser.new_page()
    page.goto(source.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    headings = page.evaluate("document.querySelectorAll('h1, h2').length")
    page.pdf(path=str(target), prefer_css_page_size=True, tagged=True, outline=True)
    browser.close()

# Chromium cannot print page numbers in a list of contents; the outline takes its place.
document = PdfReader(target)


def entries(outline):
    return sum(entries(item) if isinstance(item, list) else 1 for item in outline)


missing = [what for what, present in (
    ("structure (tags)", document.trailer["/Root"].get("/MarkInfo", {}).get("/Marked", False) and "/StructTreeRoot" in document.trailer["/Root"]),
    ("language", bool(document.trailer["/Root"].get("/Lang"))),
    ("title", bool(document.metadata and document.metadata.title)),
    ("outline of its chapters", entries(document.outline) >= headings > 0),
) if not present]
if missing:
    target.unlink()
    sys.exit(f"pdf.sh: the PDF had no {', no '.join(missing)}")
print(f"{target}: {len(document.pages)} pages, {entries(document.outline)} headings in its outline")
