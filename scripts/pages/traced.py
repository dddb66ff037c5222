"""Every number on a page comes from the audit.json that the page was made of, and its Markdown twin has the same tables, cell by cell.

Annex C is held against the findings number by number, at the place where each belongs; a table of the report against the table it is made of; the
words of a drawing against the table below it. Any other number has to be one that audit.json has, or follow from one in a way that is named here.
Numbers are read and rounded by this file alone, not by the program's own code.
"""

import json
import re
import tempfile
from collections import Counter
from pathlib import Path

import markdown

READ = """() => {
  const below = f => f.nextElementSibling?.matches('table') ? f.nextElementSibling : null, words = e => e.innerText.replace(/\\u00ad/g, '').split('\\n').map(s => s.trim()).filter(Boolean);
  const table = t => ({ caption: words(t.caption).join(' '), section: t.closest('section')?.id || '', body: [...t.tBodies].map(b => [...b.rows].map(r => [...r.cells].map(words))).flat(),
    head: [...(t.tHead ? t.tHead.rows[0].cells : [])].map(c => words(c).join(' ')) });
  const inside = (f, parts) => [...f.querySelectorAll(parts)].map(e => e.textContent.trim());
  const tables = [...document.querySelectorAll('table')].map(table);
  const figures = [...document.querySelectorAll('figure')].map(f => ({ table: below(f) ? table(below(f)) : null, texts: inside(f, 'svg text:not(.tick)'), names: inside(f, 'svg title, svg desc'),
    about: [...f.children].filter(e => !e.matches('.chart')).flatMap(words) }));
  document.querySelectorAll('table, .chart, nav, .toc, style').forEach(e => e.remove());
  return { lang: document.documentElement.lang, tables, figures, rest: words(document.body) };
}"""

# A renderer makes a row for the titles and one for each row below it; the caption is the line in bold above.
READ_TWIN = """() => [...document.querySelectorAll('table')].map(t => ({ caption: t.previousElementSibling?.innerText || '',
  body: [...t.tBodies].map(b => [...b.rows].map(r => [...r.cells].map(c => c.innerText))).flat() }))"""

# What the program says in every report: phrases, the articles of laws and norms, the years of the literature.
SOURCES = Path(__file__).resolve().parents[2] / "Sources"
SAID = [("Reporting/Phrases", "*.json"), ("Reporting/Norms", "*.swift"), ("Audit/Indicators", "**/*.swift")]

SIGNS = str.maketrans({"\u2212": "-", "\u00a0": " ", "\u202f": " "})


def problems(subject):
    if subject.path.name != "report.html":
        return []
    source = next((path for path in sources(subject.path) if path.exists()), None)
    if source is None:
        return ["there is no audit.json that this page could have been made of"]
    read, twin = reading(subject)
    if twin is None:
        return ["there is no report.md beside it"]
    return Trace(json.loads(source.read_text(encoding="utf-8")), read["lang"]).problems(read, twin)[:12]


def reading(subject):
    """What the page says, and the tables of its twin."""
    page = subject.open()
    read = page.evaluate(READ)
    page.context.close()
    twin = subject.path.with_name("report.md")
    return read, tables_of(subject, twin) if twin.exists() else None


def tables_of(subject, twin):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "twin.html"
        path.write_text(markdown.rendered(twin), encoding="utf-8")
        page = subject.open(path=path)
        found = page.evaluate(READ_TWIN)
        page.context.close()
    return found


def sources(path):
    """Beside the page, or above a page in another language; pages for a council and for residents are made of the published report."""
    folder = path.parent if path.parent.name != "en" else path.parent.parent
    return [folder / "audit.json", folder.parent / "public" / "audit.json"]


