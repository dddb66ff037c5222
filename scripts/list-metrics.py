#!/usr/bin/env python3
"""Writes docs/metrics.md: every statistic of Sources/Metrics with its method name and source. Run from the package root."""
import pathlib
import re

ROOT = pathlib.Path("Sources/Metrics")
FOLDERS = {
    "Rates": "Rates and their comparison",
    "Conditional": "Comparison within strata",
    "Location": "Means",
    "Paired": "Paired changes",
    "Ranks": "Rank methods",
    "DistributionDistance": "Distances between distributions",
    "Ranking": "Rankings and lists",
    "Survival": "Time to an outcome",
    "Regression": "Regression",
    "Prediction": "Differential prediction",
    "Calibration": "Calibration",
    "DifferentialFunctioning": "Differential functioning of items and scales",
    "Measurement": "Scales and linking",
    "Attribution": "Attribution of a gap",
    "Resampling": "Resampling",
    "Equivalence": "Equivalence",
    "Multiplicity": "Many comparisons",
    "Power": "Power and sample size",
    "Sequential": "Repeated looks",
    "Shrinkage": "Shrinkage",
    "MetaAnalysis": "Pooling of several studies",
    "Discovery": "Groups nobody named",
}


def statistics(path):
    text = path.read_text()
    for match in re.finditer(r"^(?:public |package )?(?:struct|enum) (\w+).*$", text, re.M):
        following = re.search(r"^\}", text[match.end():], re.M)
        body = text[match.end(): match.end() + (following.start() if following else 0)]
        method = re.search(r'static let method = "([^"]+)"', body)
        citation = re.search(r'static let citation =\s*"((?:[^"\\]|\\.)*)"((?:\s*\+\s*"(?:[^"\\]|\\.)*")*)', body)
        if method and citation:
            source = citation.group(1) + "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', citation.group(2)))
            lines = re.match(r'\s*static let citation = """\n(.*?)\n\s*"""', body[body.index("static let citation"):], re.S)
            if lines:
                source = re.sub(r"\\\n\s*", "", lines.group(1)).strip()
            yield match.group(1), method.group(1), source.replace("|", "\\|")


def main():
    lines = [
        "# The statistics of `Metrics`", "",
        "Written by `scripts/list-metrics.py` from the sources; the documentation comment of each type says what it computes, in",
        "which unit, for which shapes, and when it is undefined.", "",
    ]
    known = sorted({p.relative_to(ROOT).parts[0] for p in ROOT.rglob("*.swift") if len(p.relative_to(ROOT).parts) > 1})
    order = [f for f in FOLDERS if f in known] + [f for f in known if f not in FOLDERS]
    for folder in order:
        rows = [row for path in sorted((ROOT / folder).rglob("*.swift")) for row in statistics(path)]
        if not rows:
            continue
        lines += [f"## {FOLDERS.get(folder, folder)}", "", "| type | method | source |", "|---|---|---|"]
        lines += [f"| `{name}` | `{method}` | {source} |" for name, method, source in rows]
        lines.append("")
    pathlib.Path("docs/metrics.md").write_text("\n".join(lines))


main()
