"""Holds every report.html and gate.html under some folders to what a page promises. scripts/check-pages.sh says how to call it."""

import argparse
import atexit
import shutil
import sys
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from playwright.sync_api import sync_playwright

import accessible
import isolated
import keyboard
import markup
import printed
import reflow
import size
import structure
import traced
from subject import Subject

# Nu reads all pages at once and is not in this list.
CHECKS = {
    "size": size.problems,
    "isolated": isolated.problems,
    "structure": structure.problems,
    "keyboard": keyboard.problems,
    "reflow": reflow.problems,
    "print": printed.problems,
    "axe": accessible.problems,
    "numbers": traced.problems,
}


def workers(count):
    """Processes with a browser each. Started afresh: a copy of this process would hold the pipes of the validator open, and nobody would see it end."""
    return ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=start)


def start():
    """A browser for this process, for all the pages that it gets."""
    global browser
    program = shutil.which("chromium") or sys.exit("check-pages: chromium is missing; run scripts/install.sh pages")
    playwright = sync_playwright().start()
    browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
    # The driver of the browser waits for what it started.
    atexit.register(playwright.stop)
    atexit.register(browser.close)


def in_browser(path, limit, names=tuple(CHECKS)):
    """The problems of one page by check, and how long each check took."""
    subject = Subject(path, browser, limit)
    results = {}
    for name in names:
        began = time.monotonic()
        results[name] = CHECKS[name](subject), time.monotonic() - began
    return results


def pages(folders):
    found = sorted(path.resolve() for folder in folders for name in ("report.html", "gate.html") for path in Path(folder).rglob(name))
    if not found:
        sys.exit(f"check-pages: no report.html or gate.html under {', '.join(folders)}")
    return found


def main():
    parser = argparse.ArgumentParser(prog="check-pages.sh")
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--limit", type=int, default=1_000_000, help="largest size of a page in bytes")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", action="append", choices=[*CHECKS, "nu"], help="only this check; may be repeated")
    arguments = parser.parse_args()
    paths = pages(arguments.folders)
    names = [name for name in CHECKS if not arguments.only or name in arguments.only]
    failed = 0
    with ThreadPoolExecutor(1) as aside, workers(arguments.jobs) as pool:
        nu = aside.submit(markup.by_path, paths) if not arguments.only or "nu" in arguments.only else None
        waiting = [(path, pool.submit(in_browser, path, arguments.limit, names)) for path in paths]
        for path, future in waiting:
            for name, (found, seconds) in future.result().items():
                failed += report(path, name, found, seconds)
        if nu:
            for path, found in nu.result().items():
                failed += report(path, "nu", found, None)
    if failed:
        sys.exit(f"check-pages: {failed} checks failed")
    print(f"check-pages: {len(paths)} pages, all good")


def report(path, name, found, seconds):
    """One line, and one for each problem."""
    try:
        path = Path(path).relative_to(Path.cwd())
    except ValueError:
        pass
    print(f"{'FAIL' if found else 'good'}  {name:<10} {path}" + (f"  {seconds:.1f} s" if seconds is not None else ""))
    for problem in found:
        print(f"      {problem}")
    sys.stdout.flush()
    return 1 if found else 0


if __name__ == "__main__":
    main()
