"""Takes the pictures of the documentation from the reports in the repository, so that they show what a reader gets."""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "reports" / "demo" / "ik-zoek" / "en" / "report.html"
# Parts of the first page, by what they are called in the documentation.
PARTS = {"shown": "header", "decide": "#besluit", "where": "#stappen", "changed": "#veranderd", "unknown": "#onbekend"}

MARGIN = 14


def main():
    program = shutil.which("chromium") or sys.exit("pictures: chromium is missing; run scripts/install.sh pages")
    folder = ROOT / "docs" / "page-one"
    folder.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 900, "height": 1400})
        page.goto(PAGE.as_uri())
        page.screenshot(path=ROOT / "docs" / "report.png")
        for name, selector in PARTS.items():
            box = page.locator(selector).first.bounding_box()
            around = {"x": box["x"] - MARGIN, "y": box["y"] - MARGIN, "width": box["width"] + 2 * MARGIN, "height": box["height"] + 2 * MARGIN}
            page.screenshot(path=folder / f"{name}.png", clip=around, full_page=True)
        browser.close()


if __name__ == "__main__":
    main()