class Trace:
    def __init__(self, report, language):
        self.report = report
        point, comma = (r"\.", ",") if language == "nl" else (",", r"\.")
        # Thousands are grouped from ten thousand on.
        self.token = re.compile(rf"[-+]?\d{{2,3}}(?:{point}\d{{3}})+(?:{comma}\d+)?|[-+]?\d+(?:{comma}\d+)?")
        self.decimal = "," if language == "nl" else "."
        self.units = {i["metric"]: i.get("unit") for i in report["indicators"]}
        fixed = [path for folder, names in SAID for path in (SOURCES / folder).glob(names)]
        self.known = Known(everything(report))
        self.fixed = {number for path in fixed for number, _, _ in self.numbers(path.read_text(encoding="utf-8"))}

    def problems(self, read, twin):
        found = self.comparisons(read["tables"]) + self.tables(read["tables"]) + self.figures(read["figures"]) + self.rest(read)
        return found + (twins(read["tables"], twin) if twin is not None else [])

    def numbers(self, text):
        """The numbers of a text, each with how many decimals it has."""
        result = []
        for match in self.token.finditer(text.translate(SIGNS)):
            word = match.group()
            # A hyphen between two words or figures is no minus sign.
            if word[0] == "-" and match.start() and text[match.start() - 1].isalnum() and text[match.start()] == "-":
                word = word[1:]
            whole, _, part = word.partition(self.decimal)
            result.append((float(re.sub(r"[.,]", "", whole) + "." + (part or "0")), len(part), word))
        return result

    def comparisons(self, tables):
        """Annex C: each finding that may be shown, in its row, in its columns."""
        expected = []
        for window in unique(f["window"] for f in self.report["findings"]):
            inside = [f for f in self.report["findings"] if f["window"] == window]
            for metric in unique((f["indicator"], f["metric"]) for f in inside):
                alike = [f for f in inside if (f["indicator"], f["metric"]) == metric]
                rows = [f for a in unique(f["attribute"] for f in alike) for f in alike if f["attribute"] == a and f["verdict"] != "withheld"]
                expected.append((metric, alike, rows))
        printed = [t for t in tables if t["section"] == "bijlage-c" and re.match(r"M\d+ ", t["caption"])]
        if not printed and self.report.get("edition") in ("council", "resident"):
            return []
        if not any(t["section"] == "bijlage-c" for t in tables):
            return []
        if len(printed) != len(expected):
            return [f"annex C has {len(printed)} tables of comparisons; audit.json has {len(expected)} indicators by measure and window"]
        found, placed = [], []
        for table, (metric, alike, rows) in zip(printed, expected):
            body = [row for row in table["body"] if len(row) > 1]
            if not table["caption"].startswith(metric[0] + " "):
                found.append(f"annex C: \"{table['caption']}\" stands where {metric[0]} is due")
            if len(body) != len(rows):
                found.append(f"annex C, {table['caption']}: {len(body)} rows, audit.json has {len(rows)}")
                continue
            limits = len({(f["margin"], f["signal"]) for f in alike}) > 1
            beside = any(f["beside"] for f in alike)
            # Groupings stand in their order; the groups of one in an order that a reader expects, such as by age.
            at = 0
            for attribute in unique(f["attribute"] for f in rows):
                due = [(f["group"], self.cells(f, limits, beside)) for f in rows if f["attribute"] == attribute]
                for row in body[at:at + len(due)]:
                    said = [[n for line in cell for n in self.numbers(line)] for cell in row[1:]]
                    groups = {group for group, cells in due if all(map(alike_cells, said, cells))}
                    if not groups:
                        found.append(f"annex C, {table['caption']}, {row[0][0]}: {[' / '.join(cell) for cell in row[1:-1]]} is no finding of audit.json")
                    placed.append((table["caption"], attribute, row[0][0], groups))
                if len(unique(name for _, of, name, _ in placed[-len(due):])) != len(due):
                    found.append(f"annex C, {table['caption']}: a group of {attribute} has two rows")
                at += len(due)
        return found + misplaced(placed)

    def cells(self, f, limits, beside):
        by = 100 if self.units.get(f["metric"]) in ("per_100", "points") else 1
        scaled = lambda *values: [None if v is None else v * by for v in values]
        ends = lambda bounds: scaled(bounds["low"], bounds["high"]) if bounds else []
        adjusted, interval = f["intervalAdjusted"], f["interval"]
        cells = [
            [f["n"], f["nReference"]], scaled(f["groupValue"], f["referenceValue"]), scaled(f["effect"]["value"]) + ends(interval),
            ends(adjusted) + ([adjusted["level"] * 100] if adjusted else []),
            [p if p is None or p >= 0.001 else 0.001 for p in (f["p"], f["pAdjusted"])], scaled(f["minimumDetectable"]) + [s["times"] for s in [f.get("settling")] if s],
        ]
        if limits:
            cells.append(scaled(f["margin"], f["signal"]))
        if beside:
            cells.append(scaled(f["beside"]["effect"]) + ends(f["beside"]) if f["beside"] else [])
        return cells

    def tables(self, tables):
        """A row of a numbered table has numbers of one row of the report's table with that number, or of all its rows about one group or thing."""
        found = []
        of = {}
        for table in self.report["tables"]:
            of.setdefault(table["id"], []).append(table)
        for table in tables:
            match = re.search(r"\b(?:tabel|table) (\d+\.\d+)\b", table["caption"], re.IGNORECASE)
            if not match or match.group(1) not in of:
                continue
            rows = [row for whole in of[match.group(1)] for row in sources_of(whole["rows"])]
            for row in table["body"]:
                lines = [line for cell in row[1:] for line in cell]
                said = [number for line in lines if not line.startswith("< ") for number in self.numbers(line)]
                limits = [limit for line in lines if line.startswith("< ") for limit, _, _ in self.numbers(line)]
                if (said or limits) and not any(holds(due, said, limits) for due in rows):
                    found.append(f"{table['caption']}: {[' / '.join(cell) for cell in row]} is no row of that table in audit.json")
        return found

    def figures(self, figures):
        """The words of a drawing have the numbers of the table below it, or of its title and caption, and after ± an agreed margin. Its description
        may also say how many of the rows are drawn."""
        found = []
        margins = Known([f["margin"] for f in self.report["findings"]])
        for figure in figures:
            table = figure["table"]
            if not table:
                found.append(f"a drawing has no table below it: {figure['about'][:1]}")
                continue
            texts = cells(table) + [table["caption"], *table["head"], *figure["about"]]
            numbers = [number for text in texts for number, _, _ in self.numbers(text)]
            known, counted = Known(numbers, True), Known(numbers + list(range(1, len(table["body"]) + 1)), True)
            drawn = [re.sub(r"±\S+", "", text) for text in figure["texts"]]
            allowed = [margin for text in figure["texts"] for margin in re.findall(r"±\S+", text)]
            strange = self.strange(drawn, known) + self.strange(figure["names"], counted) + self.strange(allowed, margins)
            found += [f"{table['caption']}: {word} is drawn and stands in no table below it" for word in strange]
        return found

    def rest(self, read):
        texts = [*read["rest"], *(text for table in read["tables"] for text in [table["caption"], *table["head"], *cells(table)])]
        return [f"{word} is not from audit.json" for word in self.strange(texts, self.known, self.fixed)]

    def strange(self, texts, known, fixed=()):
        result = []
        for text in texts:
            for number, digits, word in self.numbers(text):
                if number not in fixed and not known.has(number, digits):
                    result.append(f"\"{word}\" (in \"{text[:90]}\")")
        return unique(result)


