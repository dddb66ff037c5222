"""Draws dose-response curves from the certification's power.csv: printed power (line) and share found (dots with a 95 % Wilson interval).

    scripts/certification-curves.py power.csv power.svg
"""

import csv
import math
import sys
from html import escape

WIDTH, HEIGHT, COLUMNS, LEFT, TOP = 300, 210, 3, 44, 34
INK, LINE, DOT, GRID = "#1f2933", "#00539f", "#a3380c", "#d5dbe1"


def wilson(found, runs, z=1.959964):
    p = found / runs
    middle = (p + z * z / (2 * runs)) / (1 + z * z / runs)
    half = z * math.sqrt(p * (1 - p) / runs + z * z / (4 * runs * runs)) / (1 + z * z / runs)
    return middle - half, middle + half


def panel(effect, printed, observed, x0, y0):
    sizes = [size for size, _ in printed] + [size for size, _, _ in observed]
    low, high = min(sizes), max(sizes)
    wide, tall = WIDTH - LEFT - 16, HEIGHT - TOP - 34

    def x(size):
        return x0 + LEFT + wide * (size - low) / ((high - low) or 1)

    def y(share):
        return y0 + TOP + tall * (1 - share)

    out = [f'<text x="{x0 + 8}" y="{y0 + 20}" font-weight="600">{escape(effect.replace("_", " "))}</text>']
    for share in (0, 0.5, 0.8, 1):
        out.append(f'<line x1="{x0 + LEFT}" x2="{x0 + LEFT + wide}" y1="{y(share):.1f}" y2="{y(share):.1f}" stroke="{GRID}"/>')
        out.append(f'<text x="{x0 + LEFT - 6}" y="{y(share) + 4:.1f}" text-anchor="end">{round(100 * share)}</text>')
    for size in (low, high):
        out.append(f'<text x="{x(size):.1f}" y="{y0 + HEIGHT - 18}" text-anchor="middle">{size:g}</text>')
    points = " ".join(f"{x(size):.1f},{y(power):.1f}" for size, power in printed)
    out.append(f'<polyline points="{points}" fill="none" stroke="{LINE}" stroke-width="2"/>')
    for size, found, runs in observed:
        a, b = wilson(found, runs)
        out.append(f'<line x1="{x(size):.1f}" x2="{x(size):.1f}" y1="{y(a):.1f}" y2="{y(b):.1f}" stroke="{DOT}" stroke-width="1.5"/>')
        out.append(f'<circle cx="{x(size):.1f}" cy="{y(found / runs):.1f}" r="4" fill="#fff" stroke="{DOT}" stroke-width="2"/>')
    return out


def main(source, target):
    printed, observed = {}, {}
    for row in csv.DictReader(open(source, encoding="utf-8")):
        if row["kind"] == "printed":
            printed.setdefault(row["effect"], []).append((float(row["size"]), float(row["power"])))
        elif row["effect"]:
            observed.setdefault(row["effect"], []).append((float(row["size"]), int(row["found"]), int(row["runs"])))
    effects = [effect for effect in printed if effect in observed]
    rows = math.ceil(len(effects) / COLUMNS) or 1
    height = rows * HEIGHT + 30
    title = "Printed power (line) and share of runs in which the effect was found (circles, 95 % interval), by planted size"
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH * COLUMNS} {height}" role="img" aria-labelledby="t" '
        f'font-family="system-ui, sans-serif" font-size="12" fill="{INK}">',
        f'<title id="t">{escape(title)}</title>', f'<rect width="100%" height="100%" fill="#fff"/>',
        f'<text x="8" y="18">{escape(title)}</text>',
    ]
    for index, effect in enumerate(effects):
        out += panel(effect, sorted(printed[effect]), sorted(observed[effect]), index % COLUMNS * WIDTH, 26 + index // COLUMNS * HEIGHT)
    out.append("</svg>")
    with open(target, "w", encoding="utf-8") as file:
        file.write("\n".join(out) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
