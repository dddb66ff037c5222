"""Changes one number, or exchanges two names, at a time in a report of the demonstration, and counts how many of the changes the check of numbers finds."""

import copy
import json
import random
import re

import check
import traced
from subject import Subject

# Where a number stands, and how many of a hundred changed ones must be found. A number in a table or a drawing belongs to one place; a number in a
# sentence is only looked up, and may by chance be another one of the report; a small one in a drawing is often another one of its table too.
WANTED = {"comparison": 100, "group": 100, "table": 80, "drawing": 50, "twin": 100}
EACH = 20


def missed(path):
    """One line for each kind of place where too many changed numbers were not found."""
    subject = Subject(path, check.browser, 10**9)
    read, twin = traced.reading(subject)
    report = json.loads(path.with_name("audit.json").read_text(encoding="utf-8"))
    trace = traced.Trace(report, read["lang"])
    random.seed(1)
    missing = []
    for kind, places in by_kind(trace, read, twin).items():
        changed = random.sample(places, min(EACH, len(places)))
        found = sum(bool(finds(trace, read, twin, kind, place)) for place in changed)
        what = "names of groups exchanged" if kind == "group" else f"numbers changed in a {kind}"
        print(f"found  numbers    {found} of {len(changed)} {what}", flush=True)
        if not changed or 100 * found < WANTED[kind] * len(changed):
            missing.append(f"numbers: {found} of {len(changed)} {what} are found, wanted {WANTED[kind]} of 100")
    return missing


def by_kind(trace, read, twin):
    kinds = {kind: [] for kind in WANTED}
    for t, table in enumerate(read["tables"]):
        is_comparison = table["section"] == "bijlage-c" and re.match(r"M\d+ ", table["caption"])
        for r, row in enumerate(table["body"]):
            if is_comparison and len(row) > 1 and r + 1 < len(table["body"]) and len(table["body"][r + 1]) > 1:
                kinds["group"].append((t, r))
            for c, cell in enumerate(row[1:-1] if is_comparison else row[1:], 1):
                places = [(t, r, c, line) for line, text in enumerate(cell) if trace.numbers(text)]
                kinds["comparison" if is_comparison else "table" if re.search(r"\b(tabel|table) \d", table["caption"], re.IGNORECASE) else "twin"] += places
    kinds["twin"] += kinds["comparison"] + kinds["table"]
    kinds["drawing"] = [(f, i) for f, figure in enumerate(read["figures"]) if figure["table"] for i, text in enumerate(figure["texts"]) if trace.numbers(text)]
    return kinds


def finds(trace, read, twin, kind, place):
    changed = copy.deepcopy(read) if kind == "drawing" else {**read, "tables": list(read["tables"])}
    if kind == "drawing":
        figure, text = place
        texts = changed["figures"][figure]["texts"]
        texts[text] = other(texts[text])
        return trace.figures(changed["figures"])
    table, row, *rest = place
    changed["tables"][table] = copy.deepcopy(read["tables"][table])
    if kind == "group":
        body = changed["tables"][table]["body"]
        body[row][0], body[row + 1][0] = body[row + 1][0], body[row][0]
        return trace.comparisons(changed["tables"])
    cell, line = rest
    lines = changed["tables"][table]["body"][row][cell]
    lines[line] = other(lines[line])
    return traced.twins(changed["tables"], twin) if kind == "twin" else trace.comparisons(changed["tables"]) + trace.tables(changed["tables"])


def other(text):
    """The text with the last digit of one of its numbers changed."""
    at = random.choice([m.end() - 1 for m in re.finditer(r"\d+", text)])
    return text[:at] + str((int(text[at]) + random.randint(1, 9)) % 10) + text[at + 1:]
