"""Renders a Markdown file as a page, with tables and with HTML let through: what a reader's program may make of it."""

import sys
from pathlib import Path

from markdown_it import MarkdownIt


def rendered(path):
    renderer = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    body = renderer.render(Path(path).read_text(encoding="utf-8"))
    return f"<!doctype html><meta charset=\"utf-8\"><title>Markdown</title><body>{body}</body>"


if __name__ == "__main__":
    print(rendered(sys.argv[1]))
