"""Renders a Markdown file as a page, with tables and with HTML let through: what a reader's program may make of it."""

import sys
from pathlib import Path

from markdown_it import MarkdownIt

renderer = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
text = Path(sys.argv[1]).read_text(encoding="utf-8")
print(f"<!doctype html><meta charset=\"utf-8\"><title>Markdown</title><body>{renderer.render(text)}</body>")