class Known:
    """Numbers that may be printed: as they are, rounded and without their sign; those of audit.json also in hundredths, and what is left of one."""

    def __init__(self, values, are_printed=False):
        forms = {form for v in values for form in ([v] if are_printed else (v, 100 * v, 100 - 100 * v))}
        self.by_digits = {d: {round(abs(f) * 10**d) + step for f in forms for step in self.roundings(abs(f) * 10**d)} for d in range(0, 5)}

    @staticmethod
    def roundings(scaled):
        # What lies in the middle is rounded one way by some and the other way by others.
        middle = abs(scaled % 1 - 0.5) < 1e-6
        return (-1, 0, 1) if middle else (0,)

    def has(self, number, digits):
        return round(abs(number) * 10**digits) in self.by_digits[min(digits, 4)]


def everything(value):
    """All numbers in a JSON value, also those in its texts: dates, versions, names of age groups; and how many things its lists have."""
    if isinstance(value, bool) or value is None:
        return []
    if isinstance(value, (int, float)):
        return [value]
    if isinstance(value, str):
        return [float(digits.replace(",", ".")) for digits in re.findall(r"\d+(?:[.,]\d+)?", value)] + [float(d) for d in re.findall(r"\d+", value)]
    items = value.values() if isinstance(value, dict) else value
    return [number for item in items for number in everything(item)] + ([len(value)] if isinstance(value, list) else [])


