"""A page that is looked at: its file, and ways to open it in the browser."""

import re
import tempfile
from pathlib import Path

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


class Subject:
    def __init__(self, path, browser, limit):
        self.path = Path(path).resolve()
        self.browser = browser
        # The largest size in bytes.
        self.limit = limit

    @property
    def bytes(self):
        return self.path.read_bytes()

    def open(self, width=1280, height=900, scale=1, listen=None, path=None, unfolded=True):
        """A tab with the page in it; close its context when done."""
        context = self.browser.new_context(viewport={"width": width, "height": height}, device_scale_factor=scale)
        page = context.new_page()
        page.set_default_timeout(120_000)
        if listen:
            page.on("request", lambda request: listen(request.url))
        page.goto((path or self.path).as_uri())
        if unfolded:
            # What is folded away is part of the page: somebody will unfold it.
            page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        return page

    def without_policy(self):
        """A copy that nothing stops from loading what it asks for, so that an attempt shows."""
        folder = tempfile.TemporaryDirectory()
        path = Path(folder.name) / "page.html"
        path.write_text(POLICY.sub("", self.path.read_text(encoding="utf-8")), encoding="utf-8")
        return folder, path
