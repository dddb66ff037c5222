"""Plants one fault per promise in a page that is good, and wants exactly the check that it is for to find it."""

import json
import sys
import tempfile
from pathlib import Path

import check
import markup
import planted_numbers

# A real report, for faults that a small page has no room for.
DEMONSTRATION = Path(__file__).resolve().parents[2] / "reports" / "demo" / "ik-zoek" / "report.html"

GOOD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>A page to look at</title>
<style>
body{margin:0;padding:0 16px;color:#16213a;background:#fff;font:17px/1.5 sans-serif;overflow-wrap:break-word}
a:focus-visible{outline:3px solid #1d4f9c}
.skip{position:absolute;left:-9999px}.skip:focus{left:0}
table{width:100%}
@media (max-width:400px){thead{position:absolute;clip-path:inset(50%)}td{display:block}td::before{content:"People"}/*narrow*/}
@media print{@page{size:A4;margin:20mm;@bottom-right{content:counter(page) " / " counter(pages);font:9pt sans-serif}@bottom-left{content:"Running head";font:9pt sans-serif}}}
</style>
</head>
<body>
<a class="skip" href="#begin">To the text</a>
<main id="begin">
<h1>A page</h1>
<p>Some text with <a href="#part">a link</a>.</p>
<h2 id="part">A part</h2>
<svg viewBox="0 0 100 20" width="100" role="img" aria-labelledby="t"><title id="t">A line</title><path d="M0 0h9"/></svg>
<table><caption>Two groups</caption>
<thead><tr><th scope="col">Group</th><th scope="col">People</th></tr></thead>
<tbody><tr><th scope="row">One</th><td>10</td></tr><tr><th scope="row">Two</th><td>20</td></tr></tbody>
</table>
<p><a href="#begin">Up</a></p>
</main>
</body>
</html>
"""

GOOD_TWIN = """# A page

**Two groups**

| Group | People |
| --- | ---: |
| One | 10 |
| Two | 20 |
"""

GOOD_SOURCE = {"edition": "public", "indicators": [], "findings": [], "tables": [], "groups": [{"people": 10}, {"people": 20}]}

# What to replace by what, the check that must say so, and words that it must use.
FAULTS = [
    ("grey words on white", "<p>Some text", '<p style="color:#ccc">Some text', "axe", "color-contrast"),
    ("a link without a name", "<p>Some text", '<p><a href="#part"></a>Some text', "axe", "link-name"),
    ("a button too small to hit", "<p>Some text", '<div style="font-size:9px;line-height:10px"><button style="all:unset;display:block;width:9px;height:9px">x</button><button style="all:unset;display:block;width:9px;height:9px">y</button></div><p>Some text', "axe", "target-size"),
    ("no skip link", '<a class="skip" href="#begin">To the text</a>', "", "keyboard", "no skip link"),
    ("an order of its own", 'href="#part"', 'tabindex="3" href="#part"', "keyboard", "tabindex"),
    ("a focus that cannot be seen", "outline:3px solid #1d4f9c", "outline:none", "keyboard", "cannot be seen"),
    ("a focus outside the window", ".skip:focus{left:0}", "", "keyboard", "outside the window"),
    ("something over a link", "</main>", '<div style="position:fixed;inset:0;background:#fff"></div></main>', "keyboard", "covers"),
    ("a skip link to elsewhere", 'class="skip" href="#begin"', 'class="skip" href="#elsewhere"', "keyboard", "does not lead to main"),
    ("a heading level left out", "<h2 id", "<h4 id", "structure", "followed by"),
    ("two first headings", "<h2 id=\"part\">A part</h2>", "<h1 id=\"part\">A part</h1>", "structure", "exactly one h1"),
    ("a column without a header", '<th scope="col">People</th>', "<td>People</td>", "structure", "no header with scope"),
    ("a row without a header", '<th scope="row">Two</th>', "<td>Two</td>", "structure", "header of its own"),
    ("a table without a caption", "<caption>Two groups</caption>", "", "structure", "no caption"),
    ("a row with a cell too many", "<td>20</td>", "<td>20</td><td>30</td>", "structure", "3 cells under 2"),
    ("a drawing without a name", 'role="img" aria-labelledby="t"', "", "structure", "neither named nor hidden"),
    ("a page without a language", ' lang="en"', "", "structure", "no language"),
    ("a link to nowhere", 'href="#part"', 'href="#parts"', "structure", "goes nowhere"),
    ("a table that is none when narrow", "/*narrow*/", "td{visibility:hidden}", "structure", "hears"),
    ("values without the title of their column", 'content:"People"', "content:&quot;People&quot;", "structure", "does not stand before"),
    ("a wide table", "<td>10</td>", '<td><span style="display:block;width:700px">10</span></td>', "reflow", "at 320 px: the page is"),
    ("a table wide when zoomed", "<td>10</td>", '<td><span style="display:block;width:700px">10</span></td>', "reflow", "at 640 px, zoomed"),
    ("a part that scrolls sideways", "<p>Some text", '<div style="overflow-x:auto"><div style="width:900px">wide</div></div><p>Some text', "reflow", "scrolls sideways"),
    ("words cut off", "<p>Some text", '<p style="overflow:hidden;white-space:nowrap;width:90px">A long line of words that is cut</p><p>Some text', "reflow", "cut off"),
    ("words cut off by wider spacing", "<p>Some text", '<div style="overflow:hidden;height:60px;width:120px">Eight words that just fit in here</div><p>Some text', "reflow", "wider spacing: cut off"),
    ("a word out of its drawing", '<path d="M0 0h9"/>', '<path d="M0 0h9"/><text x="90" y="9">outside</text>', "reflow", "runs out of its drawing"),
    ("a cell cut off on paper", "@media print{", "@media print{td{position:relative;left:-900px}", "print", "not whole"),
    ("words at the edge of the paper", "margin:20mm", "margin:4mm", "print", "margin"),
    ("no page numbers", 'counter(page) " / " counter(pages)', '""', "print", "at its foot"),
    ("no running head", '"Running head"', '""', "print", "running head"),
    ("small print", "@media print{", "@media print{td{font-size:3px}", "print", "points high"),
    ("a script", "</main>", "<script>1</script></main>", "isolated", "1 scripts"),
    ("a handler", "<p>Some text", '<p onclick="x()">Some text', "isolated", "onclick"),
    ("an address that is a script", 'href="#part"', 'href="javascript:x()"', "isolated", "javascript"),
    ("a picture from elsewhere", "</main>", '<p><img src="elsewhere.png" alt="x"></p></main>', "isolated", "without its policy it asks for"),
    ("a font from elsewhere", "table{", "@font-face{font-family:x;src:url(x.woff)}main{font-family:x}table{", "isolated", "asks for"),
    ("no policy", "http-equiv=\"Content-Security-Policy\"", 'name="description"', "isolated", "no Content-Security-Policy"),
    ("a policy with a hole", "style-src 'unsafe-inline'", "style-src 'unsafe-inline'; script-src 'self'", "isolated", "allows script-src"),
    ("a large page", "</main>", "<p>" + "word " * 220_000 + "</p></main>", "size", "bytes"),
    ("an element that is not closed", "<p>Some text", "<div><p>Some text", "nu", "div"),
    ("a property that does not exist", "table{", "table{colour:red;", "nu", "colour"),
    ("a number of nobody", "<p>Some text", "<p>Some 37 text", "numbers", "37"),
    ("a number that the twin lacks", "<td>10</td>", "<td>20</td>", "numbers", "on the page"),
    ("a row that the twin lacks", "</tbody>", '<tr><th scope="row">Three</th><td>10</td></tr></tbody>', "numbers", "3 rows on the page"),
    ("a role that is not allowed", '<td>10</td>', '<td role="button">10</td>', "nu", "role"),
]


def main():
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        def write(name, html):
            path = Path(folder).resolve() / name / "report.html"
            path.parent.mkdir()
            path.write_text(html, encoding="utf-8")
            path.with_name("report.md").write_text(GOOD_TWIN, encoding="utf-8")
            path.with_name("audit.json").write_text(json.dumps(GOOD_SOURCE), encoding="utf-8")
            return path

        good = write("good", GOOD)
        planted = []
        for number, (name, before, after, check_name, words) in enumerate(FAULTS):
            assert GOOD.count(before) == 1 or name == "a page without a language", f"{name}: \"{before}\" stands {GOOD.count(before)} times in the good page"
            planted.append((write(f"fault{number}", GOOD.replace(before, after, 1)), name, check_name, words))

        nu = markup.by_path([good, *(path for path, _, check_name, _ in planted if check_name == "nu")])
        with check.workers(2) as pool:
            results = pool.submit(check.in_browser, good, 1_000_000)
            changed = pool.submit(planted_numbers.missed, DEMONSTRATION)
            waiting = [
                (name, check_name, words, nu[str(path)] if check_name == "nu" else pool.submit(check.in_browser, path, 1_000_000, (check_name,)))
                for path, name, check_name, words in planted
            ]
            for name, check_name, words, answer in waiting:
                found = answer if check_name == "nu" else answer.result()[check_name][0]
                if not any(words in problem for problem in found):
                    wrong.append(f"{check_name} does not find {name} (wanted \"{words}\"): {found}")
                else:
                    print(f"found  {check_name:<10} {name}")
            for name, found in [*((name, found) for name, (found, _) in results.result().items()), ("nu", nu[str(good)])]:
                if found:
                    wrong.append(f"the good page fails {name}: {found}")
            wrong += changed.result()
    checks = {check_name for _, _, check_name, _ in planted}
    if checks != {*check.CHECKS, "nu"}:
        wrong.append(f"no fault is planted for: {sorted({*check.CHECKS, 'nu'} - checks)}")
    for problem in wrong:
        print(f"FAIL   {problem}")
    if wrong:
        sys.exit(1)
    print(f"check-pages: the good page passes, {len(planted)} planted faults are found")


if __name__ == "__main__":
    main()