def sources_of(rows):
    """The numbers of each row, and of all rows that have a text in common: one of them may be printed as a column each."""
    together = {}
    for row in rows:
        for text in row:
            if isinstance(text, str):
                together.setdefault(text, []).extend(everything(row))
    return [everything(row) for row in rows] + list(together.values())


def holds(due, said, limits=()):
    """Whether each number that is said is another one of those that are due, as it is or in hundredths, and each `< 0.01` is above another one."""
    left = list(due)
    for number in said:
        match = next((i for i, value in enumerate(left) if same(number, value) or same(number, 100 * value)), None)
        if match is None:
            return False
        left.pop(match)
    for limit in limits:
        match = next((i for i, value in enumerate(left) if 0 <= value < limit), None)
        if match is None:
            return False
        left.pop(match)
    return True


def misplaced(placed):
    """Rows with the numbers of another group: a name stands for the group whose numbers it has in most of the tables."""
    votes = {}
    for _, attribute, name, groups in placed:
        votes.setdefault((attribute, name), Counter()).update(groups)
    found = []
    for caption, attribute, name, groups in placed:
        meant = votes[attribute, name].most_common(1)
        if groups and meant and meant[0][0] not in groups:
            found.append(f"annex C, {caption}: {name} has the numbers of another group")
    return found


def alike_cells(said, due):
    due = [value for value in due if value is not None]
    return len(said) == len(due) and all(map(same, said, due))


def same(said, due):
    number, digits, _ = said
    return abs(number - due) <= 0.5 * 10**-digits + 1e-7 * max(1, abs(due))


def cells(table):
    return [line for row in table["body"] for cell in row for line in cell]


def unique(values):
    return list(dict.fromkeys(values))


def twins(tables, others):
    """The tables of the page and of its Markdown twin, cell by cell."""
    if len(tables) != len(others):
        return [f"the page has {len(tables)} tables, report.md has {len(others)}"]
    found = []
    for table, other in zip(tables, others):
        ours, theirs = [[plain(" ".join(c)) for c in row] for row in table["body"]], [[plain(c) for c in row] for row in other["body"]]
        # The heading of a part is one cell on the page, and a row with empty cells in Markdown.
        theirs = [row[:1] if len(row) > 1 and not any(row[1:]) else row for row in theirs]
        for mine, yours in zip(ours, theirs):
            found += [f"{table['caption']}: \"{a}\" on the page, \"{b}\" in report.md" for a, b in zip(mine, yours) if a != b]
            if len(mine) != len(yours):
                found.append(f"{table['caption']}: a row of {len(mine)} cells on the page and {len(yours)} in report.md: {mine[0]}")
        if len(ours) != len(theirs):
            found.append(f"{table['caption']}: {len(ours)} rows on the page, {len(theirs)} in report.md")
    return found


def plain(text):
    """Without spaces, soft hyphens, and the mark of a verdict, which the page draws."""
    return re.sub(r"[\s\u00ad\u25a0-\u25ff:—]", "", text)
